import { useMemo, useRef } from 'react';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { personaMarks } from '../../state/derived/personaLines.ts';
import { linesOf } from '../../state/derived/trace.ts';
import type { RevealedRange } from '../../state/screen.ts';
import { useStore } from '../../state/store.ts';
import { EditedText, moveCaret } from './EditedText.tsx';
import { PlainText } from './PlainText.tsx';

interface PolicyViewProps {
  readonly document: PrintedDocument;
  readonly preview: boolean;
  /** Without the editor: for a text that is looked at in passing, before there is one to work on. */
  readonly plain: boolean;
}

/** The document's text: in the editor, or plainly highlighted where the editor is not there. */
export function PolicyView({ document, preview, plain }: PolicyViewProps) {
  const personaLines = useMemo(() => personaMarks(document), [document]);
  const traced = useTraced(document, preview);
  const sought = useStore(({ screen }) =>
    screen.revealedRange?.documentId === document.id ? screen.revealedRange : null,
  );
  const soughtLine = useSoughtLine(document.text, sought);
  const pre = useRef<HTMLPreElement>(null);
  const plainText = (
    <PlainText
      text={pre}
      document={document}
      personaLines={personaLines}
      traced={traced}
      sought={soughtLine}
      onCaret={(offset) => moveCaret(document.id, offset, true)}
    />
  );
  if (plain) return plainText;
  return (
    <EditedText {...{ document, preview, personaLines, traced, sought }} read={pre} plainText={plainText} />
  );
}

/** Lines that the choice asks for which is pointed to or has the focus; in a preview, the previewed one. */
function useTraced(document: PrintedDocument, preview: boolean) {
  const focused = useStore(({ screen }) =>
    preview ? (screen.preview?.choice ?? null) : (screen.hovered ?? screen.focused),
  );
  return useMemo(() => (focused ? linesOf(document, focused) : []), [document, focused]);
}

const useSoughtLine = (text: string, sought: RevealedRange | null) =>
  useMemo(
    () => sought && { line: text.slice(0, sought.offset).split('\n').length, place: sought },
    [text, sought],
  );
