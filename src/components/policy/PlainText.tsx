import { type MouseEvent, type RefObject, useEffect } from 'react';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import type { PersonaLines } from '../../state/derived/personaLines.ts';
import type { LineRange } from '../../state/derived/trace.ts';
import { useStore } from '../../state/store.ts';
import { useEditorWanted } from '../common/editorWanted.ts';
import { Stack } from '../common/Stack.tsx';
import { PlainLine } from './PlainLine.tsx';
import { Pre } from './plainLook.ts';

interface PlainTextProps {
  /** The element with the lines. */
  readonly text: RefObject<HTMLPreElement | null>;
  readonly document: PrintedDocument;
  readonly personaLines: readonly PersonaLines[];
  readonly traced: readonly LineRange[];
  /** A line to bring into view, once for each `place`. */
  readonly sought: { readonly line: number; readonly place: object } | null;
  /** The place that the reader pointed to, in UTF-16 units from the start of the text. */
  onCaret(offset: number): void;
}

const reached = new WeakSet<object>();

/** The document without an editor: on phones, while the editor loads, and when it cannot load. */
export function PlainText({ text: pre, document, personaLines, traced, sought, onCaret }: PlainTextProps) {
  const wanted = useEditorWanted();
  const lines = document.text.trimEnd().split('\n');
  useSoughtInView(pre, sought);
  const caret = useStore(({ screen }) =>
    screen.caret?.documentId === document.id ? screen.caret.offset : -1,
  );
  const caretLine = caret < 0 ? 0 : document.text.slice(0, caret).split('\n').length;
  useLineInView(pre, caretLine);
  const point = ({ target }: MouseEvent) => {
    const offset = startOfLine(lines, lineUnder(target, pre.current));
    if (offset !== undefined) onCaret(offset);
  };
  return (
    <Stack tall>
      <Pre
        ref={pre}
        tabIndex={0}
        role="region"
        aria-label={`${document.title}, as text`}
        data-as-editor={wanted}
        onClick={point}
      >
        {lines.map((text, index) => {
          const needed = personaLines.find((entry) => within(entry.lines, index + 1));
          return (
            <PlainLine
              // A line has no identity but its number
              key={index}
              text={text}
              personas={needed?.personas.join(' ') ?? ''}
              marks={needed?.lines.first === index + 1 ? needed.marks : ''}
              isCaret={caretLine === index + 1}
              traced={sought?.line === index + 1 || traced.some((range) => within(range, index + 1))}
            />
          );
        })}
      </Pre>
    </Stack>
  );
}

const lineUnder = (target: EventTarget, text: HTMLElement | null): number =>
  [...(text?.children ?? [])].findIndex((child) => target instanceof Node && child.contains(target));

/** Offset of the first character of a line that is no space; nothing where there is no such line. */
function startOfLine(lines: readonly string[], line: number): number | undefined {
  if (line === -1) return undefined;
  const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  return start + (lines[line]?.search(/\S|$/) ?? 0);
}

function useSoughtInView(text: RefObject<HTMLElement | null>, sought: PlainTextProps['sought']): void {
  useEffect(() => {
    if (!sought || reached.has(sought.place)) return;
    reached.add(sought.place);
    text.current?.children[sought.line - 1]?.scrollIntoView({ block: 'center' });
  }, [text, sought]);
}

/** Where the text gets lower, as when a panel opens below it, the line stays in view. */
function useLineInView(text: RefObject<HTMLElement | null>, line: number): void {
  useEffect(() => {
    const shown = text.current;
    if (!shown || line === 0) return undefined;
    let height = shown.clientHeight;
    const observer = new ResizeObserver(() => {
      if (shown.clientHeight < height) shown.children[line - 1]?.scrollIntoView({ block: 'nearest' });
      height = shown.clientHeight;
    });
    observer.observe(shown);
    return () => observer.disconnect();
  }, [text, line]);
}

const within = (range: LineRange, line: number): boolean => line >= range.first && line <= range.last;
