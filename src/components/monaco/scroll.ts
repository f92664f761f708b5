import type { editor, IDisposable } from 'monaco-editor/editor';
import type { LineChanges } from './lineEdits.ts';

type EditorInstance = editor.IStandaloneCodeEditor;

/** Runs an edit so that the first line in sight stays where it is, whatever happens above it. */
export function keepingScroll<T>(instance: EditorInstance, edit: () => T): T {
  const top = instance.getVisibleRanges()[0]?.startLineNumber;
  if (top === undefined || instance.getScrollTop() === 0) return edit();
  const offset = instance.getScrollTop() - instance.getTopForLineNumber(top);
  const anchor = instance.createDecorationsCollection([
    { range: { startLineNumber: top, startColumn: 1, endLineNumber: top, endColumn: 1 }, options: {} },
  ]);
  const result = edit();
  const line = anchor.getRange(0)?.startLineNumber ?? top;
  anchor.clear();
  instance.setScrollTop(instance.getTopForLineNumber(line) + offset);
  return result;
}

/** Where the editor gets lower, as when a panel opens below it, the caret's line stays in view if it was. */
export function keepCaretInView(instance: EditorInstance): IDisposable {
  let { height } = instance.getLayoutInfo();
  return instance.onDidLayoutChange((layout) => {
    const before = height;
    height = layout.height;
    const line = instance.getPosition()?.lineNumber;
    if (line === undefined || height >= before) return;
    const top = instance.getTopForLineNumber(line) - instance.getScrollTop();
    if (top >= 0 && top < before) instance.revealLineInCenterIfOutsideViewport(line);
  });
}

/** Changes that are all out of sight on one side, and the nearest line of them. */
export interface UnseenChanges {
  readonly count: number;
  readonly side: 'above' | 'below';
  readonly line: number;
}

/** The changes below the part in sight, or else those above it; null as soon as one is in sight. */
export function unseenChanges(instance: EditorInstance, changes: LineChanges): UnseenChanges | null {
  const seen = instance.getVisibleRanges();
  const [top, bottom] = [seen[0]?.startLineNumber, seen.at(-1)?.endLineNumber];
  if (top === undefined || bottom === undefined) return null;
  const places = placesOf(changes);
  if (places.some(({ first, last }) => last >= top && first <= bottom)) return null;
  const below = places.filter(({ first }) => first > bottom);
  const above = places.filter(({ last }) => last < top);
  const next = below[0]?.first;
  if (next !== undefined) return { count: below.length, side: 'below', line: next };
  const previous = above.at(-1)?.first;
  return previous === undefined ? null : { count: above.length, side: 'above', line: previous };
}

/** One place per run of changed lines; lines that replace others count once. */
function placesOf(changes: LineChanges): readonly { readonly first: number; readonly last: number }[] {
  const gone = changes.removed
    .filter(({ line }) => !changes.added.some(({ last }) => last === line - 1))
    .map(({ line }) => ({ first: line, last: line }));
  return [...changes.added, ...gone].toSorted((a, b) => a.first - b.first);
}
