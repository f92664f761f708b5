import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

/** Holds the names in the code: words that say nothing of the thing, and spellings of other countries. */

const src = dirname(fileURLToPath(import.meta.url));

const out: readonly (readonly [word: RegExp, instead: string])[] = [
  [/^(held|stands|stood)$/, 'what it is: sentence, notes, reported, focused'],
  [/^(pin|pins|pinned)$/, 'snapshot'],
  [/^proofs?$/, 'test; a proof is about every request'],
  [/^(colour|behaviour|neighbour|organisation|recognise|recognised|artefact|normalise)s?$/, 'US spelling'],
];

const exceptions: ReadonlySet<string> = new Set([
  // A code of a reading of messages, which tools may compare.
  'notRecognised',
  // Keys of drafts, files, and results, which older versions wrote and tools read.
  'pins',
  'proof',
  'proofs',
  // Names of the public surface from before, and about every request.
  'guardrailProofs',
  'personaProofs',
  'runProofs',
  'EffectProofs',
  'ScopeProofs',
  'ProofOptions',
]);

const wordsOf = (name: string): readonly string[] =>
  (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []).map((word) => word.toLowerCase());

/** What a name says that it should not. */
const problemOf = (name: string): string | undefined =>
  exceptions.has(name)
    ? undefined
    : out.flatMap(([word, instead]) => (wordsOf(name).some((one) => word.test(one)) ? [instead] : []))[0];

/** Names that a source gives or uses. */
function namesIn(node: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof node !== 'object' || node === null) return found;
  if ('type' in node && /Identifier$/.test(String(node.type)) && 'name' in node) found.add(String(node.name));
  for (const child of Object.values(node)) namesIn(child, found);
  return found;
}

const problemsIn = (file: string, text: string): readonly string[] =>
  [...namesIn(parseSync(file, text).program.body)].flatMap((name) => {
    const problem = problemOf(name);
    return problem === undefined ? [] : [`${file}: ${name} (${problem})`];
  });

/** A file without any of the words, in whatever place, need not be parsed. */
const mayHave = (text: string): boolean =>
  /held|stands|stood|pin|proof|olour|aviour|eighbour|rganis|ecognis|rtefact|ormalis/i.test(text);

it('no name has a word that the glossary leaves out', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|bench|d)\.tsx?$|\/testing\//.test(file),
  );
  const texts = files.map((file) => [file, readFileSync(join(src, file), 'utf8')] as const);
  expect(texts.flatMap(([file, text]) => (mayHave(text) ? problemsIn(file, text) : []))).toEqual([]);
  expect(texts.length).toBeGreaterThan(1000);
});

it.each([
  ['const held = 1;', ['a.ts: held (what it is: sentence, notes, reported, focused)']],
  [
    'type A = { readonly isHeld: boolean };',
    ['a.ts: isHeld (what it is: sentence, notes, reported, focused)'],
  ],
  ['export const personaColour = 2;', ['a.ts: personaColour (US spelling)']],
  ['const pin = uniquePinName();', ['a.ts: pin (snapshot)', 'a.ts: uniquePinName (snapshot)']],
  ['type A = ProofResult;', ['a.ts: ProofResult (test; a proof is about every request)']],
  ["// it is held\nconst text = 'held';", []],
])('would catch what is wrong in %s', (source, problems) => {
  expect(problemsIn('a.ts', source)).toEqual(problems);
});
