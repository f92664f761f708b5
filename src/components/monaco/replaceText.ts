import type { editor, IRange } from 'monaco-editor/editor';
import { lineEdits } from './lineEdits.ts';

/** The smallest edits that turn a model's text into another. */
export function replaceText(
  model: editor.ITextModel,
  text: string,
): readonly { readonly range: IRange; readonly text: string }[] {
  if (model.getValue() === text) return [];
  return lineEdits(model.getValue(), text).edits.map(
    ({ startLine, startColumn, endLine, endColumn, text: put }) => ({
      range: { startLineNumber: startLine, startColumn, endLineNumber: endLine, endColumn },
      text: put,
    }),
  );
}
