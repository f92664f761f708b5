import type { editor, IMarkdownString, IRange } from 'monaco-editor/editor';
import type { EditorLine, LineChanges, RemovedLines } from './lineEdits.ts';

/** A run of lines and the personas that need them. */
export interface PersonaLine {
  readonly lines: EditorLine;
  readonly personas: readonly string[];
  /** `DS · NB`: written behind the first line; empty for none. */
  readonly marks: string;
  readonly hover: string;
}

type Decoration = editor.IModelDeltaDecoration;

const whole = ({ first, last }: EditorLine): IRange => ({
  startLineNumber: first,
  startColumn: 1,
  endLineNumber: last,
  endColumn: Number.MAX_SAFE_INTEGER,
});

/** A spine per persona beside all lines; the marks and the hover on the first. */
export function personaDecorations(entries: readonly PersonaLine[]): readonly Decoration[] {
  return entries.flatMap(({ lines, personas, marks, hover }) => [
    ...personas.map((persona) => ({
      range: whole(lines),
      options: {
        linesDecorationsClassName: `persona-spine persona-spine-${persona}`,
        linesDecorationsTooltip: hover,
      },
    })),
    {
      range: whole({ first: lines.first, last: lines.first }),
      options: {
        hoverMessage: plainMarkdown(hover),
        ...(marks === '' ? {} : { after: { content: `   ${marks}`, inlineClassName: 'policy-marks' } }),
      },
    },
  ]);
}

export function tracedDecorations(traced: readonly EditorLine[]): readonly Decoration[] {
  return traced.map((lines) => ({
    range: whole(lines),
    options: { isWholeLine: true, className: 'policy-traced' },
  }));
}

/** How far new lines are: lit up, or marked by the bar beside them alone. */
export type Phase = 'fresh' | 'there';

/** The bar beside new lines and the glyph where lines were. */
export function changeDecorations(changes: LineChanges, phase: Phase): readonly Decoration[] {
  const added = changes.added.map((lines) => ({
    range: whole(lines),
    options: {
      isWholeLine: true,
      marginClassName: 'policy-changed-bar',
      ...(phase === 'there' ? {} : { className: 'policy-changed' }),
    },
  }));
  const removed = changes.removed.map((gone) => ({
    range: whole({ first: gone.line, last: gone.line }),
    options: { glyphMarginClassName: 'policy-removed', glyphMarginHoverMessage: removedMessage(gone) },
  }));
  return [...added, ...removed];
}

function removedMessage({ count, text }: RemovedLines): IMarkdownString[] {
  const longestRun = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return [
    { value: count === 1 ? '1 line removed' : `${count} lines removed` },
    { value: `${fence}json\n${text}\n${fence}` },
  ];
}

/** Text that Markdown would show as it is. */
export const plainMarkdown = (text: string): IMarkdownString => ({
  value: text.replaceAll(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&'),
});
