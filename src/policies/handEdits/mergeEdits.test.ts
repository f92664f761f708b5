import { expect, it } from 'vitest';
import { type DocumentEdits, noEdits } from '../model/documentEdits.ts';
import { mergeEdits } from './mergeEdits.ts';

const edits = (
  entries: Readonly<Record<string, string>>,
  removed: readonly string[] = [],
  more: Partial<DocumentEdits> = {},
): DocumentEdits => ({
  entries: Object.entries(entries).map(([key, text]) => (text === '' ? { key } : { key, text, base: 'b' })),
  removed: removed.map((key) => ({ key, base: 'b' })),
  ...more,
});
const envelope = (head: string) => ({ head, tail: '}' });

it.each<[string, DocumentEdits, DocumentEdits, DocumentEdits, DocumentEdits | undefined]>([
  [
    'two statements, each edited once',
    noEdits,
    edits({ A: 'mine', B: '' }),
    edits({ A: '', B: 'theirs' }),
    edits({ A: 'mine', B: 'theirs' }),
  ],
  ['one statement edited alike', noEdits, edits({ A: 'x' }), edits({ A: 'x' }), edits({ A: 'x' })],
  ['one statement edited twice', noEdits, edits({ A: 'x' }), edits({ A: 'y' }), undefined],
  ['a statement edited and removed', noEdits, edits({ A: 'x' }), edits({}, ['A']), undefined],
  [
    'a statement removed beside one that was edited',
    noEdits,
    edits({ A: '', B: 'x' }),
    edits({ B: '' }, ['A']),
    edits({ B: 'x' }, ['A']),
  ],
  [
    'an edit taken back',
    edits({ A: 'x' }),
    edits({ A: 'x', B: 'y' }),
    edits({ A: '' }),
    edits({ A: '', B: 'y' }),
  ],
  [
    'statements added on both sides',
    noEdits,
    edits({ A: '', 'hand-1': 'mine' }),
    edits({ 'hand-1': 'theirs', A: '' }),
    edits({ 'hand-2': 'theirs', A: '', 'hand-1': 'mine' }),
  ],
  [
    'a frame changed once',
    noEdits,
    edits({ A: 'x' }),
    edits({}, [], envelope('{ ')),
    edits({ A: 'x' }, [], envelope('{ ')),
  ],
  ['a frame changed twice', noEdits, edits({}, [], envelope('{')), edits({}, [], envelope('{ ')), undefined],
])('%s', (_, basis, one, other, merged) => {
  expect(mergeEdits(basis, one, other)).toEqual(merged);
});
