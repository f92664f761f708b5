import type { editor } from 'monaco-editor/editor';
import { monaco } from './monaco.ts';

/**
 * Both halves wrap at the same column, though their widths differ by a pixel or a scroll bar: a line that wraps in one half only
 * leaves an empty, hatched row in the other, as if something were missing there.
 */
export function wrapAlike(instance: editor.IStandaloneDiffEditor): () => void {
  const halves = [instance.getOriginalEditor(), instance.getModifiedEditor()] as const;
  let last = 0;
  const apply = () => {
    const columns = halves.map((half) => half.getLayoutInfo().viewportColumn).filter((column) => column > 1);
    const wordWrapColumn = Math.min(...columns);
    if (columns.length === 0 || wordWrapColumn === last) return;
    last = wordWrapColumn;
    instance.updateOptions({ wordWrapColumn });
  };
  // While there is one column the diff editor turns the wrapping of the left half off, and leaves it so when there are two again.
  const [left] = halves;
  const keepWrapping = () => {
    if (left.getOption(monaco.editor.EditorOption.wordWrapOverride2) !== 'inherit')
      left.updateOptions({ wordWrapOverride2: 'inherit' });
  };
  keepWrapping();
  apply();
  const listeners = [
    ...halves.map((half) => half.onDidLayoutChange(apply)),
    left.onDidChangeConfiguration(keepWrapping),
  ];
  return () => {
    for (const listener of listeners) listener.dispose();
  };
}
