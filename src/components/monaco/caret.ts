import type { editor } from 'monaco-editor/editor';
import { monaco } from './monaco.ts';

/** Tells where the caret goes in an editor that has the focus; `byReader`: not because a place was sought. */
export function onCaretMoved(
  instance: editor.IStandaloneCodeEditor,
  report: (offset: number, byReader: boolean) => void,
) {
  return instance.onDidChangeCursorPosition(({ position, reason, source }) => {
    const moved = reason === monaco.editor.CursorChangeReason.Explicit || source === 'api';
    const offset = instance.getModel()?.getOffsetAt(position);
    if (moved && offset !== undefined && instance.hasWidgetFocus()) report(offset, source !== 'api');
  });
}

export function goToLine(instance: editor.IStandaloneCodeEditor, line: number): void {
  instance.setPosition({ lineNumber: line, column: 1 });
  instance.revealLineInCenter(line);
  instance.focus();
}
