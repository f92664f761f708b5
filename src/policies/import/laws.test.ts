import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { printPolicy } from '../language/print.ts';
import { builtIn } from '../library/builtIn.ts';
import { readImport } from './readImport.ts';

describe('every document of the personas', () => {
  const printed = compose(fillExamples(createDraft({}, builtIn), builtIn), builtIn).map(({ policy: one }) =>
    printPolicy(one).text.trim(),
  );

  it('a valid policy is read word for word, without a repair, alone and among prose', () => {
    expect(printed.length).toBeGreaterThan(5);
    for (const text of printed) {
      for (const pasted of [text, `Some [1] words {here}:\n\n  • ${text}\n  • more “words”`]) {
        const { policies, refusals } = readImport(pasted);
        expect(refusals).toEqual([]);
        expect(policies.map(({ text: found, repairs }) => [found, repairs])).toEqual([[text, []]]);
      }
    }
  });

  const lossless: readonly ((text: string, at: number) => string)[] = [
    (text) => text.replace(/"([^"“”]*)"/g, '“$1”'),
    (text) => text.replace(/^ +/gm, (spaces) => '\u00a0'.repeat(spaces.length)),
    (text, at) => pickLine(text, at, /,$/, (line) => line.slice(0, -1)),
    (text, at) =>
      pickLine(
        text,
        at,
        /^ *[\]}],?$/,
        (line) => line,
        (before) => `${before.replace(/[,[{]$/, (end) => end)},`,
      ),
    (text, at) => pickLine(text, at, /,$/, (line) => `${line} // and`),
    // Behind a comma more may have followed: that is refused.
    (text) => text.replace(/(?<!,(?: \/\/ and)?)\n\}$/, ''),
  ];

  it('random damage that the repairs know is read back to the same policy', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...printed),
        fc.array(fc.tuple(fc.constantFrom(...lossless), fc.nat(1000)), { minLength: 1, maxLength: 4 }),
        (text, damages) => {
          const pasted = damages.reduce((damaged, [damage, at]) => damage(damaged, at), text);
          const { policies } = readImport(pasted);
          expect(policies.map((found) => JSON.parse(found.text))).toEqual([JSON.parse(text)]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('an object on the next line ends one that lacks its last brace', () => {
    const text = '{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}';
    const { policies, refusals } = readImport(`${text.slice(0, -1)}\n${text}`);
    expect(refusals).toEqual([]);
    expect(policies.map(({ text: found, repairs }) => [found, repairs.length])).toEqual([
      [text, 1],
      [text, 0],
    ]);
  });

  it('an element that a missing bracket puts inside a condition is refused', () => {
    const text =
      '{"Statement":[{"Effect":"Allow","Action":"*","Condition":{"StringEquals":{"aws:SourceVpc":"v","Resource":"*"}}]}';
    expect(readImport(text)).toMatchObject({
      policies: [],
      refusals: [{ code: 'ambiguous', detail: 'Resource' }],
    });
  });
});

/** Changes a line of those that fit, and what is before it. */
function pickLine(
  text: string,
  at: number,
  fits: RegExp,
  change: (line: string) => string,
  changeBefore: (before: string) => string = (before) => before,
): string {
  const lines = text.split('\n');
  const places = lines.flatMap((line, index) => (fits.test(line) && index > 0 ? [index] : []));
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return text;
  const before = lines[place - 1] ?? '';
  const canFollow = !/[,[{:]$|\/\/ and$/.test(before);
  return lines
    .map((line, index) => {
      if (index === place) return change(line);
      return index === place - 1 && canFollow ? changeBefore(line) : line;
    })
    .join('\n');
}
