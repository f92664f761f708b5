import type { editor } from 'monaco-editor/editor';
import { plainMarkdown } from './decorations.ts';
import { type EditorFinding, markFindings, rangeOf } from './findingMarkers.ts';

/** A character that does not read as what it is, as the editor shows it. Places are UTF-16 units from the start of the text. */
export interface CharacterMark {
  readonly offset: number;
  readonly length: number;
  /** Written behind the character: `⟨U+200B⟩`. */
  readonly label: string;
  readonly name: string;
}

/** The editor itself writes these as `[U+202E]`, so that they turn nothing. */
const WRITTEN = /^[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]$/;

/** Writes code points behind characters until called back. They move with the text. */
export function markCharacters(model: editor.ITextModel, marks: readonly CharacterMark[]): () => void {
  const ids = model.deltaDecorations(
    [],
    marks.map((mark) => {
      const range = rangeOf(model, mark);
      const after = { content: mark.label, inlineClassName: 'policy-character-label' };
      return {
        range,
        options: {
          inlineClassName: 'policy-character',
          hoverMessage: plainMarkdown(mark.name),
          ...(WRITTEN.test(model.getValueInRange(range)) ? {} : { after }),
        },
      };
    }),
  );
  return () => {
    if (!model.isDisposed()) model.deltaDecorations(ids, []);
  };
}

/** Both kinds of marks, until called back. Without a model there is nothing to mark. */
export function markText(
  model: editor.ITextModel | null | undefined,
  findings: readonly EditorFinding[],
  characters: readonly CharacterMark[],
): (() => void) | undefined {
  if (!model) return undefined;
  const undo = [markFindings(model, findings), markCharacters(model, characters)];
  return () => {
    for (const each of undo) each();
  };
}
