import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { createDraft } from '../draft/createDraft.ts';
import { parsePolicy } from '../language/parse.ts';
import { builtIn } from '../library/builtIn.ts';
import type { DocumentEdits } from '../model/documentEdits.ts';
import type { Draft } from '../model/draft.ts';
import { storedDraft } from '../model/storedDraft.ts';
import { readDraft } from '../share/readDraft.ts';
import { runs } from '../testing/effort.ts';
import { addImportedPolicy } from './importedPolicies.ts';
import { parsedEdits, withParsedEdits } from './parsedEdits.ts';
import { printDocument } from './printDocument.ts';

const space = fc.constantFrom('', ' ', '\n', '\n    ', '\r\n\t');
const text = fc.constantFrom('*', 'é', '\\u0031', '', 'a]}b', '<X>');

/** A statement as someone may write it: keys that JavaScript would put first, a lone value or a list, any white space. */
const statement = fc
  .tuple(space, text, fc.boolean(), fc.constantFrom('1', 'aws:x', '__proto__', ''))
  .map(([gap, value, isList, key]) => {
    const action = isList ? `["s3:Get",${gap}"${value}"]` : `"${value}"`;
    return `{${gap}"Effect":${gap}"Allow","Action":${action},"Condition":{"Z":{"b":1.0,"${key}":["x",${gap}true]},"2":{}}${gap}}`;
  });

const policy = fc
  .tuple(fc.array(statement, { maxLength: 4 }), space, fc.boolean(), fc.boolean())
  .map(([statements, gap, isLone, isVersionLast]) => {
    const [only = '{"Effect":"Deny"}'] = statements;
    const list = isLone ? only : `[${gap}${statements.join(`${gap},${gap}`)}${gap}]`;
    const version = `"Version":${gap}"2012-10-17"`;
    const elements = [version, `"Statement":${gap}${list}`, '"Id":"[x"'];
    return `${gap}{${(isVersionLast ? elements.toReversed() : elements).join(`${gap},`)}}${gap}`;
  });

const empty = createDraft({}, builtIn);
const imported = (content: string): Draft =>
  addImportedPolicy(empty, { title: 'X', kind: 'identity', text: content }).draft;

const readBack = (draft: Draft): Draft => {
  const reading = readDraft(JSON.parse(JSON.stringify(draft)), builtIn);
  if (!reading.ok) throw new Error(reading.detail);
  return reading.draft;
};

/** What a person wrote changes by its pieces: some taken out, some twice. */
function rearranged(edits: DocumentEdits, places: readonly number[]): DocumentEdits {
  const entries = places.flatMap((place, index) => {
    const entry = edits.entries[place % Math.max(1, edits.entries.length)];
    return entry ? [{ ...entry, key: `hand-${index + 1}` }] : [];
  });
  return { ...edits, entries };
}

describe('what is beside a text', () => {
  it('is the same whether a whole was cut up or its pieces were read', () => {
    fc.assert(
      fc.property(policy, (content) => {
        const draft = imported(content);
        const stored = storedDraft(draft);
        expect(JSON.stringify(stored)).not.toContain('"parsed');
        expect(draft.edits['own-1']).toBeDefined();
        expect(readBack(stored)).toEqual(draft);
        expect(withParsedEdits(stored)).toEqual(draft);
        expect(withParsedEdits(draft)).toBe(draft);
      }),
      { numRuns: runs(300) },
    );
  });

  it('gives each value the place that parsing the printed text finds', () => {
    fc.assert(
      fc.property(policy, fc.array(fc.nat(9), { maxLength: 5 }), (content, places) => {
        const draft = imported(content);
        const edits = draft.edits['own-1']!;
        for (const some of [edits, rearranged(edits, places)]) {
          const [document] = compose({ ...draft, edits: { 'own-1': some } }, builtIn);
          const printed = printDocument(document!);
          const read = parsePolicy(printed.text);
          if (!read.ok) throw new Error(JSON.stringify(read.errors));
          expect(read.policy).toEqual(document!.policy);
          expect(printed.ranges.places()).toEqual(read.ranges.places());
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('does not count for another text', () => {
    const draft = imported('{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get"}]}');
    const edits = draft.edits['own-1']!;
    const other = {
      ...edits,
      entries: edits.entries.map((entry) => ({ ...entry, text: '{"Effect":"Deny","Action":"*"}' })),
    };
    expect(() => compose({ ...draft, edits: { 'own-1': other } }, builtIn)).toThrow('was not read');
    const [document] = compose({ ...draft, edits: { 'own-1': parsedEdits(other) } }, builtIn);
    expect(document?.policy.Statement).toEqual([{ Effect: 'Deny', Action: '*' }]);
  });
});
