import type { editor, IDisposable } from 'monaco-editor/editor';
import { changeDecorations } from './decorations.ts';
import { uncover } from './uncover.ts';
import type { LineChanges } from './lineEdits.ts';
import { type UnseenChanges, unseenChanges } from './scroll.ts';

/** As in editor.css. */
const FADE_MS = 1600;

/** Marks what changed until disposed; the new lines come in, and light up only until their color has faded. */
export function markChanges(instance: editor.IStandaloneCodeEditor, changes: LineChanges): IDisposable {
  const marks = instance.createDecorationsCollection([...changeDecorations(changes, 'fresh')]);
  const cover = uncover(instance, changes.added);
  const faded = setTimeout(() => marks.set([...changeDecorations(changes, 'there')]), FADE_MS);
  return {
    dispose() {
      clearTimeout(faded);
      cover.dispose();
      marks.clear();
    },
  };
}

/** Reports changes that are out of sight, until the reader has scrolled to one of them. */
export function watchUnseenChanges(
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
