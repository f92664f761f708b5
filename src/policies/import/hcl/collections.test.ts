import { describe, expect, it } from 'vitest';
import { compareExact } from '../../exact/compareExact.ts';
import type { OneOrMany, Statement } from '../../language/policy.ts';
import { readImport } from '../readImport.ts';
import { fileMark } from '../segments.ts';

/** Collections whose entries are in a configuration, and texts of files that were opened with it. */

const document = (body: string): string => `data "aws_iam_policy_document" "d" {\n${body}\n}\n`;
const encoded = (resource: string): string =>
  `resource "aws_iam_policy" "d" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = ${resource}\n  })\n}\n`;

const allow = (Action: OneOrMany, Resource: OneOrMany, more: Partial<Statement> = {}) =>
  ({ Effect: 'Allow', Action, Resource, ...more }) as const;

const get = 's3:GetObject';

type Case = readonly [
  what: string,
  text: string,
  policies: readonly (readonly [title: string, statements: readonly Statement[]])[],
];

const read: readonly Case[] = [
  [
    'for over a list',
    encoded(
      '[{ Effect = "Allow", Action = "s3:GetObject", Resource = [for b in ["a", "b"] : "arn:aws:s3:::${b}/*"] }]',
    ),
    [['d', [allow(get, ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'])]]],
  ],
  [
    'for over a local list, with its index',
    `locals {\n  buckets = ["a", "b"]\n}\n${encoded('[for i, b in local.buckets : { Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::${b}/${i}" }]')}`,
    [['d', [allow(get, ['arn:aws:s3:::a/0', 'arn:aws:s3:::b/1'])]]],
  ],
  [
    'for over an object, and a part of a local value',
    `locals {\n  teams = { fraud = { bucket = "f" }, churn = { bucket = "c" } }\n  x = { for name, team in local.teams : name => "arn:aws:s3:::\${team.bucket}/\${name}" }\n}\n${encoded('[{ Effect = "Allow", Action = "s3:GetObject", Resource = [local.x.fraud, local.x["churn"]] }]')}`,
    [['d', [allow(get, ['arn:aws:s3:::f/fraud', 'arn:aws:s3:::c/churn'])]]],
  ],
  ...(
    [
      ['b != "b"', ['a', 'ab', '']],
      ['b != "" && !startswith(b, "b")', ['a', 'ab']],
      ['b == "a" || b == "b" && false', ['a']],
      ['contains(["a", "b"], b)', ['a', 'b']],
      ['length(b) > 0 && endswith(b, "b") && (b != "b")', ['ab']],
      ['local.on', ['a', 'b', 'ab', '']],
    ] as const
  ).map(
    ([test, taken]): Case => [
      `for with the test ${test}`,
      `locals {\n  on = true\n  all = [for b in ["a", "b", "ab", ""] : "arn:aws:s3:::x-\${b}" if ${test}]\n}\n${encoded('[{ Effect = "Allow", Action = "s3:GetObject", Resource = local.all }]')}`,
      [
        [
          'd',
          [
            allow(
              get,
              taken.map((one) => `arn:aws:s3:::x-${one}`),
            ),
          ],
        ],
      ],
    ],
  ),
  [
    'for over an object with a test on a part, of which the values are taken',
    encoded(
      '[{ Effect = "Allow", Action = "s3:GetObject", Resource = values({ for n, t in { a = { on = true, r = "x" }, b = { on = false, r = "y" } } : n => "arn:aws:s3:::${t.r}" if t.on }) }]',
    ),
    [['d', [allow(get, 'arn:aws:s3:::x')]]],
  ],
  [
    'for over references',
    encoded(
      '[{ Effect = "Allow", Action = "s3:GetObject", Resource = flatten([for b in [aws_s3_bucket.a, aws_s3_bucket.b] : [b.arn, "${b.arn}/*"]]) }]',
    ),
    [
      [
        'd',
        [
          allow(get, [
            '<aws_s3_bucket_a_arn>',
            '<aws_s3_bucket_a_arn>/*',
            '<aws_s3_bucket_b_arn>',
            '<aws_s3_bucket_b_arn>/*',
          ]),
        ],
      ],
    ],
  ],
  [
    'a dynamic statement for each of a list',
    document(
      '  dynamic "statement" {\n    for_each = ["a", "b"]\n    content {\n      actions   = ["s3:GetObject"]\n      resources = ["arn:aws:s3:::${statement.value}/*"]\n    }\n  }',
    ),
    [['d', [allow(get, ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'])]]],
  ],
  [
    'a dynamic statement for each of an object, with a name of its own',
    document(
      '  dynamic "statement" {\n    for_each = { in = ["s3:GetObject"], out = ["s3:PutObject"] }\n    iterator = way\n    content {\n      sid       = way.key\n      actions   = way.value\n      resources = ["arn:aws:s3:::x/${way.key}/*"]\n    }\n  }',
    ),
    [['d', [allow(get, 'arn:aws:s3:::x/in/*'), allow('s3:PutObject', 'arn:aws:s3:::x/out/*')]]],
  ],
  [
    'a dynamic statement that is there under a condition',
    document(
      '  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["*"]\n  }\n  dynamic "statement" {\n    for_each = var.key != "" ? [var.key] : []\n    content {\n      actions   = ["kms:Decrypt"]\n      resources = [statement.value]\n    }\n  }',
    ),
    [
      ['d (var.key != "")', [allow(get, '*'), allow('kms:Decrypt', '<key>')]],
      ['d (not var.key != "")', [allow(get, '*')]],
    ],
  ],
  [
    'a dynamic condition that is there under a condition',
    document(
      '  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["*"]\n    dynamic "condition" {\n      for_each = var.private ? ["vpce-1"] : []\n      content {\n        test     = "StringEquals"\n        variable = "aws:SourceVpce"\n        values   = [condition.value]\n      }\n    }\n  }',
    ),
    [
      ['d (var.private)', [allow(get, '*', { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } } })]],
      ['d (not var.private)', [allow(get, '*')]],
    ],
  ],
  [
    'dynamic principals and statements in each other',
    document(
      '  dynamic "statement" {\n    for_each = ["s3:GetObject", "s3:PutObject"]\n    content {\n      actions   = [statement.value]\n      resources = ["*"]\n      dynamic "principals" {\n        for_each = { AWS = ["arn:aws:iam::111122223333:root"] }\n        content {\n          type        = principals.key\n          identifiers = principals.value\n        }\n      }\n    }\n  }',
    ),
    [['d', [allow([get, 's3:PutObject'], '*', { Principal: { AWS: 'arn:aws:iam::111122223333:root' } })]]],
  ],
];

const files = (...given: readonly (readonly [name: string, text: string])[]): string =>
  given.map(([name, text]) => `${fileMark(name)}\n${text}`).join('\n');

const policyText =
  '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}]}';
const inFile = (expression: string): string =>
  `resource "aws_iam_policy" "d" {\n  policy = ${expression}\n}\n`;

const together: readonly Case[] = [
  [
    'a local list and its document in two files',
    files(
      ['m/locals.tf', 'locals {\n  all = ["a"]\n}\n'],
      [
        'm/main.tf',
        document(
          '  statement {\n    actions = ["s3:GetObject"]\n    resources = [for b in local.all : "arn:aws:s3:::${b}/*"]\n  }',
        ),
      ],
    ),
    [['d', [allow(get, 'arn:aws:s3:::a/*')]]],
  ],
  [
    'a file',
    files(
      ['m/main.tf', inFile('file("${path.module}/policies/read.json")')],
      ['m/policies/read.json', policyText],
    ),
    [['d', [allow(get, '*')]]],
  ],
  [
    'a file of which the browser gives no folder',
    files(['main.tf', inFile('file("policies/read.json")')], ['read.json', policyText]),
    [['d', [allow(get, '*')]]],
  ],
  [
    'a template with its variables',
    files(
      [
        'm/main.tf',
        inFile(
          'templatefile("${path.module}/read.json.tftpl", { bucket = aws_s3_bucket.in.arn, all = ["s3:GetObject"] })',
        ),
      ],
      [
        'm/read.json.tftpl',
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ${jsonencode(all)}, "Resource": "${bucket}/$${aws:username}"}]}',
      ],
    ),
    [['d', [allow(get, '<aws_s3_bucket_in_arn>/${aws:username}')]]],
  ],
  [
    'a template that is a data source, as old configurations have it',
    files(
      [
        'm/main.tf',
        `data "template_file" "p" {\n  template = "\${file("\${path.module}/read.json")}"\n  vars {\n    bucket = "\${var.bucket}"\n  }\n}\n${inFile('"${data.template_file.p.rendered}"')}`,
      ],
      [
        'm/read.json',
        '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::${bucket}/*"}]}',
      ],
    ),
    [['d', [allow(get, 'arn:aws:s3:::<bucket>/*')]]],
  ],
];

describe('a configuration', () => {
  it.each([...read, ...together])('with %s has its policies', (_, text, expected) => {
    const { policies, refusals } = readImport(text);
    expect(refusals).toEqual([]);
    expect(policies.map(({ title }) => title)).toEqual(expected.map(([title]) => title));
    for (const [index, [, Statement]] of expected.entries()) {
      const { newAccess, removedAccess } = compareExact(
        [{ Version: '2012-10-17', Statement }],
        policies.slice(index, index + 1).map(({ policy }) => policy),
      );
      expect([newAccess.kind, removedAccess.kind]).toEqual(['none', 'none']);
    }
  });

  it.each([
    [
      'for over a variable',
      encoded('[for b in var.all : { Effect = "Allow", Action = "s3:*", Resource = b }]'),
      'a for expression',
    ],
    [
      'for with a test on what only Terraform knows',
      encoded('[for b in ["a"] : { Effect = "Allow", Action = "s3:*", Resource = b } if b != var.a]'),
      'a for expression',
    ],
    [
      'for with a test by a function that is not computed',
      encoded('[for b in ["a"] : { Effect = "Allow", Action = "s3:*", Resource = b } if md5(b) == ""]'),
      'a for expression',
    ],
    [
      'for that groups',
      encoded('values({ for b in ["a"] : b => { Effect = "Allow", Action = "s3:*", Resource = b }... })'),
      'the function values',
    ],
    [
      'a dynamic block over a variable',
      document(
        '  dynamic "statement" {\n    for_each = var.all\n    content {\n      actions = ["s3:*"]\n    }\n  }',
      ),
      'a dynamic block',
    ],
    ['a file that was not opened', inFile('file("other.json")'), 'the function file'],
    ['a template that was not opened', inFile('templatefile("other.json", {})'), 'the function templatefile'],
    ['a path that only Terraform knows', inFile('file("${var.folder}/other.json")'), 'the function file'],
    [
      'a template with a directive',
      files(
        ['main.tf', inFile('templatefile("a.tftpl", { x = 1 })')],
        ['a.tftpl', '{"Statement": [%{ for y in x }{}%{ endfor }]}'],
      ),
      'a template directive',
    ],
  ])('with %s names what only Terraform computes', (_, text, detail) => {
    const { policies, refusals } = readImport(text);
    expect(policies).toEqual([]);
    expect(refusals.map((one) => [one.code, one.detail])).toEqual([['notComputed', detail]]);
  });

  it('of collections in collections takes time in proportion', () => {
    const list = `[${Array.from({ length: 200 }, (_, at) => `"${at}"`).join(', ')}]`;
    const nested = `[for a in ${list} : [for b in ${list} : [for c in ${list} : a]]]`;
    const { refusals } = readImport(encoded(nested));
    expect(refusals.map(({ detail }) => detail)).toEqual(['a for expression']);
  });
});
