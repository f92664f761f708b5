import type { editor } from 'monaco-editor/editor';

/** A place in a text. */
export interface Reading {
  /** How far it is scrolled. */
  readonly top: number;
  readonly hasFocus: boolean;
  /** In UTF-16 units from the start of the text. */
  readonly caret: number | undefined;
}

/** Colors come a moment after the text; without them the editor is shown after this. */
const LONGEST_MS = 400;

/** Goes on where the reader is in the text that the editor replaces, and tells once the editor has drawn it in its colors. */
export function takeOver(
  instance: editor.IStandaloneCodeEditor,
  reading: Reading | null,
  onDrawn: () => void,
): () => void {
  const model = instance.getModel();
  if (reading && model) {
    if (reading.caret !== undefined) instance.setPosition(model.getPositionAt(reading.caret));
    if (reading.hasFocus) instance.focus();
  }
  const from = performance.now();
  const look = () => {
    // Again in each frame: where the first width was another one, lines above have wrapped, and a different line is on top.
    if (reading) instance.setScrollTop(reading.top);
    if (hasColors(instance) || performance.now() - from > LONGEST_MS) onDrawn();
    else frame = requestAnimationFrame(look);
  };
  if (reading) instance.setScrollTop(reading.top);
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

/** `mtk1` is the color of what has none of its own. */
const hasColors = (instance: editor.IStandaloneCodeEditor): boolean =>
  instance.getDomNode()?.querySelector('.view-line [class^="mtk"]:not(.mtk1)') != null;
