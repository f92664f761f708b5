import { diffArrays } from 'diff';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type LineEdit, lineEdits } from './lineEdits.ts';

vi.mock('diff', { spy: true });

/** What an editor does with the edits: all places are those of the old text. */
function applied(text: string, edits: readonly LineEdit[]): string {
  const starts = text
    .split('\n')
    .reduce<number[]>((sum, line) => [...sum, (sum.at(-1) ?? 0) + line.length + 1], [0]);
  const at = (line: number, column: number) => (starts[line - 1] ?? Number.NaN) + column - 1;
  return edits.toReversed().reduce((result, edit) => {
    const [from, to] = [at(edit.startLine, edit.startColumn), at(edit.endLine, edit.endColumn)];
    return result.slice(0, from) + edit.text + result.slice(to);
  }, text);
}

const place = (line: number, column: number) => line * 1e6 + column;

const someLine = fc.constantFrom('', ',', '{', '}', '},', '  "a"', '  "a",', '  "b"', '  "b",', '  "ab",');
const someText = fc.array(someLine, { maxLength: 12 }).map((lines) => lines.join('\n'));

describe('lineEdits', () => {
  it.each([
    { name: 'nothing', before: 'a\nb', after: 'a\nb', added: [], removed: [], edits: 0 },
    { name: 'a changed line', before: 'a\nb\nc', after: 'a\nB\nc', added: [[2, 2]], removed: [], edits: 1 },
    { name: 'lines in between', before: 'a\nc', after: 'a\nb\nb\nc', added: [[2, 3]], removed: [], edits: 1 },
    { name: 'lines at the end', before: 'a', after: 'a\nb\nc', added: [[2, 3]], removed: [], edits: 1 },
    {
      name: 'a comma with its neighbour',
      before: 'a\n]',
      after: 'a,\nb\n]',
      added: [[2, 2]],
      removed: [],
      edits: 2,
    },
    {
      name: 'removed lines',
      before: 'a\nb\nc\nd',
      after: 'a\nd',
      added: [],
      removed: [[2, 2, 'b\nc']],
      edits: 1,
    },
    {
      name: 'the last line removed',
      before: 'a\nb',
      after: 'a',
      added: [],
      removed: [[1, 1, 'b']],
      edits: 1,
    },
    {
      name: 'three lines replaced by one',
      before: 'a\nb\nc\nd\ne',
      after: 'a\nX\ne',
      added: [[2, 2]],
      removed: [[3, 3, 'b\nc\nd']],
      edits: 2,
    },
    {
      name: 'two lines replaced by two',
      before: 'a\nb\nc',
      after: 'a\nX\nY',
      added: [[2, 3]],
      removed: [],
      edits: 2,
    },
  ])('reports $name', ({ before, after, added, removed, edits }) => {
    const changes = lineEdits(before, after);
    expect(changes.added.map(({ first, last }) => [first, last])).toEqual(added);
    expect(changes.removed.map(({ line, count, text }) => [line, count, text])).toEqual(removed);
    expect(changes.edits).toHaveLength(edits);
  });

  it('changes no more lines than are different however the lines are aligned', () => {
    const lines = (text: string) => text.split('\n').map((line) => line.replace(/,$/, ''));
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const aligned = diffArrays(lines(before), lines(after));
        const { added } = lineEdits(before, after);
        const inserted = aligned.reduce((sum, part) => sum + (part.added ? part.count : 0), 0);
        expect(added.reduce((sum, { first, last }) => sum + last - first + 1, 0)).toBe(inserted);
      }),
    );
  });

  it('aligns no lines for a value that changes in many lines', () => {
    const text = Array.from({ length: 200 }, (_, index) => `"arn:aws:s3:::b${index}-VALUE",`).join('\n');
    vi.mocked(diffArrays).mockClear();
    const { added } = lineEdits(text.replaceAll('VALUE', '1'), text.replaceAll('VALUE', '12'));
    expect(added).toEqual([{ first: 1, last: 200 }]);
    expect(diffArrays).not.toHaveBeenCalled();
    lineEdits('a\nb\nc', 'b\nc\nd');
    expect(diffArrays).toHaveBeenCalledOnce();
  });

  it('touches only what differs within a line', () => {
    expect(lineEdits('"Resource": "arn:a:*"', '"Resource": "arn:bb:*"').edits).toEqual([
      { startLine: 1, startColumn: 18, endLine: 1, endColumn: 19, text: 'bb' },
    ]);
  });

  it('gives the new text when applied', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        expect(applied(before, lineEdits(before, after).edits)).toBe(after);
      }),
    );
  });

  it('gives edits in order that do not overlap', () => {
    fc.assert(
      fc.property(someText, someText, (before, after) => {
        const places = lineEdits(before, after).edits.flatMap((edit) => [
          place(edit.startLine, edit.startColumn),
          place(edit.endLine, edit.endColumn),
        ]);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
      }),
    );
  });

  it('reports only lines that differ from the old ones by more than a comma', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }).map((text) => text.replaceAll(/[\n,]/g, '.'))),
        (lines) => {
          const report = lineEdits(lines.join('\n'), lines.map((line) => `${line},`).join('\n'));
          expect([...report.added, ...report.removed]).toEqual([]);
        },
      ),
    );
  });

  it('replaces everything when the texts have too little in common', () => {
    const before = Array.from({ length: 1500 }, (_, line) => `old ${line}`).join('\n');
    const after = Array.from({ length: 1500 }, (_, line) => `new ${line}`).join('\n');
    const changes = lineEdits(before, after);
    expect(applied(before, changes.edits)).toBe(after);
    expect(changes.added).toEqual([{ first: 1, last: 1500 }]);
  });
});
