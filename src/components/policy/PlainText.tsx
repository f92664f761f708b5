import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { memo, type MouseEvent, type RefObject, useEffect, useRef } from 'react';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import type { PersonaLines } from '../../state/derived/personaLines.ts';
import type { LineRange } from '../../state/derived/trace.ts';
import { useStore } from '../../state/store.ts';
import { fontMono, personaColour } from '../../theme.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { askForEditor, useEditorWanted } from '../common/editorWanted.ts';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

const Pre = styled('pre')({
  flex: 1,
  minHeight: 0,
  margin: 0,
  padding: '8px 0',
  overflow: 'auto',
  font: `13px/20px ${fontMono}`,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  '& > span': { display: 'block', padding: '0 16px 0 12px', borderLeft: '3px solid transparent' },
  '& > span[data-traced="true"]': { background: 'var(--traced-line)' },
  '& > span[data-caret="true"]': { outline: '1px solid var(--accent)', outlineOffset: -1 },
  '& b': { fontWeight: 400, color: 'var(--code-key)' },
  '& i': { fontStyle: 'normal', color: 'var(--ink-2)', fontSize: 12 },
});

interface PlainTextProps {
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
export function PlainText({ document, personaLines, traced, sought, onCaret }: PlainTextProps) {
  const wanted = useEditorWanted();
  const lines = document.text.trimEnd().split('\n');
  const pre = useRef<HTMLPreElement>(null);
  useEffect(() => {
    if (!sought || reached.has(sought.place)) return;
    reached.add(sought.place);
    pre.current?.children[sought.line - 1]?.scrollIntoView({ block: 'center' });
  }, [sought]);
  const caret = useStore(({ screen }) =>
    screen.caret?.documentId === document.id ? screen.caret.offset : -1,
  );
  const caretLine = caret < 0 ? 0 : document.text.slice(0, caret).split('\n').length;
  useLineInView(pre, caretLine);
  const point = ({ target }: MouseEvent) => {
    const line = [...(pre.current?.children ?? [])].findIndex(
      (child) => target instanceof Node && child.contains(target),
    );
    if (line === -1) return;
    const start = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
    onCaret(start + (lines[line]?.search(/\S|$/) ?? 0));
  };
  return (
    <Stack tall>
      {!wanted && (
        <Toolbar justify="end" px={3}>
          <Button variant="outlined" onClick={askForEditor}>
            Open in editor
          </Button>
        </Toolbar>
      )}
      <Pre ref={pre} tabIndex={0} role="region" aria-label={`${document.title}, as text`} onClick={point}>
        {lines.map((text, index) => {
          const needed = personaLines.find((entry) => within(entry.lines, index + 1));
          return (
            <Line
              // A line has no identity but its number
              key={index}
              text={text}
              persona={needed?.personas[0]}
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

interface LineProps {
  readonly text: string;
  readonly persona: string | undefined;
  readonly marks: string;
  readonly traced: boolean;
  readonly isCaret: boolean;
}

const KEY = /^(\s*)("(?:[^"\\]|\\.)*")(:.*)$/;

const Line = memo(function Line({ text, persona, marks, traced, isCaret }: LineProps) {
  const [, indent, key, rest] = KEY.exec(text) ?? [];
  return (
    <span
      data-traced={traced}
      data-caret={isCaret}
      style={persona ? { borderLeftColor: personaColour(persona) } : {}}
    >
      {key === undefined || rest === undefined ? (
        <ForeignText text={text} use="json" />
      ) : (
        <>
          {indent}
          <b>
            <ForeignText text={key} use="json" />
          </b>
          <ForeignText text={rest} use="json" />
        </>
      )}
      {marks !== '' && <i>{`   ${marks}`}</i>}
      {'\n'}
    </span>
  );
});
