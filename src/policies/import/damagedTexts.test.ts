import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../language/policy.ts';
import { everyNth, fewerRuns } from '../testing/effort.ts';
import type { FoundPolicy } from './importReading.ts';
import { readImport } from './readImport.ts';
import { readYaml } from './yaml.ts';

/**
 * Texts as people copy them: with marks in front of each line, in colors, escaped, among words, or only a part. Each policy is read with
 * the same statements, or it is listed; no statement is another one than in the text as it was.
 */

const read = (text: string) => readImport(text, { yaml: readYaml });

const folder = new URL('./fixtures/files/', import.meta.url);
const allow =
  '{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*"';
const deny =
  '{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}';
const compact = `{"Version":"2012-10-17","Statement":[${allow}},${deny}]}`;
const statements = [
  'Statement:',
  '  - Effect: Deny',
  '    Action: s3:*',
  '    Resource: "*"',
  '    Condition: {Bool: {"aws:SecureTransport": "false"}}',
  '  - Effect: Allow',
  '    Action: [s3:GetObject]',
  '    Resource: "arn:aws:s3:::b/*"',
  '',
].join('\n');

const texts: readonly (readonly [name: string, text: string])[] = [
  ['compact', compact],
  ['indented', JSON.stringify(JSON.parse(compact), null, 2)],
  ['YAML', `Version: "2012-10-17"\n${statements}`],
  ['Python', `policy = ${JSON.stringify(JSON.parse(compact), null, 4).replaceAll('"', "'")}\n`],
  ['a command', `aws iam put-role-policy --policy-document '${compact}'\n`],
  ['two of them', `${compact}\n\n${compact.replace('"A"', '"B"')}\n`],
  ...readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
];

const eachLine = (change: (line: string, index: number) => string) => (text: string) =>
  text.split('\n').map(change).join('\n');

const inFrontOfEach = (mark: string) => eachLine((line) => mark + line);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Everything that was there still is. */
const copies: Readonly<Record<string, (text: string) => string>> = {
  'line ends of two characters': (text) => text.replaceAll('\n', '\r\n'),
  'a mark of the order of bytes': (text) => `\uFEFF${text}`,
  'tabs for two spaces': eachLine((line) => line.replace(/^(?: {2})+/, (all) => '\t'.repeat(all.length / 2))),
  'entities of a page': escaped,
  'source of a page': (text) => `<pre><code>${escaped(text)}</code></pre>`,
  'a quotation': inFrontOfEach('> '),
  'a quotation in one': inFrontOfEach('>> '),
  'added lines': inFrontOfEach('+ '),
  'added lines without spaces': inFrontOfEach('+'),
  'removed lines': inFrontOfEach('- '),
  'comments with #': inFrontOfEach('# '),
  'comments with //': inFrontOfEach('// '),
  'lines in a box': inFrontOfEach('│ '),
  'lines of a list': inFrontOfEach('* '),
  'indented lines': inFrontOfEach('    '),
  'numbered lines': eachLine((line, index) => `${String(index + 1).padStart(4)}  ${line}`),
  'lines of a search': eachLine((line, index) => `a/p.json:${index + 1}:${line}`),
  'lines of a log': inFrontOfEach('2026-05-01T10:00:00Z [INFO] '),
  'lines of a container': inFrontOfEach('web_1  | '),
  'lines of a build': inFrontOfEach('#12 0.345 '),
  'prompts of Python': eachLine((line, index) => `${index === 0 ? '>>>' : '...'} ${line}`),
  'a prompt': (text) => `user@host:~$ cat p\n${text}\nuser@host:~$ `,
  'a prompt of PowerShell': (text) => `PS C:\\> type p\n${text}`,
  colors: (text) => text.replace(/"[^"\n]*"/g, (all) => `\u001b[32m${all}\u001b[0m`),
  'colors of lines': eachLine((line) => `\u001b[1m${line}\u001b[0m\u001b[K`),
  'words around it': (text) => `Hi all,\n\nplease have a look at this:\n\n${text}\n\nThanks,\nAna\n`,
  'code of a page': (text) => `Here:\n\n\`\`\`\n${text}\n\`\`\`\n`,
  'a block of a wiki': (text) => `{code:json}\n${text}\n{code}`,
  'a string': (text) => JSON.stringify(text),
  'a string in an object': (text) => JSON.stringify({ a: { text } }),
  'a block of YAML': (text) => `data:\n  x: |\n${inFrontOfEach('    ')(text)}\n`,
  'lines with blank ones between': (text) => text.replaceAll('\n', '\n\n'),
  'curly quotation marks': (text) => text.replace(/"([^"\n]*)"/g, '“$1”'),
  'single quotation marks': (text) => text.replaceAll('"', "'"),
  'no-break spaces': (text) => text.replaceAll(' ', '\u00a0'),
  'spaces without width': inFrontOfEach('\u200b'),
  'an address': encodeURIComponent,
};

const meaning = (statement: Statement): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(statement)
        .filter(([name]) => name !== 'Sid')
        .toSorted(([one], [other]) => (one < other ? -1 : 1)),
    ),
  );

const meaningsOf = (policies: readonly FoundPolicy[]): readonly string[] =>
  policies.flatMap(({ policy }) => policy.Statement.map(meaning));

/** The reading says that it may not be the whole, or cannot be used as it is. */
const isReported = ({ doubtful, repairs, notes }: FoundPolicy): boolean =>
  doubtful ||
  repairs.some(({ code }) => code === 'unclosedStatements' || code === 'comment') ||
  notes.some(({ code }) => code === 'commentedOut' || code === 'commentedPart' || code === 'placeholder');

const rows = texts.map(([name, text]) => ({ name, text, whole: read(text) }));

describe.each(everyNth(Object.entries(copies), 6))('%s', (_name, copy) => {
  it.each(rows)('$name is the same, or listed', ({ text, whole }) => {
    const { policies, refusals } = read(copy(text));
    const [before, after] = [meaningsOf(whole.policies), meaningsOf(policies)];
    if (refusals.length === 0 && !policies.some(isReported))
      expect(after).toEqual(expect.arrayContaining([...before]));
    for (const policy of policies.filter((one) => !isReported(one)))
      for (const one of meaningsOf([policy])) expect(before).toContain(one);
  });
});

/** What YAML and lists of lines say does not show where they were cut. */
const showsItsEnd = rows.filter(({ name }) => !/\.ya?ml$|^YAML$|\.md$|\.txt$/.test(name));

it('of a part of a text, no statement is another one than in the whole, and none is passed over in silence', () => {
  const law = (index: number, from: number, to: number) => {
    const { text, whole } = showsItsEnd[index % showsItsEnd.length] ?? { text: '', whole: read('') };
    const [start, end] = [from % text.length, to % text.length].toSorted((one, other) => one - other);
    for (const part of [text.slice(0, end), text.slice(start), text.slice(start, end)]) {
      const { policies, refusals } = read(part);
      const before = meaningsOf(whole.policies);
      for (const policy of policies.filter((one) => !isReported(one)))
        for (const one of meaningsOf([policy])) expect(before, part).toContain(one);
      if (/"?Statement"?[^]*"?Effect"?/.test(part))
        expect(policies.length + refusals.length, part).toBeGreaterThan(0);
    }
  };
  fc.assert(fc.property(fc.nat(1000), fc.nat(100_000), fc.nat(100_000), law), { numRuns: fewerRuns(300) });
});
