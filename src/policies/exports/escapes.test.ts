import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';
import { parse as parseHcl } from '@cdktf/hcl2json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { hostileCharacter } from '../language/characters/testing/characterArbitraries.ts';
import { findCharacters } from '../language/characters/findCharacters.ts';
import { hiddenCharactersIn } from '../language/characters/hiddenCharacters.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { exporters, findExporter } from './index.ts';
import { setOfDocuments } from './testing/exportCases.ts';
import { documentLiteral, textLiteral } from './typeScript.ts';
import { runs } from '../testing/effort.ts';

/** Texts of which most characters cannot be seen, look like others, or mean something in a language. */
const hostileText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: hostileCharacter },
      fc.constantFrom(
        'a',
        'pay',
        '$',
        '{',
        '"',
        "'",
        '\\',
        '\\u200b',
        '<ACCOUNT_ID>',
        '`',
        '%{',
        '本',
        'данные',
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''));

/** Keys that YAML writes plain or in single quotes although they hold a quotation mark, or what begins or ends something in YAML. */
const keysInQuotes = [
  'aws:RequestTag/a"b',
  'a: "b',
  '#"b',
  'a\'"b',
  '"',
  '"a',
  'a"',
  '\'a"',
  '- "a',
  '? "',
  'a #"',
];

const hostileKey = fc.oneof(hostileText, fc.constantFrom(...keysInQuotes));

/** Halves of pairs are no characters: what holds one is written as the text of its JSON in every language. */
const wholeText = hostileText.map((text) => text.replace(/\p{Cs}/gu, '\u200b'));
const wholeKey = hostileKey.map((text) => text.replace(/\p{Cs}/gu, '\u200b'));

/** A key may need quotes where its value needs none, and the other way round. A single value is on the line of its key. */
const policyOf = (text: string, key = text, isList = true): PolicyDocument => ({
  Version: '2012-10-17',
  Id: text,
  Statement: [
    {
      Effect: 'Deny',
      Action: ['s3:*'],
      Resource: [text, `arn:aws:s3:::${text}/*`],
      Condition: { StringEquals: { [key]: isList ? [text] : text } },
    },
  ],
});

const documentOf = (
  text: string,
  kind: ComposedDocument['kind'] = 'identity',
  key = text,
  isList = true,
): ComposedDocument => ({
  id: 'imported',
  title: text,
  kind,
  personas: [],
  provenance: [],
  policy: policyOf(text, key, isList),
});

/** Hidden characters of a file, but for its line ends and the tabs of a program. */
const hiddenInFile = (text: string) => hiddenCharactersIn(text.replace(/[\n\t]/g, ''));

describe.each(exporters)('$label', (exporter) => {
  it('has nothing in its files that cannot be seen, whatever is in names and documents', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileKey, fc.boolean(), (name, text, key, isList) => {
        const set = setOfDocuments(name, [
          documentOf(text, 'identity', key, isList),
          documentOf(text, 'service-control', key, isList),
          documentOf(text, 'vpc-endpoint', key, isList),
        ]);
        for (const file of exporter.write(set)) {
          expect(hiddenInFile(file.text)).toEqual([]);
          expect(file.name).toMatch(/^[\x21-\x7e]+$/);
          // Titles are prose, in which a dash is a dash.
          if (findCharacters(text, 'prose').length > 0) expect(file.text).not.toContain(text);
        }
      }),
      { numRuns: runs(30) },
    );
  });

  it.each(keysInQuotes)('has nothing hidden beside a key that is written in a way of its own: %j', (key) => {
    for (const text of ['pay\u200broll', '\u202e', 'p\u0430yroll', 'a\\"\u200b"']) {
      const set = setOfDocuments('ours', [
        documentOf(text, 'identity', key),
        documentOf(text, 'service-control', key, false),
        documentOf(key, 'identity', text, false),
      ]);
      for (const file of exporter.write(set)) {
        expect(hiddenInFile(file.text)).toEqual([]);
        expect(file.text).not.toContain('\u0430');
      }
    }
  });

  it.each(['данные∗', 'отчёт＊', '本番＊', '本番？', 'данные∕отчёт', 'данные／отчёт', 'данные‐отчёт'])(
    'has no sign in a value that reads as another: %s',
    (text) => {
      const [sign = ''] = /[^\p{L}]/u.exec(text) ?? [];
      // Titles are prose, in which such a sign may be as it should.
      const document = { ...documentOf('ours'), policy: policyOf(`arn:aws:s3:::b/${text}`) };
      for (const file of exporter.write(setOfDocuments('ours', [document])))
        expect(file.text).not.toContain(sign);
    },
  );
});

const written = (id: string, text: string, key = text, isList = true): string =>
  findExporter(id)?.write(setOfDocuments('ours', [documentOf(text, 'identity', key, isList)]))[0]?.text ?? '';

const evaluate = (expression: string): unknown =>
  JSON.parse(runInNewContext(`JSON.stringify(${expression})`));

describe('means the same', () => {
  it.each(['json', 'minifiedJson'])('as %s', (id) => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(JSON.parse(written(id, text))).toEqual(policyOf(text));
      }),
    );
  });

  it('as TypeScript', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(evaluate(textLiteral(text))).toBe(text);
        expect(evaluate(documentLiteral(policyOf(text), { inputs: [], arnOf: () => '' }, ''))).toEqual(
          policyOf(text),
        );
      }),
    );
  });

  it('as YAML', () => {
    const fill = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replaceAll('${AccountId}', '<ACCOUNT_ID>'));
    fc.assert(
      fc.property(wholeText, wholeKey, fc.boolean(), (text, key, isList) => {
        fc.pre(!`${text} ${key}`.includes('<ACCOUNT_ID>'));
        const template = parseDocument(written('cloudFormation', text, key, isList), { version: '1.1' });
        expect(template.errors).toEqual([]);
        const [resource] = Object.values<any>(template.toJS().Resources);
        expect(fill(resource.Properties.PolicyDocument)).toEqual(policyOf(text, key, isList));
      }),
    );
  });

  it('as HCL', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wholeText, { minLength: 5, maxLength: 20 }), async (all) => {
        const texts = all.filter((text) => !/<ACCOUNT_ID>|[$%]/.test(text));
        const files = texts.map((text, index) =>
          written('terraform', text).replace(/\b(policy_?|own_?)?imported\w*/g, (name) => `${name}_${index}`),
        );
        for (const [index, file] of files.entries()) {
          const module = await parseHcl('main.tf', file);
          const [policy] = Object.values<any>(module['resource'].aws_iam_policy);
          const inline = JSON.stringify(module['data'] ?? policy[0].policy);
          expect(inline, files[index]).toBeDefined();
          const found = module['data'] ? fromDataSource(module['data']) : JSON.parse(policy[0].policy);
          expect(found).toEqual(policyOf(texts[index] ?? ''));
        }
      }),
      { numRuns: runs(6) },
    );
  });

  it('as a script, which passes the AWS CLI JSON with escapes', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 3, maxLength: 8 }), (all) => {
        for (const text of all.filter((one) => !one.includes('<ACCOUNT_ID>'))) {
          const [, json = ''] = /<<'POLICY' \|\| true\n(.*?)\nPOLICY\n/s.exec(written('awsCli', text)) ?? [];
          expect(JSON.parse(json)).toEqual(policyOf(text));
        }
      }),
      { numRuns: runs(25) },
    );
  });
});

/** The one document of a module, as its data source says it. */
function fromDataSource(data: any): unknown {
  const [[source]] = Object.values<any>(data.aws_iam_policy_document);
  const [statement] = source.statement;
  const [condition] = statement.condition;
  return {
    Version: source.version,
    Id: source.policy_id,
    Statement: [
      {
        Effect: statement.effect,
        Action: statement.actions,
        Resource: statement.resources,
        Condition: { [condition.test]: { [condition.variable]: condition.values } },
      },
    ],
  };
}

it('a script compares what the AWS CLI prints with its own escapes', () => {
  const text = 'pay\u200broll\u{e0061} p\u0430yroll e\u0301';
  const script = written('awsCli', text);
  const functions = script.slice(script.indexOf('same() {'), script.indexOf('account=$('));
  const answer = JSON.stringify(policyOf(text), null, 4);
  const [, own = ''] = /<<'POLICY' \|\| true\n(.*?)\nPOLICY\n/s.exec(script) ?? [];
  const same = (one: string, other: string) =>
    execFileSync(
      'bash',
      ['-c', `${functions}\nif same "$1" "$2"; then echo same; else echo differs; fi`, 'bash', one, other],
      {
        encoding: 'utf8',
      },
    ).trim();
  expect(own).toMatch(/^[\x20-\x7e\n]*$/);
  expect(same(answer, own)).toBe('same');
  expect(same(answer.replaceAll('\u200b', ''), own)).toBe('differs');
  expect(same(answer.replaceAll('\u0430', 'a'), own)).toBe('differs');
});
