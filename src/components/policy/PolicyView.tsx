import { useColorScheme } from '@mui/material/styles';
import { lazy, Suspense, useMemo } from 'react';
import { personaMarks } from '../../state/personaLines.ts';
import type { PrintedDocument } from '../../state/derived.ts';
import { show, useStore } from '../../state/store.ts';
import { linesOf } from '../../state/trace.ts';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { PlainText } from './PlainText.tsx';
import { useEditorWanted } from './editorWanted.ts';

const PolicyEditor = lazy(() =>
  import('../monaco/PolicyEditor.tsx').then((module) => ({ default: module.PolicyEditor })),
);

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
  const editorWanted = useEditorWanted();
  const plain = <PlainText document={document} personaLines={personaLines} traced={traced} />;
  if (!editorWanted) return plain;
  return (
    <LazyBoundary fallback={plain}>
      <Suspense fallback={plain}>
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
      </Suspense>
    </LazyBoundary>
  );
}
