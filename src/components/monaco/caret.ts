import type { editor, IDisposable } from 'monaco-editor/editor';
import { monaco } from './monaco.ts';

type EditorInstance = editor.IStandaloneCodeEditor;

/** Reports where the reader puts the caret, and where it is put for the reader: then `byReader` is false. */
export function onCaretMoved(
  instance: EditorInstance,
  report: (offset: number, byReader: boolean) => void,
): IDisposable {
  return instance.onDidChangeCursorPosition(({ position, reason, source }) => {
    const moved = reason === monaco.editor.CursorChangeReason.Explicit || source === 'api';
    const offset = instance.getModel()?.getOffsetAt(position);
    if (moved && offset !== undefined && instance.hasWidgetFocus()) report(offset, source !== 'api');
  });
}

/** Shows a line and gives it the caret. */
export function goToLine(instance: EditorInstance, line: number): void {
  instance.setPosition({ lineNumber: line, column: 1 });
  instance.revealLineInCenter(line);
  instance.focus();
}
