import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../../testing/testCatalog.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { hiddenCharacter } from '../../language/characters/testing/characterArbitraries.ts';
import { jsonEscape } from '../../language/characters/escapeCharacters.ts';
import type { Finding } from '../check.ts';
import type { PolicyType } from '../../language/policyType.ts';
import { checkPolicy } from '../checkPolicy.ts';
import { messageOf } from '../message.ts';
import { deceptiveCharacters } from './deceptiveCharacters.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

const codes = new Set(deceptiveCharacters.rules.map(({ code }) => code));

const found = (text: string, type: PolicyType = 'identity'): readonly Finding[] =>
  checkPolicy(text, type, { catalog }).filter(({ code }) => codes.has(code));

const reported = (text: string, type?: PolicyType) =>
  found(text, type).map(({ code, values, path }) => `${code} ${values['characters']} at ${path.join('/')}`);

/** What an attacker put into a Deny: one that is hidden, one that is Cyrillic, one that is written backwards. */
const TROJAN = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Deny",
      "Action": "s3:*",
      "Resource": [
        "arn:aws:s3:::pay\u200broll/*",
        "arn:aws:s3:::p\u0430yroll/*",
        "arn:aws:s3:::\u202elloryap\u202c/*"
      ]
    }
  ]
}`;

it('names every character of a Deny that protects nothing, with its place', () => {
  expect(reported(TROJAN)).toEqual([
    'SPB_HIDDEN_CHARACTER U+200B ZERO WIDTH SPACE at Statement/0/Resource/0',
    'SPB_LOOKALIKE_CHARACTER U+0430 (Cyrillic, looks like a) at Statement/0/Resource/1',
    'SPB_HIDDEN_CHARACTER U+202E RIGHT-TO-LEFT OVERRIDE, U+202C POP DIRECTIONAL FORMATTING at Statement/0/Resource/2',
  ]);
  const [hidden, lookAlike, turned] = found(TROJAN);
  const textAt = (finding: Finding | undefined) =>
    [finding!, ...finding!.also].map(({ range }) => TROJAN.slice(range.offset, range.offset + range.length));
  expect(textAt(hidden)).toEqual(['\u200b']);
  expect(textAt(lookAlike)).toEqual(['\u0430']);
  expect(textAt(turned)).toEqual(['\u202e', '\u202c']);
  expect(hidden?.type).toBe('SECURITY_WARNING');
  expect(messageOf(hidden!)).toBe('Invisible characters: U+200B ZERO WIDTH SPACE.');
});

const statementWith = (over: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: 's3:GetObject', Resource: '*', ...over }],
  });

/** A place of a policy that can hold any text. */
type Place = [place: string, policy: (text: string) => string, type?: PolicyType];

const places: readonly Place[] = [
  ['an Id', (text) => JSON.stringify({ Id: text, ...JSON.parse(statementWith({})) })],
  ['a Sid', (Sid) => statementWith({ Sid })],
  ['an Effect', (Effect) => statementWith({ Effect })],
  ['an action', (text) => statementWith({ Action: ['s3:GetObject', `s3:${text}`] })],
  ['a resource', (text) => statementWith({ Resource: [`arn:aws:s3:::${text}`] })],
  ['a resource that is not meant', (text) => statementWith({ Resource: undefined, NotResource: text })],
  ['a principal', (text) => statementWith({ Principal: { AWS: [text] } }), 'resource'],
  ['a kind of principal', (text) => statementWith({ Principal: { [text]: '*' } }), 'trust'],
  ['an operator', (text) => statementWith({ Condition: { [text]: { 'aws:userid': 'a' } } })],
  ['a condition key', (text) => statementWith({ Condition: { StringEquals: { [`aws:${text}`]: 'a' } } })],
  [
    'a tag value',
    (text) => statementWith({ Condition: { StringEquals: { 'aws:PrincipalTag/team': [text] } } }),
  ],
  ['the name of an element', (text) => statementWith({ [text]: '*' })],
  ['a value of no element', (text) => statementWith({ Note: { deep: [[text]] } })],
];

const classes: readonly (readonly [text: string, expected: string])[] = [
  ['pay\u200broll', 'SPB_HIDDEN_CHARACTER U+200B ZERO WIDTH SPACE'],
  ['\u202epayroll', 'SPB_HIDDEN_CHARACTER U+202E RIGHT-TO-LEFT OVERRIDE'],
  ['pay\u00a0roll', 'SPB_HIDDEN_CHARACTER U+00A0 NO-BREAK SPACE'],
  ['payroll\ufe0f', 'SPB_HIDDEN_CHARACTER U+FE0F VARIATION SELECTOR-16'],
  ['payroll\u{e0061}', 'SPB_HIDDEN_CHARACTER U+E0061 TAG LATIN SMALL LETTER A'],
  ['pay\u3164roll', 'SPB_HIDDEN_CHARACTER U+3164 HANGUL FILLER'],
  ['pay\u2800roll', 'SPB_HIDDEN_CHARACTER U+2800 BRAILLE PATTERN BLANK'],
  ['pay\u0000roll', 'SPB_HIDDEN_CHARACTER U+0000 NULL'],
  ['pay\u0085roll', 'SPB_HIDDEN_CHARACTER U+0085 NEXT LINE'],
  ['pay\ud800roll', 'SPB_HIDDEN_CHARACTER U+D800 (half of a surrogate pair)'],
  ['pay\uffferoll', 'SPB_HIDDEN_CHARACTER U+FFFE (noncharacter)'],
  ['pay\ue000roll', 'SPB_HIDDEN_CHARACTER U+E000 (private use)'],
  ['p\u0430yroll', 'SPB_LOOKALIKE_CHARACTER U+0430 (Cyrillic, looks like a)'],
  ['𝐩ayroll', 'SPB_LOOKALIKE_CHARACTER U+1D429 (looks like p)'],
  ['pay\u2013roll', 'SPB_LOOKALIKE_CHARACTER U+2013 (looks like -)'],
  ['cafe\u0301', 'SPB_NOT_NORMALIZED U+0301 (normal form: U+00E9)'],
  ['pay\u0337roll', 'SPB_STACKED_MARKS U+0337 (combining marks)'],
];

describe.each(places)('in %s', (_, policy, type) => {
  it.each(classes)('%j is found', (text, expected) => {
    for (const json of [policy(text), policy(text).replace(/[^\x20-\x7e]/g, jsonEscape)])
      expect(reported(json, type).map((line) => line.replace(/ at .*$/, ''))).toEqual([expected]);
  });

  it.each(['payroll', 'данные', '本番環境', 'S3バケット', 'café', 'שלום'])('%s is no finding', (text) => {
    expect(reported(policy(text), type)).toEqual([]);
  });
});

describe('a text that is no JSON', () => {
  it.each([
    [
      'white space that is none',
      '{"Version":\u00a0"2012-10-17"}',
      'SPB_HIDDEN_CHARACTER U+00A0 NO-BREAK SPACE',
    ],
    [
      'a mark between its parts',
      '{\u200b"Version": "2012-10-17"}',
      'SPB_HIDDEN_CHARACTER U+200B ZERO WIDTH SPACE',
    ],
    ['a cut string', '{"Version": "p\u0430y', 'SPB_LOOKALIKE_CHARACTER U+0430 (Cyrillic, looks like a)'],
  ])('has %s', (_, text, expected) => {
    expect(reported(text)).toEqual([`${expected} at `]);
    expect(checkPolicy(text, 'identity', { catalog }).map(({ code }) => code)).toContain('JSON_SYNTAX_ERROR');
  });

  it('has one finding of each kind, however often', () => {
    expect(reported('{"a\u200b" "p\u0430y\u200b" "b\u200b"')).toEqual([
      'SPB_HIDDEN_CHARACTER U+200B ZERO WIDTH SPACE (3 times) at ',
      'SPB_LOOKALIKE_CHARACTER U+0430 (Cyrillic, looks like a) at ',
    ]);
  });

  it('may be written in sentences', () => {
    expect(reported('Amazon’s policy – “as published”…')).toEqual([]);
  });
});

describe('many of them', () => {
  it('in one value are one finding that counts', () => {
    const [finding, ...others] = found(statementWith({ Resource: 'a\u200b'.repeat(100_000) }));
    expect(others).toEqual([]);
    expect(finding?.values['characters']).toBe('U+200B ZERO WIDTH SPACE (100000 times)');
    expect(finding?.also).toHaveLength(20);
  });

  it('in many values are bounded, and the last finding counts the rest', () => {
    const values = Array.from({ length: 10_000 }, (_, index) => `${index}\u200b`);
    const text = statementWith({ Note: values });
    const all = found(text);
    expect(all).toHaveLength(51);
    expect(all.at(-1)?.values['characters']).toBe('U+200B ZERO WIDTH SPACE (9950 times)');
    expect(all.at(-1)?.path).toEqual(['Statement', 0, 'Note', 50]);
    expect(all.at(-1)?.also.at(-1)?.path).toEqual(['Statement', 0, 'Note', 70]);
  });

  it('of many kinds are named as far as there is room', () => {
    const text = statementWith({ Resource: '\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2060' });
    expect(found(text)[0]?.values['characters']).toMatch(
      /^U\+200B .*, U\+200F RIGHT-TO-LEFT MARK and 3 others$/,
    );
  });
});

it('finds each of them at its place, whatever is around', () => {
  const around = fc.stringMatching(/^[a-z/*]{0,4}$/);
  fc.assert(
    fc.property(around, hiddenCharacter, around, (before, character, after) => {
      const text = statementWith({ Resource: [before + character + after] });
      const written = JSON.stringify(character).slice(1, -1);
      const finding = found(text).find(({ code }) => code === 'SPB_HIDDEN_CHARACTER');
      const { offset = 0, length = 0 } = finding?.range ?? {};
      expect(text.slice(offset, offset + length)).toBe(written);
    }),
  );
});
