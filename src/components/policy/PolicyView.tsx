import { useColorScheme } from '@mui/material/styles';
import { useMemo } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { useChecks } from '../../state/checks/checks.ts';
import type { PrintedDocument } from '../../state/derived.ts';
import { personaMarks } from '../../state/personaLines.ts';
import { show, useStore } from '../../state/store.ts';
import { linesOf } from '../../state/trace.ts';
import { editorFindings } from '../common/editorFindings.ts';
import { EditorSlot } from './EditorSlot.tsx';
import { PlainText } from './PlainText.tsx';

const loadEditor = () => import('../monaco/PolicyEditor.tsx').then((module) => module.PolicyEditor);

const none: readonly DescribedFinding[] = [];

/** The text follows the choices, so there is nothing to write or to rewrite in it. */
const help = {
  hover: (text: string, offset: number) => loadHelp().then(({ hoverHelp }) => hoverHelp(text, offset)),
  complete: async (_text: string, offset: number) => ({ items: [], replaced: { offset, length: 0 } }),
  fixes: async () => [],
};
const loadHelp = () => import('../../state/checks/help.ts');

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
  const found = useChecks((checks) => checks.byDocument[document.id]);
  const current = !preview && found?.text === document.text ? found.findings : none;
  const findings = useMemo(() => editorFindings(current), [current]);
  const sought = useStore(({ screen }) => (screen.sought?.documentId === document.id ? screen.sought : null));
  const soughtLine = useMemo(
    () => sought && { line: document.text.slice(0, sought.offset).split('\n').length },
    [document.text, sought],
  );
  return (
    <EditorSlot
      load={loadEditor}
      fallback={
        <PlainText document={document} personaLines={personaLines} traced={traced} sought={soughtLine} />
      }
    >
      {(PolicyEditor) => (
        <PolicyEditor
          documentId={document.id}
          text={document.text}
          label={`${document.title}, read only`}
          personaLines={personaLines}
          traced={traced}
          findings={findings}
          sought={sought}
          help={help}
          scheme={colorScheme === 'dark' ? 'dark' : 'light'}
          wordWrap
          onCaret={(offset) => show({ caret: { documentId: document.id, offset } })}
        />
      )}
    </EditorSlot>
  );
}
