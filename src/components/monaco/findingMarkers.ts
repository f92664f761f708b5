import type { editor, IRange, Range } from 'monaco-editor/editor';
import { monaco } from './monaco.ts';

/** A finding as the editor shows it. Places are UTF-16 units from the start of the text. */
export interface EditorFinding {
  readonly offset: number;
  readonly length: number;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly code: string;
  readonly link: string;
}

export interface RevealedRange {
  readonly offset: number;
  readonly length: number;
  readonly focus: boolean;
}

const OWNER = 'findings';

const severityOf = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
} as const;

/** Underlines findings until called back. Whole statements are marked on their first line only. */
export function markFindings(model: editor.ITextModel, findings: readonly EditorFinding[]): () => void {
  const markers = findings.map(({ severity, message, code, link, ...place }) => ({
    ...firstLine(model, rangeOf(model, place)),
    severity: severityOf[severity],
    message,
    code: { value: code, target: monaco.Uri.parse(link) },
  }));
  monaco.editor.setModelMarkers(model, OWNER, markers);
  return () => {
    if (!model.isDisposed()) monaco.editor.setModelMarkers(model, OWNER, []);
  };
}

const reached = new WeakSet<RevealedRange>();

/**
 * Selects a place and brings it into view, once: an editor that is shown again, or made anew, leaves the focus and the caret where
 * they are. By then the place may be another, too.
 */
export function revealRange(instance: editor.IStandaloneCodeEditor, sought: RevealedRange): void {
  const model = instance.getModel();
  if (!model || reached.has(sought)) return;
  reached.add(sought);
  const range = rangeOf(model, sought);
  // The focus first: where the caret goes is announced only of an editor that has it.
  if (sought.focus) instance.focus();
  instance.setSelection(range);
  instance.revealRangeInCenterIfOutsideViewport(range);
}

/** A place of the engine as the editor's own range. */
export function rangeOf(
  model: editor.ITextModel,
  { offset, length }: { readonly offset: number; readonly length: number },
): Range {
  return monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length));
}

function firstLine(model: editor.ITextModel, range: Range): IRange {
  if (range.startLineNumber === range.endLineNumber) return range;
  const { startLineNumber, startColumn } = range;
  const endColumn = model.getLineMaxColumn(startLineNumber);
  return { startLineNumber, startColumn, endLineNumber: startLineNumber, endColumn };
}
