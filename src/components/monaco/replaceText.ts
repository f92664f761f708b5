import type { editor } from 'monaco-editor/editor';
import { type LineEdit, lineEdits } from './lineEdits.ts';

/** The smallest edits that turn a model's text into another. */
export function replaceText(model: editor.ITextModel, text: string) {
  return model.getValue() === text ? [] : lineEdits(model.getValue(), text).edits.map(toOperation);
}

export function toOperation(edit: LineEdit) {
  const { startLine, startColumn, endLine, endColumn, text } = edit;
  return {
    range: { startLineNumber: startLine, startColumn, endLineNumber: endLine, endColumn },
    text,
    forceMoveMarkers: true,
  };
}
