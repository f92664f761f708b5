import { describe, expect, it } from 'vitest';
import { listOf } from '../../language/policy.ts';
import { readImport } from '../readImport.ts';

/** What Terraform’s functions make of known values, and of what is not known. */

const read = (resource: string, locals = '') =>
  readImport(
    `locals {\n${locals}\n}\nresource "aws_iam_policy" "d" {\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = ${resource} }]\n  })\n}\n`,
  );

/** Title and resources of each policy; of what is not read, what only Terraform computes. */
function found(resource: string, locals = ''): readonly unknown[] {
  const { policies, refusals } = read(resource, locals);
  return [
    ...policies.map(({ title, policy }) => [
      title,
      ...policy.Statement.flatMap((one) => listOf(one.Resource)),
    ]),
    ...refusals.map(({ detail }) => detail),
  ];
}

/** The resources of a document with a dynamic block for each of a collection, without those of its other statement. */
const dynamic = (collection: string): readonly unknown[] => {
  const { policies, refusals } = readImport(
    `data "aws_iam_policy_document" "d" {\n  statement {\n    actions   = ["s3:GetObject"]\n    resources = ["first"]\n  }\n  dynamic "statement" {\n    for_each = ${collection}\n    content {\n      actions   = ["s3:GetObject"]\n      resources = ["\${statement.key}-\${statement.value}"]\n    }\n  }\n}\n`,
  );
  return [
    ...policies.map(({ title, policy }) => [
      title,
      ...policy.Statement.flatMap((one) => listOf(one.Resource)).filter((text) => text !== 'first'),
    ]),
    // In each form that a condition gives.
    ...new Set(refusals.map(({ detail }) => detail)),
  ];
};

const one = (...resources: readonly string[]) => [['d', ...resources]];

/** Sources: https://developer.hashicorp.com/terraform/language/functions, one page for each. */
const lists: readonly (readonly [list: string, entries: readonly string[]])[] = [
  ['toset(["c", "b", "b"])', ['b', 'c']],
  ['toset(["a", "b", 3])', ['3', 'a', 'b']],
  [
    'toset(["b", "B", "a10", "a9", "é", "z", "\\U0001F600", "\\uFB03"])',
    ['B', 'a10', 'a9', 'b', 'z', 'é', 'ﬃ', '😀'],
  ],
  ['tolist(["b", "a", "b"])', ['b', 'a', 'b']],
  ['tolist(["a", "b", 3])', ['a', 'b', '3']],
  ['tolist(toset(["b", "a"]))', ['a', 'b']],
  ['distinct(["a", "b", "a", "c", "d", "b"])', ['a', 'b', 'c', 'd']],
  ['distinct(["1", 1])', ['1']],
  ['compact(["a", "", "b", null, "c"])', ['a', 'b', 'c']],
  ['compact([for b in ["a", "b"] : b == "a" ? b : ""])', ['a']],
  ['sort(["e", "d", "a", "x"])', ['a', 'd', 'e', 'x']],
  ['sort([10, 9])', ['10', '9']],
  ['keys({ a = 1, c = 2, d = 3, B = 4 })', ['B', 'a', 'c', 'd']],
  ['values({ a = "3", c = "2", d = "1", B = "4" })', ['4', '3', '2', '1']],
  ['keys({ (local.k) = 1, k = 2 })', ['k', 'key']],
  ['values({ a = "1", a = "2" })', ['2']],
  ['concat(["b"], [], tolist(["a"]))', ['b', 'a']],
  ['flatten([["a", "b"], [], ["c", [["d"]]]])', ['a', 'b', 'c', 'd']],
  ['flatten(toset(["b", "a"]))', ['a', 'b']],
  ['sort(compact(distinct(["b", "", "a", "b"])))', ['a', 'b']],
  ['[for k, v in { b = "1", a = "2" } : "${k}${v}"]', ['a2', 'b1']],
  ['[trimspace(" a\\n\\n"), trimspace("\\u00A0b\\u2003")]', ['a', 'b']],
  ['[chomp("a\\r\\n"), chomp("b\\n\\n"), "c${chomp("\\nd\\r")}"]', ['a', 'b', 'c\nd']],
  ['[tostring(1), tostring(true), tostring("a")]', ['1', 'true', 'a']],
  ['[chomp(<<-EOT\n    a\n  EOT\n)]', ['a']],
  ['jsondecode("[\\"b\\", \\"a\\"]")', ['b', 'a']],
  ['keys(jsondecode("{\\"b\\": 1, \\"a\\": 2}"))', ['a', 'b']],
  ['[sensitive("a"), nonsensitive("b")]', ['a', 'b']],
  ['["x${jsonencode(local.k)}", "y${local.json}"]', ['x"key"', 'y"key"']],
];

const locals =
  '  k = "key"\n  json = jsonencode("key")\n  m = { a = "1", b = "2", k = "3" }\n  l = ["x", "y"]\n  s = toset(["y", "x", "y"])\n  has = contains(["x"], "y")\n  few = length(local.s) < 3 && true';

/** Conditions that are known decide for one value. */
const decided: readonly (readonly [resource: string, resources: readonly string[]])[] = [
  ['length(compact([""])) > 0 ? "a" : "b"', ['b']],
  ['local.has ? "a" : "b"', ['b']],
  ['local.few ? ["a"] : []', ['a']],
  ['!local.few ? "a" : "b"', ['b']],
  ['"${contains(keys(local.m), "k") ? "a" : "b"}-${length(local.l)}"', ['a-2']],
  ['[startswith(trimspace(" ab"), "a") ? "a" : null]', ['a']],
  ['compact([endswith(local.k, "y") ? "" : "a", "b"])', ['b']],
  ['length(toset(["a", "a"])) == 1 ? local.l : []', ['x', 'y']],
];

const asResources = (list: string) => `[for i, b in ${list} : "arn:aws:s3:::\${b}"]`;

it.each(lists)('%s has the entries that Terraform gives', (list, entries) => {
  expect(found(asResources(list), locals)).toEqual(one(...entries.map((entry) => `arn:aws:s3:::${entry}`)));
  expect(found(asResources('local.all'), `${locals}\n  all = ${list}`)).toEqual(
    found(asResources(list), locals),
  );
});

/** Entries of the list by a test, by what they are about, or by their place. */
const tested: readonly (readonly [resource: string, resources: readonly string[]])[] = [
  ['[for k, b in toset(["y", "x"]) : "${k}-${b}"]', ['x-x', 'y-y']],
  ['[for k, b in local.s : "${k}-${b}"]', ['x-x', 'y-y']],
  ['[for k, b in tolist(local.s) : "${k}-${b}"]', ['0-x', '1-y']],
  ['[for k, b in sort(["b", "a"]) : "${k}-${b}"]', ['0-a', '1-b']],
  ['[for k, b in compact(["", "b"]) : "${k}-${b}"]', ['0-b']],
  ['[for k, b in { z = 1, a = 2 } : "${k}-${b}"]', ['a-2', 'z-1']],
  ['[for b in ["a"] : b if length(compact(["", ""])) == 0]', ['a']],
  ['[for b in ["a"] : b if length(distinct(["x", "x"])) == 1]', ['a']],
  ['[for b in ["a", "b"] : b if length(toset([b, "b"])) == 1]', ['b']],
  ['[for b in [" a", "a"] : trimspace(b) if trimspace(b) == b]', ['a']],
  ['[for b in ["", " ", "a"] : b if trimspace(b) != ""]', ['a']],
  ['[for b in [1, 2] : "x${b}" if tostring(b) == "1"]', ['x1']],
  ['[for b in [1, 2] : "x${b}" if b == 1]', ['x1']],
  ['[for b in ["1"] : "x${b}" if b != 1]', ['x1']],
  ['[for b in ["a", "c"] : b if contains(keys({ a = 1, b = 2 }), b)]', ['a']],
  ['[for b in ["a", "c"] : b if contains(compact(["", "c"]), b) || b == ""]', ['c']],
  ['[for b in ["a", null] : b if b != null]', ['a']],
  ['[for b in ["a", "b"] : b == "a" ? "x" : "y"]', ['x', 'y']],
  ['[for b in ["a", "b"] : local.m[b]]', ['1', '2']],
  ['[for k in ["a"] : local.m[k]]', ['1']],
  ['[local.l[0], local.l["1"], local.m["b"], local.m[trimspace(" a ")]]', ['x', 'y', '2', '1']],
  ['[for k in ["a", "b"] : aws_s3_bucket.x[k].arn]', ['<aws_s3_bucket_x_a_arn>', '<aws_s3_bucket_x_b_arn>']],
  ['values({ for b in toset(["y", "x"]) : b => "v-${b}" })', ['v-x', 'v-y']],
  [
    '[for b in flatten([aws_s3_bucket.a.arn, [aws_s3_bucket.b.arn]]) : "${b}/*"]',
    ['<aws_s3_bucket_a_arn>/*', '<aws_s3_bucket_b_arn>/*'],
  ],
  ['[join(",", sort(["b", "a"])), join("-", toset(["b", "a", "b"]))]', ['a,b', 'a-b']],
];

it.each([...tested, ...decided])('%s is %j', (resource, resources) => {
  expect(found(resource, locals)).toEqual(one(...resources));
});

describe('what depends on a value that only Terraform knows', () => {
  it.each([
    ['for', '[for b in ["a"] : b if length(compact([var.x])) == 0]', 'a for expression'],
    ['for', '[for b in ["a"] : b if length(distinct([var.x, "x"])) == 1]', 'a for expression'],
    ['for', '[for b in ["a"] : b if length(toset([var.x, "x"])) == 2]', 'a for expression'],
    ['for', '[for b in ["a"] : b if length(flatten([var.x])) == 1]', 'a for expression'],
    ['for', '[for b in ["a"] : b if length({ (var.x) = 1, b = 2 }) == 2]', 'a for expression'],
    ['for', '[for b in ["a"] : b if trimspace(var.x) == ""]', 'a for expression'],
    ['for', '[for b in ["a"] : b if jsondecode(var.x) == ""]', 'a for expression'],
    ['for', '[for b in ["a"] : b if length(jsonencode(["a"])) == 1]', 'a for expression'],
    ['for', '[for b in ["a"] : b if contains(compact([var.x]), "a")]', 'a for expression'],
    ['for', '[for b in ["a"] : b if length("e\\u0301") == 2]', 'a for expression'],
    ['an entry that may be several', '[for b in flatten([var.x]) : "a"]', 'a for expression'],
    [
      'an index',
      '[for k, b in toset(["b", var.x]) : "${k}-${b}-${sort([var.x, "b"])[0]}"]',
      'a part of a value',
    ],
    ['an index', '[for k, b in sort(["b", var.x]) : "${k}-${b}"]', 'the index of an entry'],
    ['an index', '[for k, b in compact(["b", var.x]) : "${k}-${b}"]', 'the index of an entry'],
    ['an index', '[for k, b in keys({ (var.x) = 1, b = 2 }) : "${k}-${b}"]', 'the index of an entry'],
    ['a place', '[local.sorted[0]]', 'a part of a value'],
    ['a place', '[local.counted[0]]', 'a part of a value'],
    ['a part by an entry', '[for b in [var.x, var.y] : local.m[b]]', 'a part of a value'],
    ['a condition on an entry', '[for b in ["a", var.x] : b == "a" ? "x" : "y"]', 'a conditional expression'],
    ['a set or a list', '[for k, b in (var.on ? ["b"] : toset(["x"])) : "${k}-${b}"]', 'a for expression'],
    ['a text of a list', '[join(",", sort([var.x, "b"]))]', 'the function join'],
    ['a text of a list', '[join(",", compact([var.x, "b"]))]', 'the function join'],
    ['a text of a list', '[join(",", distinct(var.x))]', 'the function join'],
    ['two entries of one name', 'values({ for b in ["a", "b"] : "k" => b })', 'the function values'],
    ['a function that is not computed', '[for b in matchkeys(["a"], ["b"], ["b"]) : b]', 'a for expression'],
    ['a value that is no text', '[tostring(["a"])]', 'the function tostring'],
    ['a value that is no list', 'toset({ a = "x" })', 'the function toset'],
  ])('%s: %s is not read', (_, resource, detail) => {
    expect(
      found(resource, `${locals}\n  sorted = sort([var.x, "b"])\n  counted = compact([var.x, "b"])`),
    ).toEqual([detail]);
  });

  it.each<[resource: string, policies: readonly unknown[]]>([
    ['compact([var.x, "b"])', one('<x>', 'b')],
    [
      'length(compact([var.x])) > 0 ? "a" : "b"',
      [
        ['d (length(compact([var.x])) > 0)', 'a'],
        ['d (not length(compact([var.x])) > 0)', 'b'],
      ],
    ],
    ['distinct([var.x, "b", "b"])', one('<x>', 'b')],
    ['toset([aws_s3_bucket.b.arn, "b"])', one('<aws_s3_bucket_b_arn>', 'b')],
    ['[trimspace(var.x), trimspace(" ${var.x}/* ")]', one('<x>', '<x>/*')],
    ['sort(var.x)', one('<x>')],
    [
      'concat(["b"], [for x in compact([var.x]) : "a"])',
      [
        ['d (var.x is not empty)', 'b', 'a'],
        ['d (not var.x is not empty)', 'b'],
      ],
    ],
    [
      '[for x in compact([aws_s3_bucket.b.arn, "${var.x}/*"]) : "${x}"]',
      one('<aws_s3_bucket_b_arn>', '<x>/*'),
    ],
    [
      'compact([var.on ? "a" : "", "b"])',
      [
        ['d (var.on)', 'a', 'b'],
        ['d (not var.on)', 'b'],
      ],
    ],
    [
      '[for b in compact([var.on ? "a" : null, "b"]) : "x-${b}"]',
      [
        ['d (var.on)', 'x-a', 'x-b'],
        ['d (not var.on)', 'x-b'],
      ],
    ],
    [
      '[for b in [var.on ? "a" : null, "b"] : "x-${b}" if b != null]',
      [
        ['d (var.on)', 'x-a', 'x-b'],
        ['d (not var.on)', 'x-b'],
      ],
    ],
    [
      'concat(["c"], [for b in [var.on ? "a" : null] : "x"])',
      [
        ['d (var.on)', 'c', 'x'],
        ['d (not var.on)', 'c', 'x'],
      ],
    ],
  ])('%s has a placeholder or a condition for it', (resource, policies) => {
    expect(found(resource)).toEqual(policies);
  });
});

it.each<[collection: string, found: readonly unknown[]]>([
  ['["b", "a"]', one('0-b', '1-a')],
  ['toset(["b", "a", "b"])', one('a-a', 'b-b')],
  ['{ b = 1, a = 2 }', one('a-2', 'b-1')],
  ['compact(["", "a"])', one('0-a')],
  ['toset([var.x])', one('<x>-<x>')],
  ['toset(compact([var.x]))', [['d (var.x is not empty)', '<x>-<x>'], ['d (not var.x is not empty)']]],
  ['compact([var.x, "a"])', ['the index of an entry']],
  ['flatten([var.x])', ['a dynamic block']],
  ['compact(var.x)', ['a dynamic block']],
  ['sort([var.x, "a"])', ['the index of an entry']],
])('a dynamic block for each of %s has %j', (collection, expected) => {
  expect(dynamic(collection)).toEqual(expected);
});

it.each([
  ['length(', ')'],
  ['contains([], ', ')'],
  ['!length(', ')'],
  ['1 == length(', ')'],
  ['local.m[length(', ')]'],
])('%s in itself takes time in proportion', (open, close) => {
  const nested = `${open.repeat(40)}var.x${close.repeat(40)}`;
  expect(found(`[for b in ["a"] : b if ${nested}]`, locals)).toHaveLength(1);
});

describe('what only the text of several lists, numbers and modules says', () => {
  it('join has the entries of all its lists', () => {
    expect(found('join("/", ["arn:aws:s3:::a"], local.more)', 'more = ["b", "c"]')).toEqual([
      ['d', 'arn:aws:s3:::a/b/c'],
    ]);
  });
  it('a number with more digits than are kept is not read', () => {
    expect(found('"arn:aws:s3:::${local.n}"', 'n = 1234567890123456789')).toEqual(['a number']);
  });
  it('a local value that is there twice, as of two modules, is none', () => {
    expect(found('"arn:aws:s3:::${local.b}"', 'b = "one"\n}\nlocals {\nb = "two"')).toEqual([
      ['d', 'arn:aws:s3:::<local_b>'],
    ]);
  });
});
