import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { parsePolicy } from '../language/parse.ts';
import { printPolicy } from '../language/print.ts';
import { builtIn } from '../library/builtIn.ts';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';
import { runs } from '../testing/effort.ts';

const policies = compose(fillExamples(createDraft({}, builtIn), builtIn), builtIn).map(({ policy }) =>
  printPolicy(policy).text.trim(),
);
const texts = [...policies, ...policies.map((text) => JSON.stringify(JSON.parse(text)))];

const pairs = [
  '“”',
  '„“',
  '””',
  '‘’',
  '′′',
  '″″',
  '«»',
  '»«',
  '‹›',
  '``',
  '´´',
  "''",
  '＂＂',
  '「」',
  '❝❞',
].map((pair): readonly [string, string] => [pair.charAt(0), pair.charAt(1)]);
const marks = [...new Set(pairs.flat()), "''", '``', '""', '"', '’’'];

const valueOf = (text: string): unknown => {
  const read = parsePolicy(text);
  return read.ok ? read.policy : read.errors;
};

/** Everything of a text but quotation marks and white space. */
const bare = (text: string): string => text.replaceAll(/["'`´«»‹›“”„‘’′″＂「」❝❞\s]/g, '');

const listOfFour =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["s3:GetObject","s3:PutObject","s3:ListBucket","s3:DeleteObject"],"Resource":"*"}]}';

describe('quotation marks of any kind', () => {
  it.each(pairs)('around every string: %s%s', (opening, closing) => {
    for (const text of texts.filter((one) => !/['`]/.test(one))) {
      const pasted = text.replaceAll(/"([^"]*)"/g, `${opening}$1${closing}`);
      const { policies: found, refusals } = readImport(pasted);
      expect(refusals).toEqual([]);
      expect(found.map((one) => valueOf(one.text))).toEqual([valueOf(text)]);
      expect(found[0]?.repairs.length).toBe(text.split('"').length >> 1);
    }
  });

  it.each(pairs)(
    'between the entries of a list, where one string swallows several: %s%s',
    (opening, closing) => {
      for (const between of [',', ', ', ' , ', ',\n']) {
        const swallowed = listOfFour.replaceAll('","s3', `${closing}${between}${opening}s3`);
        const { policies: found, refusals } = readImport(swallowed);
        expect(refusals).toEqual([]);
        expect(found.map((one) => valueOf(one.text))).toEqual([valueOf(listOfFour)]);
        expect(found[0]?.doubtful).toBe(false);
        expect(found[0]?.repairs.map(({ code }) => code)).toEqual(Array(4).fill('quotes'));
        for (const { range } of found[0]!.repairs)
          expect(swallowed.slice(range.offset, range.offset + range.length)).toMatch(/^.s3:\w+.$/);
      }
    },
  );

  it('in place of all between two places: read as they were, or refused', () => {
    const law = (
      text: string,
      from: number,
      count: number,
      [opening, closing]: readonly [string, string],
    ) => {
      const places = [...text.matchAll(/"/g)].map(({ index }) => index);
      const damaged = new Set(places.slice(from % places.length).slice(0, count));
      const isOpening = (at: number) => places.indexOf(at) % 2 === 0;
      const mark = (at: number) => (isOpening(at) ? opening : closing);
      const pasted = Array.from(text, (one, at) => (damaged.has(at) ? mark(at) : one)).join('');
      const { policies: found, refusals } = readImport(pasted);
      if (refusals.length === 0) expect(found.map((one) => valueOf(one.text))).toEqual([valueOf(text)]);
    };
    const text = fc.constantFrom(...texts.slice(0, 20), listOfFour);
    const count = fc.integer({ min: 1, max: 40 });
    fc.assert(fc.property(text, fc.nat(), count, fc.constantFrom(...pairs), law), { numRuns: runs(200) });
  });

  it('put into a text: kept word for word and noted where they are unusual, or refused', () => {
    const law = (text: string, at: number, mark: string) => {
      const place = at % text.length;
      const pasted = text.slice(0, place) + mark + text.slice(place);
      const { policies: found, refusals } = readImport(pasted);
      if (refusals.length > 0) return;
      const [one] = found;
      expect(bare(one?.text ?? '')).toBe(bare(pasted));
      const told = [...one!.repairs, ...one!.notes].map(({ range }) => [
        range.offset,
        range.offset + range.length,
      ]);
      if (JSON.stringify(valueOf(one!.text)) === JSON.stringify(valueOf(text))) return;
      expect(one?.text).toBe(pasted);
      if (mark > '\u007f') expect(told.some(([from = 0, to = 0]) => from <= place && place < to)).toBe(true);
    };
    const text = fc.constantFrom(...texts.slice(0, 20), listOfFour);
    fc.assert(fc.property(text, fc.nat(), fc.constantFrom(...marks), law), { numRuns: runs(200) });
  });

  /** What looks like a comment behind the mark is the rest of the string. */
  it.each(marks)('before what would be a comment, in an address or a pattern: %s', (mark) => {
    for (const [before, behind] of [
      ['https:', '//a.example/b'],
      ['arn:aws:s3:::b', '/*'],
      ['arn:aws:s3:::b/', '#1'],
      ['b', '<!-- c -->'],
    ])
      for (const end of ['"\n]', '",\n"c"]', '" ]'])
        for (const later of ['', '\n/* */']) {
          const list = `["${before}${mark}${behind}${end}`;
          const text = `{"Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": ${list}}]}`;
          const { policies: found, refusals } = readImport(text + later);
          if (refusals.length === 0) expect(found.map((one) => bare(one.text))).toEqual([bare(text)]);
        }
  });

  it('but not where a comment directly follows a string', () => {
    const text =
      '{"Statement":[{"Effect":"Deny","Action":"s3:*"//all of it\n,"Resource":"*"/* that\'s "all" of it */}]}';
    const { policies: found, refusals } = readImport(text);
    expect(refusals).toEqual([]);
    expect(found[0]?.repairs.map(({ code }) => code)).toEqual(['comment', 'comment']);
  });

  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['prose between them', '"Resource":["a b”, “c d"]', ['mixedQuotes']],
    ['one that ends nothing', '"Resource":["a”, b"]', ['mixedQuotes']],
    ['one that begins nothing', '"Resource":["a, “b"]', ['mixedQuotes']],
    ['swallowed in an escape', '"Resource":["a\\u201d, \\u201cb"]', ['mixedQuotes']],
    ['straight ones in an escape', '"Resource":["a\\", \\"b"]', ['mixedQuotes']],
    ['doubled around a comma', '"Resource":["a"",""b"]', ['mixedQuotes']],
    ['doubled around a comma and spaces', '"Resource":["a" ", " "b"]', ['mixedQuotes']],
    ['swallowed outside of a list', '"Resource":"a”, “b"', ['mixedQuotes']],
    ['two in a list without a comma', '"Resource":["a""b"]', ['mixedQuotes']],
    ['a string in two kinds of marks', '"Resource":[‘a ’ b’]', ['mixedQuotes']],
    ['an apostrophe', `"Resource":"arn:aws:s3:::team's/*"`, []],
    [
      'the default of a policy variable',
      `"Resource":"arn:aws:s3:::b/\${aws:PrincipalTag/team, 'none'}/*"`,
      [],
    ],
  ];
  it.each(cases)('%s', (_, resource, codes) => {
    const text = `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*",${resource}}]}`;
    const { policies: found, refusals } = readImport(text);
    expect(refusals.map(({ code }) => code)).toEqual(codes);
    expect(found.map((one) => one.text)).toEqual(codes.length === 0 ? [text] : []);
    for (const { range } of refusals) expect(range.offset).toBeGreaterThan(text.indexOf('Resource'));
  });

  /** What may separate two entries, in the notation of any language, on a page or in a word processor. */
  const separators = [
    '\uff0c',
    '\u3001',
    '\u060c',
    '\u061b',
    ';',
    '; ',
    '\uff1b',
    '\n',
    '\r\n        ',
    ' ',
    '\t',
    '\u00a0',
    '\u200b,\u200b',
    '\u3164,\u3164',
    ' | ',
    '/',
    ' + ',
    ' \u2022 ',
    '\n * ',
    ' \u2013 ',
    '.,',
  ];
  const elements: readonly (readonly [string, (entry: string) => object])[] = [
    ['Action', (entry) => ({ Action: [entry], Resource: '*' })],
    ['NotAction', (entry) => ({ NotAction: entry, Resource: '*' })],
    ['Resource', (entry) => ({ Action: '*', Resource: [entry] })],
    [
      'a value of a condition',
      (entry) => ({ Action: '*', Resource: '*', Condition: { StringEquals: { 'aws:a': [entry] } } }),
    ],
  ];
  const readOf = (fields: object) => {
    const text = JSON.stringify({ Statement: [{ Effect: 'Deny', ...fields }] });
    const { policies: found, refusals } = readImport(text);
    return { text, found, codes: refusals.map(({ code }) => code) };
  };

  it.each(separators)('a list swallowed with %j between its entries is refused', (between) => {
    for (const [opening, closing] of pairs)
      for (const [element, fields] of elements) {
        const { found, codes } = readOf(fields(`s3:Get*${closing}${between}${opening}s3:Put*`));
        expect([found, codes], `${closing}${between}${opening} in ${element}`).toEqual([[], ['mixedQuotes']]);
      }
  });

  it.each(['”“', '’‘', '“„', '‘‚', '»«', '›‹', '」「', '❞❝'])(
    'a list swallowed with nothing between its entries is refused: %s',
    (between) => {
      for (const [, fields] of elements)
        expect(readOf(fields(`s3:Get*${between}s3:Put*`)).codes).toEqual(['mixedQuotes']);
    },
  );

  it.each([
    '&quot;',
    '&#34;',
    '&#034;',
    '&#x22;',
    '&#X22;',
    '&amp;quot;',
    '&apos;',
    '&#39;',
    '&rdquo;',
    '&#8221;',
    '&#x201D;',
    '&raquo;',
    '\\"',
    '\\u0022',
    '\\u201d',
  ])('marks in the notation of a page or a program are marks: %s', (mark) => {
    for (const between of [',', ', ', ';', '&nbsp;', ',&#32;', ',&#10;', '&comma;'])
      for (const [element, fields] of elements) {
        const { found, codes } = readOf(fields(`s3:Get*${mark}${between}${mark}s3:Put*`));
        expect([found, codes], `${between} in ${element}`).toEqual([[], ['mixedQuotes']]);
      }
  });

  it('one such mark is noted with its place', () => {
    const { text, found, codes } = readOf({ Action: '*', Resource: 'arn:aws:s3:::b/&quot;a' });
    expect(codes).toEqual([]);
    const noted = found[0]!.notes.filter(({ code }) => code === 'oddCharacter');
    expect(noted.map(({ detail, range }) => [detail, range.offset, range.length])).toEqual([
      ['&quot;', text.indexOf('&quot;'), 6],
    ]);
    for (const Action of ['&quot;s3:*&quot;', '"s3:*"', '&ldquo;s3:*&rdquo;'])
      expect(readOf({ Action, Resource: '*' }).found.map(({ doubtful }) => doubtful)).toEqual([true]);
  });

  it.each([
    'for the “data” team',
    'for the „data“ team',
    'for the «data» team',
    "the team's 'data'",
    'it’s ‘fine’',
    '“it is ‘fine’”',
    'use “*” or “/”',
    "use '*' or '-'",
    "b/'*'/c",
    'rock ’n’ roll',
    '5′ by 6″',
    'a "b" c',
    'Tom &amp; Jerry, a; b',
    'AT&T; R&D',
    "${aws:PrincipalTag/a, 'b'}; ${aws:PrincipalTag/c, 'd'}",
  ])('prose in a condition is one value: %s', (value) => {
    const Condition = { StringEquals: { 'aws:RequestTag/note': value } };
    const { text, found, codes } = readOf({ Action: 's3:*', Resource: '*', Condition });
    expect(codes).toEqual([]);
    expect(found.map((one) => one.text)).toEqual([text]);
  });

  it.each([
    ['Action', 's3:Get*, s3:Put*'],
    ['Action', 's3:Get*,s3:Put*'],
    ['NotAction', 's3:Get*; s3:Put*'],
    ['Action', 's3:Get*\ns3:Put*'],
    ['Action', 's3:Get* s3:Put*'],
    ['Action', 's3:Get*，s3:Put*'],
    ['Action', 's3:Get*、s3:Put*'],
    ['Action', 's3:Get*, *'],
    ['Resource', 'arn:aws:s3:::a/*, arn:aws:s3:::b/*'],
    ['Resource', 'arn:aws:s3:::a/*,arn:aws:s3:::b/*'],
    ['NotResource', 'arn:aws:s3:::a/* arn:aws:s3:::b/*'],
    ['Resource', 'arn:aws:s3:::a/*, s3:b'],
    ['Action', 's3:Get*,&nbsp;s3:Put*'],
    ['Action', 's3:Get*\u200bs3:Put*'],
    ['Resource', 'arn:aws:s3:::a/*,\u200barn:aws:s3:::b/*'],
  ])(
    'several entries in one without any mark are noted, and the policy is not selected: %s %j',
    (element, entry) => {
      for (const value of [entry, ['s3:List*', entry]]) {
        const { text, found, codes } = readOf({ Action: '*', Resource: '*', [element]: value });
        expect(codes).toEqual([]);
        expect(found.map(({ doubtful }) => doubtful)).toEqual([true]);
        const noted = found[0]!.notes.filter(({ code }) => code === 'severalInOne');
        expect(noted.map(({ range }) => text.slice(range.offset, range.offset + range.length))).toEqual([
          JSON.stringify(entry),
        ]);
      }
    },
  );

  it.each([
    ['Action', 's3:Get*'],
    ['Resource', 'arn:aws:s3:::a/b,c/d e; f/*'],
    ['Resource', 'arn:aws:s3:::a/b, c/*'],
    ['Resource', "arn:aws:s3:::b/${aws:PrincipalTag/a, 'none'}/*"],
    ['Resource', 'arn:aws:logs:*:*:log-group:/a/b:*'],
    ['Sid', 'Reads s3: Get, s3:Put'],
  ])('one entry is not: %s %j', (element, entry) => {
    const { found } = readOf({ Action: 's3:*', Resource: '*', [element]: entry });
    expect(found.map(({ notes }) => notes.map(({ code }) => code))).toEqual([['kindGuessed']]);
    expect(found.map(({ doubtful }) => doubtful)).toEqual([false]);
  });

  it('several entries in one are noted in YAML and in a document within a string, too', () => {
    const yaml = "Statement:\n  - Effect: Deny\n    Action: 's3:Get*, s3:Put*'\n    Resource: '*'\n";
    const document = JSON.stringify({
      Statement: [{ Effect: 'Deny', Action: 's3:Get*, s3:Put*', Resource: '*' }],
    });
    for (const text of [yaml, JSON.stringify({ PolicyDocument: document })]) {
      const [found] = readImport(text, { yaml: readYaml }).policies;
      expect(found?.doubtful).toBe(true);
      expect(found?.notes.map(({ code }) => code)).toContain('severalInOne');
    }
  });

  it('prose beside a policy keeps its marks', () => {
    const output = { Role: { Description: 'for “prod”, “dev” and the users’: all', RoleName: 'a' } };
    const text = `[${JSON.stringify(output)},${listOfFour}]`;
    const { policies: found, refusals } = readImport(text);
    expect(refusals).toEqual([]);
    expect(found.map((one) => one.text)).toEqual([listOfFour]);
  });

  it('text that swallows a policy is refused', () => {
    const text = `[{"Sid":"x y”,“PolicyDocument”:${listOfFour.replaceAll('"', '”')},“b”:“y"},${listOfFour}]`;
    const { policies: found, refusals } = readImport(text);
    expect(found.map((one) => one.text)).toEqual([listOfFour]);
    expect(refusals.map(({ code, range }) => [code, range.offset])).toEqual([['mixedQuotes', 8]]);
  });

  it('in YAML, where they are part of a value, are noted, and the policy is not selected', () => {
    const yaml =
      'Statement:\n  - Effect: Deny\n    Action: [“s3:GetObject”, "s3:PutObject"]\n    Resource: "*"\n';
    const [found] = readImport(yaml, { yaml: readYaml }).policies;
    expect(found?.doubtful).toBe(true);
    const noted = found?.notes.filter(({ code }) => code === 'oddCharacter');
    expect(noted?.map(({ range }) => range.offset)).toEqual([yaml.indexOf('“')]);
  });

  it.each(["s3:*'", 's3:*"', 's3:Get"*', "s3:Get'Object", 's3:*,', 's3:*;', 's3:*’'])(
    'one stray mark in a value of YAML is noted: %s',
    (action) => {
      for (const element of [`Action: ${action}`, `Action:\n      - ${action}`, `NotAction: ${action}`]) {
        const yaml = `Statement:\n  - Effect: Deny\n    ${element}\n    Resource: "*"\n`;
        const [found] = readImport(yaml, { yaml: readYaml }).policies;
        expect(found?.notes.map(({ code }) => code)).toContain('oddCharacter');
      }
    },
  );

  it.each(['arn:aws:s3:::b/*"', 'arn:aws:s3:::b/*,', "arn:aws:s3:::b/*'"])(
    'one at the end of a resource of YAML is noted: %s',
    (resource) => {
      const yaml = `Statement:\n  - Effect: Deny\n    Action: s3:*\n    Resource: ${resource}\n`;
      const [found] = readImport(yaml, { yaml: readYaml }).policies;
      expect(found?.notes.map(({ code }) => code)).toContain('oddCharacter');
    },
  );

  it.each(['"a”, “b"', "'a”, “b'", '>-\n      a”,\n      “b'])(
    'a list swallowed in YAML is refused: %s',
    (resource) => {
      const yaml = `Statement:\n  - Effect: Deny\n    Action: s3:*\n    Resource: ${resource}\n`;
      const { policies: found, refusals } = readImport(yaml, { yaml: readYaml });
      expect([found, refusals.map(({ code }) => code)]).toEqual([[], ['mixedQuotes']]);
    },
  );

  it('in the field report’s text: the list that was meant', () => {
    const text = readFileSync(new URL('./fixtures/curly-swallows-list.txt', import.meta.url), 'utf8');
    const { policies: found, refusals } = readImport(text);
    expect(refusals).toEqual([]);
    expect(found.map((one) => JSON.parse(one.text).Statement[1].Resource)).toEqual([
      ['arn:aws:s3:::payroll/*', 'arn:aws:s3:::hr/*'],
    ]);
    expect(found[0]?.repairs.map(({ detail }) => detail)).toContain('"arn:aws:s3:::payroll/*”');
  });

  it('in place of some of a policy’s: read as they were, or refused with the place', () => {
    const law = (text: string, damages: readonly (readonly [number, string])[]) => {
      const places = [...text.matchAll(/"/g)].map(({ index }) => index);
      const damage = new Map(damages.map(([place, mark]) => [places[place % places.length] ?? 0, mark]));
      const pasted = Array.from(text, (character, at) => damage.get(at) ?? character).join('');
      const { policies: found, refusals } = readImport(pasted);
      expect(found.length + refusals.length).toBeGreaterThan(0);
      for (const { range } of refusals) expect(range.offset).toBeLessThanOrEqual(pasted.length);
      if (refusals.length > 0) return;
      expect(found.map((one) => valueOf(one.text))).toEqual([valueOf(text)]);
      expect(bare(found[0]?.text ?? '')).toBe(bare(pasted));
      const touched = (at: number) =>
        found[0]!.repairs.some(({ range }) => range.offset <= at && at < range.offset + range.length);
      for (const { index } of pasted.matchAll(/[^\u0000-\u007f]/g)) expect(touched(index)).toBe(true);
    };
    const damages = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...marks)), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(fc.constantFrom(...texts.slice(0, 20), listOfFour), damages, law), {
      numRuns: runs(200),
    });
    fc.assert(fc.property(fc.constant(listOfFour), damages, law), { numRuns: 400 });
  });
});
