import type { editor, IDisposable } from 'monaco-editor/editor';
import { changeDecorations } from './decorations.ts';
import type { LineChanges } from './lineEdits.ts';
import { type UnseenChanges, unseenChanges } from './scroll.ts';

/** As in editor.css. */
const ENTER_MS = 160;
const FADE_MS = 1600;

/** Marks what changed until disposed; the new lines come in, and light up only while they fade. */
export function markChanges(instance: editor.IStandaloneCodeEditor, changes: LineChanges): IDisposable {
  const marks = instance.createDecorationsCollection([...changeDecorations(changes, 'entering')]);
  // A line that is drawn again later, as by scrolling, does not come in again.
  const entered = setTimeout(() => marks.set([...changeDecorations(changes, 'fresh')]), ENTER_MS);
  const faded = setTimeout(() => marks.set([...changeDecorations(changes, 'there')]), FADE_MS);
  return {
    dispose() {
      clearTimeout(entered);
      clearTimeout(faded);
      marks.clear();
    },
  };
}

/** Reports changes that are out of sight, until the reader has scrolled to one of them. */
export function watchUnseen(
  instance: editor.IStandaloneCodeEditor,
  changes: LineChanges,
  report: (unseen: UnseenChanges | null) => void,
): IDisposable {
  const first = unseenChanges(instance, changes);
  report(first);
  if (!first) return { dispose() {} };
  const scrolling = instance.onDidScrollChange(() => {
    const unseen = unseenChanges(instance, changes);
    report(unseen);
    if (!unseen) scrolling.dispose();
  });
  return scrolling;
}
