import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readImport } from '../readImport.ts';
import { readHcl } from './blocks.ts';
import type { Expression } from './tree.ts';

/** A value in short: texts as they are, references between `<` and `>`, what Terraform computes as `?`. */
function short(expression: Expression): unknown {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'template':
      return expression.parts.map(short).join('');
    case 'reference':
      return `<${expression.path.join(' ')}>`;
    case 'call':
      return { [expression.name]: expression.args.map(short) };
    case 'list':
      return expression.entries.map(short);
    case 'object':
      return Object.fromEntries(
        expression.entries.map(({ key, value }) => [
          String(short(key)).replace(/^<(\w+)>$/, '$1'),
          short(value),
        ]),
      );
    case 'conditional':
      return [short(expression.whether), short(expression.otherwise)];
    default:
      return '?';
  }
}

const valueOf = (text: string): unknown => {
  const { blocks, broken } = readHcl(`locals {\n  a = ${text}\n  b = 1\n}`);
  expect(broken).toEqual([]);
  expect(blocks[0]?.attributes.map(({ name }) => name)).toEqual(['a', 'b']);
  const [first] = blocks[0]?.attributes ?? [];
  return first && short(first.value);
};

const cases: readonly (readonly [text: string, value: unknown])[] = [
  ['"a"', 'a'],
  ['"a\\"\\u0062\\n"', 'a"b\n'],
  ['"$${aws:username} %%{x} $x"', '${aws:username} %{x} $x'],
  ['"&{aws:username}"', '&{aws:username}'],
  ['"${var.a}/*"', '<var a>/*'],
  ['"${~ var.a ~}"', '<var a>'],
  ['"x${"y${var.a}"}"', 'xy<var a>'],
  ['"%{ if x }y%{ endif }"', '?y?'],
  ['<<EOF\n{"a": "${var.a}", "b": "\\n"}\nEOF', '{"a": "<var a>", "b": "\\n"}\n'],
  ['<<EOT\n    x\n  EOT', '    x\n'],
  ['<<-EOT\n    x\n  EOT', 'x\n'],
  ['<<-EOT\n    x\n\n      y ${var.a}\n  EOT', 'x\n\n  y <var a>\n'],
  ['<<-EOT\n  ${var.a}\n    x\n  EOT', '<var a>\n  x\n'],
  ['<<-EOT\n${var.a}\n    x\n  EOT', '<var a>\n    x\n'],
  ['"a ${~ var.b ~} c${var.d} e"', 'a<var b>c<var d> e'],
  ['aws_s3_bucket.b.arn', '<aws_s3_bucket b arn>'],
  ['aws_s3_bucket.b[0].arn', '<aws_s3_bucket b 0 arn>'],
  ['aws_subnet.all[*].id', '<aws_subnet all * id>'],
  ['var.m["k"].x', '<var m "k" x>'],
  ['var.m[ 0 ].x', '<var m 0 x>'],
  ['var.m[var.k].x', '<var m [var.k] x>'],
  ['var.m["${k}"]', '<var m ["${k}"]>'],
  ['[1, 2,\n 3,]', [1, 2, 3]],
  ['[\n # one\n 1, /* two */ 2\n]', [1, 2]],
  ['{ a = 1, "b:c" = 2\n d : 3 }', { a: 1, 'b:c': 2, d: 3 }],
  ['{ a = x ? "y" : "z" }', { a: ['y', 'z'] }],
  ['f(1, g("x")...)', { f: [1, { g: ['x'] }] }],
  ['jsonencode({ a = [] })', { jsonencode: [{ a: [] }] }],
  ['[for b in var.all : "${b}/*" if b != "]"]', '?'],
  ['{ for k, v in var.all : k => v }', '?'],
  ['1 + 2 * 3', '?'],
  ['!var.a', '?'],
  ['-1', -1],
  ['var.a == null ? [] : [1]', [[], [1]]],
  ['(\n  "a"\n)', 'a'],
  ['null', null],
];

describe('expressions', () => {
  it.each(cases)('%s', (text, value) => {
    expect(valueOf(text)).toEqual(value);
  });

  it('have the place of their text', () => {
    const text = 'locals {\n  a = { b = [var.c] }\n}';
    const [attribute] = readHcl(text).blocks[0]?.attributes ?? [];
    expect(attribute && text.slice(attribute.value.from, attribute.value.to)).toBe('{ b = [var.c] }');
  });
});

describe('a file', () => {
  it('whose block breaks is read from the next one on, and the place is reported', () => {
    const text = 'resource "a" "b" {\n  c = [1\n}\nresource "d" "e" {\n  f = 1\n}';
    const { blocks, broken } = readHcl(text);
    expect(blocks.map(({ labels }) => labels)).toEqual([['d', 'e']]);
    expect(broken.map(({ from, at }) => [from, text.slice(at)[0]])).toEqual([[0, '}']]);
  });

  const given = readFileSync(new URL('../fixtures/files/team-roles.tf', import.meta.url), 'utf8');

  it('that is cut or changed anywhere is read or refused, never thrown at', () => {
    const change = fc.tuple(
      fc.nat(given.length),
      fc.nat(20),
      fc.constantFrom('', '{', '}', '"', '${', '[', '<<X\n', '?', '\\'),
    );
    fc.assert(
      fc.property(change, ([at, length, put]) => {
        const { policies, refusals } = readImport(given.slice(0, at) + put + given.slice(at + length));
        return policies.length + refusals.length > 0;
      }),
    );
  });

  it.each(['[', '{', '(', '"${', '!', '{a=', 'f('])('with many %s takes time in proportion', (part) => {
    const text = `resource "a" "b" {\n  c = ${part.repeat(50_000)}\n}`;
    expect(readHcl(text).broken).toHaveLength(1);
  });
});

it.each([
  ['a function of a provider', 'provider::aws::trim_iam_role_path("x")', 'notComputed'],
  ['what cannot be read', '@@x', 'notHcl'],
])('a policy that is %s is listed', (_, value, code) => {
  const { policies, refusals } = readImport(
    `resource "aws_kms_key" "k" {\n  policy = ${value}\n}\nresource "aws_sqs_queue" "q" {\n  name = "q"\n}\n`,
  );
  expect([policies, refusals.map((refusal) => refusal.code)]).toEqual([[], [code]]);
});

it('files of OpenTofu in a folder are one configuration', () => {
  const files = [
    ['a/main.tofu', 'resource "aws_iam_policy" "p" {\n  policy = data.aws_iam_policy_document.d.json\n}\n'],
    [
      'a/data.tofu',
      'data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = ["s3:*"]\n    resources = [local.arn]\n  }\n}\n',
    ],
    ['a/locals.tofu', 'locals {\n  arn = "arn:aws:s3:::b"\n}\n'],
  ];
  const { policies } = readImport(files.map(([name, text]) => `# ===== ${name} =====\n${text}`).join(''));
  expect(policies.map(({ title, policy }) => [title, policy.Statement[0]?.Resource])).toEqual([
    ['p', 'arn:aws:s3:::b'],
  ]);
});
