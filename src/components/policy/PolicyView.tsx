import { useColorScheme } from '@mui/material/styles';
import { useMemo } from 'react';
import type { PrintedDocument } from '../../state/derived.ts';
import { personaMarks } from '../../state/personaLines.ts';
import { show, useStore } from '../../state/store.ts';
import { linesOf } from '../../state/trace.ts';
import { EditorSlot } from './EditorSlot.tsx';
import { PlainText } from './PlainText.tsx';

const loadEditor = () => import('../monaco/PolicyEditor.tsx').then((module) => module.PolicyEditor);

interface PolicyViewProps {
  readonly document: PrintedDocument;
  readonly preview: boolean;
}

/** The document's text: in the editor, or plainly highlighted where the editor is not there. */
export function PolicyView({ document, preview }: PolicyViewProps) {
  const focused = useStore((state) => (preview ? null : state.screen.focused));
  const { colorScheme } = useColorScheme();
  const personaLines = useMemo(() => personaMarks(document), [document]);
  const traced = useMemo(() => (focused ? linesOf(document, focused) : []), [document, focused]);
  return (
    <EditorSlot
      load={loadEditor}
      fallback={<PlainText document={document} personaLines={personaLines} traced={traced} />}
    >
      {(PolicyEditor) => (
        <PolicyEditor
          documentId={document.id}
          text={document.text}
          label={`${document.title}, read only`}
          personaLines={personaLines}
          traced={traced}
          scheme={colorScheme === 'dark' ? 'dark' : 'light'}
          wordWrap
          onCaret={(offset) => show({ caret: { documentId: document.id, offset } })}
        />
      )}
    </EditorSlot>
  );
}
