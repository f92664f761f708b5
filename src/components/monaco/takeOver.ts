import type { editor } from 'monaco-editor/editor';

/** A place in a text. */
export interface Reading {
  /** How far it is scrolled. */
  readonly top: number;
  readonly hasFocus: boolean;
  /** In UTF-16 units from the start of the text. */
  readonly caret: number | undefined;
}

/**
 * Colors come a moment after the text; without them the editor is shown after so many frames, 400 ms where the machine has time.
 * A busy one draws fewer, and lines wrap anew as late as colors come.
 */
const MOST_FRAMES = 24;

/** Goes on where the reader is in the text that the editor replaces, and reports when the editor has drawn it in its colors. */
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
  let frames = 0;
  const look = () => {
    frames += 1;
    // Again in each frame: where the first width was another one, lines above have wrapped, and a different line is on top.
    if (reading) instance.setScrollTop(reading.top);
    if (hasColors(instance) || frames >= MOST_FRAMES) onDrawn();
    else frame = requestAnimationFrame(look);
  };
  if (reading) instance.setScrollTop(reading.top);
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}

/** `mtk1` is the color of what has none of its own. */
const hasColors = (instance: editor.IStandaloneCodeEditor): boolean =>
  instance.getDomNode()?.querySelector('.view-line [class^="mtk"]:not(.mtk1)') != null;
