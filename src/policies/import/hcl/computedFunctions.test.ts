import { describe, expect, it } from 'vitest';
import { listOf } from '../../language/policy.ts';
import { readImport } from '../readImport.ts';

/** Functions of lists, objects and texts: of what is known computed, of the rest a placeholder, a condition or what is listed. */

const locals = [
  'k = "key"',
  'l = ["a", "b", "c"]',
  'm = { a = "1", b = "2" }',
  's = toset(["b", "a"])',
  'nested = [["a"], ["b"]]',
  'teams = { fraud = { bucket = "f" }, churn = { bucket = "c", extra = "e" } }',
  'either = var.on ? { a = "x" } : { a = "y" }',
].join('\n  ');

/** Title and resources of each policy; of what is not read, what only Terraform computes. */
function found(resource: string): readonly unknown[] {
  const { policies, refusals } = readImport(
    `locals {\n  ${locals}\n}\nresource "aws_iam_policy" "d" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = ${resource} }]\n  })\n}\n`,
  );
  return [
    ...policies.map(({ title, policy }) => [
      title,
      ...policy.Statement.flatMap((one) => listOf(one.Resource)),
    ]),
    ...refusals.map(({ detail }) => detail),
  ];
}

/** Source: https://developer.hashicorp.com/terraform/language/functions, one page for each: the examples there, and what follows from it. */
it.each<[resource: string, ...resources: string[]]>([
  ['element(local.l, 1)', 'b'],
  ['element(local.l, 3)', 'a'],
  ['element(local.l, "4")', 'b'],
  ['element(local.l, -1)', 'c'],
  ['slice(local.l, 1, 3)', 'b', 'c'],
  ['slice(local.l, 0, 1)', 'a'],
  ['reverse(local.l)', 'c', 'b', 'a'],
  ['reverse(local.s)', 'b', 'a'],
  ['reverse(["a", var.x])', '<x>', 'a'],
  ['chunklist(local.l, 2)[0]', 'a', 'b'],
  ['chunklist(local.l, 2)[1]', 'c'],
  ['chunklist(local.l, 0)[0]', 'a', 'b', 'c'],
  ['"x${index(local.l, "b")}"', 'x1'],
  ['"x${index(["b", "b"], "b")}"', 'x0'],
  ['one(["a"])', 'a'],
  ['coalesce(one([]), "b")', 'b'],
  ['coalescelist([], local.l)', 'a', 'b', 'c'],
  ['coalescelist([[], ["c", "d"]]...)', 'c', 'd'],
  ['[for i in range(3) : "x${i}"]', 'x0', 'x1', 'x2'],
  ['[for i in range(1, 3) : "x${i}"]', 'x1', 'x2'],
  ['[for i in range(1, 8, 3) : "x${i}"]', 'x1', 'x4', 'x7'],
  ['[for i in range(3, 1) : "x${i}"]', 'x3', 'x2'],
  ['[for i in range(-2) : "x${i}"]', 'x0', 'x-1'],
  ['formatlist("%s/*", local.l)', 'a/*', 'b/*', 'c/*'],
  ['formatlist("%s-%s", local.k, ["a", "b"])', 'key-a', 'key-b'],
  ['formatlist("%s/%s", [aws_s3_bucket.b.arn], ["a"])', '<aws_s3_bucket_b_arn>/a'],
  ['lookup(local.m, "a")', '1'],
  ['lookup(local.m, "z", "what?")', 'what?'],
  ['[for n, t in local.teams : lookup(t, "extra", "none")]', 'e', 'none'],
  ['lookup(local.teams, "fraud")["bucket"]', 'f'],
  ['lookup(local.teams, "fraud").bucket', 'f'],
  ['values(merge({ a = "b", c = "d" }, { e = "f", c = "z" }))', 'b', 'z', 'f'],
  ['merge(local.m, null, { b = "3" })["b"]', '3'],
  ['merge([local.m, { a = "9" }]...)["a"]', '9'],
  ['values(zipmap(["b", "a"], ["1", "2"]))', '2', '1'],
  ['zipmap(["a", "a"], ["1", "2"])["a"]', '2'],
  ['values(tomap({ b = "1", a = "2" }))', '2', '1'],
  ['setunion(["a", "b"], ["b", "c"], ["d"])', 'a', 'b', 'c', 'd'],
  ['setunion(local.nested...)', 'a', 'b'],
  ['setintersection(["a", "b"], ["b", "c"], ["b", "d"])', 'b'],
  ['setsubtract(["a", "b", "c"], ["a", "c"])', 'b'],
  ['[for k, b in setsubtract(["b", "a"], []) : "${k}-${b}"]', 'a-a', 'b-b'],
  ['coalesce("", null, "b")', 'b'],
  ['coalesce(aws_s3_bucket.b.arn, "c")', '<aws_s3_bucket_b_arn>'],
  ['coalesce(["", "b"]...)', 'b'],
  ['try(local.m.z, "d")', 'd'],
  ['try(local.m["z"], local.l[9], "d")', 'd'],
  ['try(local.m.a, "d")', '1'],
  ['try("${local.m.z}/*", "d")', 'd'],
  ['try(lookup(local.m, "z"), element([], 0), "d")', 'd'],
  ['try(var.x, "d")', '<x>'],
  ['try(aws_s3_bucket.b.arn, "d")', '<aws_s3_bucket_b_arn>'],
  ['[for n, t in local.teams : try(t.extra, "none")]', 'e', 'none'],
  ['can(local.m.z) ? "a" : "b"', 'b'],
  ['can(local.m.a) ? "a" : "b"', 'a'],
  ['[for n, t in local.teams : n if can(t.extra)]', 'churn'],
  ['[for b in ["prod-a", "dev-b"] : b if can(regex("^prod-", b))]', 'prod-a'],
  ['[for b in local.l : b if contains(setunion(["a"], ["c"]), b)]', 'a', 'c'],
  ['title("hello world-x_y")', 'Hello World-X_y'],
  ['lower("HeLLo")', 'hello'],
  ['upper("a-b1")', 'A-B1'],
  ['substr("hello world", 1, 4)', 'ello'],
  ['substr("hello world", -5, -1)', 'world'],
  ['substr("hello world", 6, 100)', 'world'],
  ['trim("?!hello?!", "!?")', 'hello'],
  ['trimprefix("helloworld", "hello")', 'world'],
  ['trimprefix("helloworld", "cat")', 'helloworld'],
  ['trimsuffix("helloworld", "world")', 'hello'],
  ['replace("1 + 2 + 3", "+", "-")', '1 - 2 - 3'],
  ['replace("B/*", "B", aws_s3_bucket.b.arn)', '<aws_s3_bucket_b_arn>/*'],
  ['split(",", "foo,bar,baz")', 'foo', 'bar', 'baz'],
  ['split("/", "a/b")[1]', 'b'],
  ['element(split("/", "a/b"), 0)', 'a'],
  ['regex("[a-z]+", "53453453.345345aaabbbccc23454")', 'aaabbbccc'],
  ['regex("(\\\\d\\\\d\\\\d\\\\d)-(\\\\d\\\\d)", "2019-02-01")[0]', '2019'],
  ['regexall("[a-z]+", "1234abcd5678efgh9")', 'abcd', 'efgh'],
  ['[for b in ["a"] : "x${b}" if length(regexall("[a-z]", "1")) == 0]', 'xa'],
  ['(local.m)["a"]', '1'],
  ['{ a = "x" }["a"]', 'x'],
  ['[for b in local.l : b][1]', 'b'],
])('%s is computed', (resource, ...resources) => {
  expect(found(resource)).toEqual([['d', ...resources]]);
});

it.each<[resource: string, detail: string]>([
  ...(
    [
      'element([], 0)',
      'element(local.s, 0)',
      'slice(local.l, 0, 4)',
      'slice(local.l, 2, 1)',
      'slice(local.l, -1, 1)',
      'slice(local.s, 0, 1)',
      'chunklist(local.l, -1)',
      'index(local.l, "z")',
      'index(local.s, "a")',
      'one(["a", "b"])',
      'coalescelist([], [])',
      'coalesce("", null)',
      'lookup(local.m, "z")',
      'zipmap(["a"], ["1", "2"])',
      'range(1, 3, -1)',
      'range(1, 3, 0)',
      'range(1025)',
      'formatlist("%s%s", ["a"], ["b", "c"])',
      'try(local.m.z)',
      'regex("[A-Z]", "a")',
      'concat(["a"]...)',
    ] as const
  ).map((call): [string, string] => [call, `the function ${call.slice(0, call.indexOf('('))}`]),
  ['local.m.z', 'a part of a value'],
  ['local.l[3]', 'a part of a value'],
  ['local.k.a', 'a part of a value'],
  ['lookup(local.teams, "fraud").extra', 'a part of a value'],
])('%s, which Terraform rejects, is listed', (resource, detail) => {
  expect(found(resource)).toEqual([detail]);
});

describe('what depends on a value that only Terraform knows', () => {
  it.each([
    ['slice(var.x, 0, 1)'],
    ['slice(sort([var.x, "b"]), 0, 1)'],
    ['reverse(var.x)'],
    ['chunklist(var.x, 2)'],
    ['element(local.l, var.i)'],
    ['index([var.x, "b"], "b")'],
    ['merge(var.x, local.m)'],
    ['zipmap([var.x], ["a"])'],
    ['setintersection([var.x], ["a"])'],
    ['setsubtract(["a"], var.x)'],
    ['formatlist("%s/*", var.x)'],
    ['formatlist("%05d", ["1"])'],
    ['range(var.n)'],
    ['coalescelist(var.x, ["a"])'],
    ['coalesce(1, "a")'],
    ['try(var.x.list, ["a"])'],
    ['lookup(var.x, "k", ["a"])'],
    ['lookup({ (var.x) = "1", b = "2" }, "b")'],
    ['regex("(a+)+$", "aaaa")'],
    ['regex("a?a?a?a?a?a?", "aaaa")'],
    ['regex("\\\\p{L}", "a")'],
    ['regex("(?i)a", "A")'],
    ['regex("[a-z]", var.x)'],
    ['title("élan")'],
    ['substr("e\\u0301a", 0, 1)'],
    ['lower(["A"])'],
    ['replace("abc", "/b/", "x")'],
  ])('%s is listed', (call) => {
    expect(found(call)).toEqual([`the function ${call.slice(0, call.indexOf('('))}`]);
  });

  it.each<[resource: string, policies: readonly unknown[]]>([
    [
      '"${replace(aws_iam_openid_connect_provider.p.url, "https://", "")}:sub"',
      [['d', '<replace_aws_iam_openid_connect_provider_p_url_https>:sub']],
    ],
    ['[lower(var.x), "${lower(var.x)}/*"]', [['d', '<lower_var_x>', '<lower_var_x>/*']]],
    ['lookup(var.m, "k", "d")', [['d', '<lookup_var_m_k_d>']]],
    ['lookup(var.m, "k")', [['d', '<m_k>']]],
    ['lookup(local.m, var.k, "d")', [['d', '<lookup_local_m_var_k_d>']]],
    ['try(aws_s3_bucket.b[0].arn, "")', [['d', '<try_aws_s3_bucket_b_0_arn>']]],
    ['element(var.x, 0)', [['d', '<x_0>']]],
    ['split("/", var.x)[1]', [['d', '<xList1>']]],
    ['element(split("/", var.x), 1)', [['d', '<xList1>']]],
    ['concat(var.x, ["b"])', [['d', '<x>', 'b']]],
    ['setunion(["b"], [var.x])', [['d', 'b', '<x>']]],
    ['[for b in [var.x] : lower(b)]', ['the function lower']],
    ['[for b in concat(var.x, ["b"]) : b]', ['a for expression']],
    ['join(",", concat(var.x, ["b"]))', ['the function join']],
    ['concat(aws_s3_bucket.b.arn, ["b"])', ['the function concat']],
    [
      'coalesce(var.x, "b")',
      [
        ['d (var.x is not empty)', '<x>'],
        ['d (not var.x is not empty)', 'b'],
      ],
    ],
    [
      'concat(["a"], var.on ? ["b"] : [])',
      [
        ['d (var.on)', 'a', 'b'],
        ['d (not var.on)', 'a'],
      ],
    ],
    [
      'concat(var.on ? ["b"] : [], var.on ? ["c"] : ["d"])',
      [
        ['d (var.on)', 'b', 'c'],
        ['d (not var.on)', 'd'],
      ],
    ],
    [
      'concat(["a"], var.on ? var.x : [])',
      [
        ['d (var.on)', 'a', '<x>'],
        ['d (not var.on)', 'a'],
      ],
    ],
    [
      'flatten([["a"], var.on ? [["b"]] : ["c"]])',
      [
        ['d (var.on)', 'a', 'b'],
        ['d (not var.on)', 'a', 'c'],
      ],
    ],
    [
      '[for b in concat(["a"], var.on ? ["b"] : []) : "${b}/*"]',
      [
        ['d (var.on)', 'a/*', 'b/*'],
        ['d (not var.on)', 'a/*'],
      ],
    ],
    [
      'join(",", concat(["a"], var.on ? ["b"] : []))',
      [
        ['d (var.on)', 'a,b'],
        ['d (not var.on)', 'a'],
      ],
    ],
    ['[concat(["a"], var.on ? ["b"] : [])[0]]', ['a part of a value']],
    [
      'merge(local.m, var.on ? { a = "y" } : {})["a"]',
      [
        ['d (var.on)', 'y'],
        ['d (not var.on)', '1'],
      ],
    ],
    [
      'local.either.a',
      [
        ['d (var.on)', 'x'],
        ['d (not var.on)', 'y'],
      ],
    ],
    [
      'lookup(local.m, var.on ? "a" : "b")',
      [
        ['d (var.on)', '1'],
        ['d (not var.on)', '2'],
      ],
    ],
    [
      'element(var.on ? ["a"] : ["b", "c"], 1)',
      [
        ['d (var.on)', 'a'],
        ['d (not var.on)', 'c'],
      ],
    ],
    ['merge({}, var.a ? {} : {}, var.b ? {} : {}, var.c ? {} : {}, var.d ? {} : {})', ['the function merge']],
  ])('%s has a placeholder, a condition or is listed', (resource, policies) => {
    expect([...new Map(found(resource).map((one) => [JSON.stringify(one), one])).values()]).toEqual(policies);
  });

  it('a policy that a function changes is listed with the function', () => {
    const text =
      'resource "aws_iam_policy" "d" {\n  policy = replace(data.aws_iam_policy_document.other.json, "a", "b")\n}\n';
    expect(readImport(text).refusals.map(({ code, detail }) => [code, detail])).toEqual([
      ['notComputed', 'the function replace'],
    ]);
  });
});

it.each([
  ['concat(', ', ["a"])'],
  ['coalesce(var.x, ', ')'],
  ['try(local.m.z, ', ')'],
  ['merge(var.on ? {} : { a = "1" }, ', ')'],
  ['element([', '], 0)'],
  ['reverse(flatten(', '))'],
  ['lower(', ')'],
  ['replace(', ', "a", "aa")'],
])('%s in itself takes time in proportion', (open, close) => {
  const inner = open.startsWith('concat') || open.startsWith('reverse') ? '["a"]' : '"a"';
  expect(found(`${open.repeat(30)}${inner}${close.repeat(30)}`).length).toBeGreaterThan(0);
});
