import { expect, it } from 'vitest';
import { readImport } from '../readImport.ts';

/** A policy that is one or another by a condition: each is read, or listed where it is not here. */

const encoded =
  'jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "*" }] })';
const data = (name: string) =>
  `data "aws_iam_policy_document" "${name}" {\n  statement {\n    actions   = ["s3:PutObject"]\n    resources = ["*"]\n  }\n}\n`;
const documents = 'data.aws_iam_policy_document';

it.each<[policy: string, titles: readonly string[], refusals: readonly (readonly [string, string])[]]>([
  [`var.on ? ${encoded} : file("x.json")`, ['a', 'b', 'p (var.on)'], [['notComputed', 'the function file']]],
  [
    `var.on ? file("x.json") : ${encoded}`,
    ['a', 'b', 'p (not var.on)'],
    [['notComputed', 'the function file']],
  ],
  [`var.on ? ${encoded} : var.policy`, ['a', 'b', 'p (var.on)'], [['elsewhere', 'var.policy']]],
  [`var.on ? ${encoded} : null`, ['a', 'b', 'p (var.on)'], []],
  [`var.on ? ${encoded} : ""`, ['a', 'b', 'p (var.on)'], []],
  [`var.on ? ${documents}.a.json : ${documents}.b.json`, ['p', 'p (2)'], []],
  [
    `var.on ? ${documents}.a.json : ${documents}.none.json`,
    ['p', 'b'],
    [['elsewhere', `${documents}.none.json`]],
  ],
  [`var.on ? ${encoded} : ${documents}.a.json`, ['p (var.on)', 'p', 'b'], []],
  [
    'var.on ? var.one : var.other',
    ['a', 'b'],
    [
      ['elsewhere', 'var.one'],
      ['elsewhere', 'var.other'],
    ],
  ],
])('%s', (policy, titles, refusals) => {
  const found = readImport(
    `resource "aws_iam_policy" "p" {\n  policy = ${policy}\n}\n${data('a')}${data('b')}`,
  );
  expect(found.refusals.map(({ code, detail }) => [code, detail])).toEqual(refusals);
  expect(found.policies.map(({ title }) => title).toSorted()).toEqual(titles.toSorted());
});
