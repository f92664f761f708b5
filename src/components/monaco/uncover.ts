import type { editor, IDisposable } from 'monaco-editor/editor';
import type { EditorLine } from './lineEdits.ts';

const ENTER_MS = 160;
/** Changes that follow each other faster are there at once: what moves all the time shows nothing. */
const PAUSE_MS = 400;

/**
 * New lines come in from under one cover that fades. Lines that fade themselves are a layer each, as is whatever lies over them, which
 * took a fifth of what a choice costs.
 */
export function uncover(instance: editor.IStandaloneCodeEditor, lines: readonly EditorLine[]): IDisposable {
  const parent = instance.getDomNode()?.querySelector<HTMLElement>('.overflow-guard');
  const pieces = parent && takesTurn(parent) ? coversOf(instance, lines) : [];
  if (!parent || pieces.length === 0) return { dispose() {} };
  const cover = document.createElement('div');
  cover.className = 'policy-cover';
  cover.ariaHidden = 'true';
  cover.append(...pieces);
  parent.append(cover);
  const scrolling = instance.onDidScrollChange(({ scrollTopChanged }) => scrollTopChanged && cover.remove());
  const dispose = () => {
    scrolling.dispose();
    cover.remove();
  };
  cover.animate({ opacity: [1, 0] }, { duration: ENTER_MS, easing: 'ease-out' }).onfinish = dispose;
  return { dispose };
}

/** Whether something may move now: the reader wants it, and nothing has changed for a while. */
function takesTurn(parent: HTMLElement): boolean {
  const last = Number(parent.dataset['changedAt'] ?? Number.NEGATIVE_INFINITY);
  parent.dataset['changedAt'] = String(performance.now());
  const wantsRest = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return !wantsRest && performance.now() - last > PAUSE_MS;
}

/** One for each run of lines that is in sight. */
function coversOf(
  instance: editor.IStandaloneCodeEditor,
  lines: readonly EditorLine[],
): readonly HTMLElement[] {
  const { height, contentLeft } = instance.getLayoutInfo();
  const scrolled = instance.getScrollTop();
  return lines.flatMap(({ first, last }) => {
    const top = instance.getTopForLineNumber(first) - scrolled;
    const bottom = instance.getBottomForLineNumber(last) - scrolled;
    if (bottom <= 0 || top >= height) return [];
    const piece = document.createElement('div');
    Object.assign(piece.style, { left: `${contentLeft}px`, top: `${top}px`, height: `${bottom - top}px` });
    return [piece];
  });
}
