import { describeJsonProblem } from '../../policies/language/jsonProblems.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { setEdits } from '../../policies/handEdits/changeEdits.ts';
import { type DocumentEdits, noEdits } from '../../policies/model/documentEdits.ts';
import { storedEdits } from '../../policies/model/storedDraft.ts';
import { mergeEdits } from '../../policies/handEdits/mergeEdits.ts';
import { canStoreEdits, editLimitsSentence } from '../../policies/handEdits/readEdits.ts';
import { readWritten } from '../../policies/handEdits/readWritten.ts';
import type { ParseError } from '../../policies/language/parseError.ts';
import { documentsOf, generatedOf, wholeDocumentsOf } from '../derived/derived.ts';
import { edit, useStore } from '../store.ts';
import { forgetTyped, type Typed, type TypingProblem, useTyping } from './typedTexts.ts';

/** Makes what was typed in a document part of the draft, as one step of the history; or says why it cannot be. */
export function commitTyped(documentId: string): void {
  const found = useTyping.getState()[documentId];
  if (!found) return;
  const read = readTyped(documentId, found);
  // The document may be gone by now, with another draft in place: what was typed is none of its.
  const isThere = wholeDocumentsOf(useStore.getState().draft).some(
    ({ id }) => read?.ok !== true || id === read.whole,
  );
  if (!read || !isThere) return forgetTyped(documentId);
  if (!read.ok) {
    useTyping.setState({ [documentId]: { ...found, problem: read.problem } });
    return;
  }
  const edits = rebaseEdits(found.basis, read.whole, read.edits);
  if (edits === 'clash') {
    useTyping.setState({ [documentId]: { ...found, problem: clash } });
    return;
  }
  edit((draft) => setEdits(draft, read.whole, edits), 'Edited manually', `typed ${read.whole}`);
  forgetTyped(documentId);
}

/** Other hand edits of the document may have come since its text was taken up: from another of its parts, another tab, a button. */
function rebaseEdits(basis: Draft, whole: string, typed: DocumentEdits | undefined) {
  const before = basis.edits[whole];
  const now = useStore.getState().draft.edits[whole];
  if (storedText(before) === storedText(now)) return typed;
  return mergeEdits(before ?? noEdits, now ?? noEdits, typed ?? noEdits) ?? 'clash';
}

const storedText = (edits: DocumentEdits | undefined): string | undefined =>
  edits && JSON.stringify(storedEdits(edits));

const clash: TypingProblem = {
  sentence:
    'A statement that you edited was also changed elsewhere. Copy your text, revert, and enter it again.',
  offset: 0,
  length: 0,
};

function readTyped(documentId: string, { basis, text }: Typed) {
  const shown = documentsOf(basis).find(({ id }) => id === documentId);
  const wholeId = shown?.partOf ?? shown?.id;
  const whole = wholeDocumentsOf(basis).find(({ id }) => id === wholeId);
  if (!shown || !whole) return undefined;
  const generated = generatedOf(basis).find(({ id }) => id === wholeId);
  const read = readWritten({ shown, whole, generated, edits: basis.edits[whole.id] ?? noEdits }, text);
  if (!read.ok) return { ok: false as const, problem: problemOf(text, read.errors) };
  if (read.edits && !canStoreEdits(read.edits)) return { ok: false as const, problem: tooLong };
  return { ok: true as const, whole: whole.id, edits: read.edits };
}

const tooLong: TypingProblem = {
  sentence: `Too large for a draft. ${editLimitsSentence}`,
  offset: 0,
  length: 0,
};

function problemOf(text: string, [first]: readonly ParseError[]): TypingProblem {
  const offset = first?.range.offset ?? 0;
  const line = text.slice(0, offset).split('\n').length;
  return { sentence: first ? sentenceOf(first, line) : '', offset, length: first?.range.length ?? 0 };
}

function sentenceOf({ code, detail }: ParseError, line: number): string {
  const place = `line ${line}`;
  switch (code) {
    case 'notJson':
      return `Invalid JSON from ${place} on: ${describeJsonProblem(detail)}.`;
    case 'shape':
      return detail === DIVIDED
        ? 'This statement was split to fit the policy size quota. To edit it, turn off splitting in step 6.'
        : `Invalid policy: ${detail} is expected at ${place}.`;
    case 'duplicateKey':
      return `“${detail}” appears twice, at ${place}. IAM uses only one of them.`;
    case 'empty':
      return 'The text is empty.';
    case 'tooLarge':
      return `The text exceeds ${detail}.`;
    case 'tooDeep':
      return `The nesting exceeds ${detail}, at ${place}.`;
    default:
      return code satisfies never;
  }
}

const DIVIDED = 'a statement that isn’t split';
