import { useColorScheme } from '@mui/material/styles';
import { type ReactNode, type RefObject, useEffect, useMemo } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { useChecks } from '../../state/checks/findingsStore.ts';
import { isCombined, type PrintedDocument } from '../../state/derived/derived.ts';
import type { personaMarks } from '../../state/derived/personaLines.ts';
import { useShownEnvironment } from '../../state/derived/shownValues.ts';
import type { linesOf } from '../../state/derived/trace.ts';
import type { RevealedRange } from '../../state/screen.ts';
import { show, useStore } from '../../state/store.ts';
import { commitNow, noteTyped } from '../../state/typing/typing.ts';
import { type TypingProblem, useTyping } from '../../state/typing/typedTexts.ts';
import { useCharacterMarks } from '../common/characters.ts';
import { editorFindings } from '../common/editorFindings.ts';
import { WaitingEditorSlot } from '../common/EditorSlot.tsx';
import { help, noteShown, problemMarks } from './editorHelp.ts';

const loadEditor = () => import('../monaco/PolicyEditor.tsx').then((module) => module.PolicyEditor);

const none: readonly DescribedFinding[] = [];

const noLines: readonly never[] = [];

const readOnlyMessages = {
  preview: 'A preview is read-only. To edit the policy, select the previewed persona or option.',
  combined: 'The combined view is read-only. Select a role to edit its policy.',
} as const;

interface EditedTextProps {
  readonly document: PrintedDocument;
  readonly preview: boolean;
  readonly personaLines: ReturnType<typeof personaMarks>;
  readonly traced: ReturnType<typeof linesOf>;
  readonly sought: RevealedRange | null;
  /** What is read until the editor is there. */
  readonly plainText: ReactNode;
  readonly read: RefObject<HTMLElement | null>;
}

/** The document’s text in the editor. A text that is being typed has no marks of choices until it is a policy. */
export function EditedText({ document, preview, plainText, read, ...marks }: EditedTextProps) {
  const isOfEnvironment = useShownEnvironment() !== undefined;
  const readOnly = preview || isOfEnvironment || isCombined(document);
  const { colorScheme } = useColorScheme();
  const typing = useTyping((documents) => (preview || isOfEnvironment ? undefined : documents[document.id]));
  const text = typing?.text ?? document.text;
  const characters = useCharacterMarks(text);
  const findings = useMarks(useCurrentFindings(document, preview, text), typing?.problem ?? null);
  return (
    <WaitingEditorSlot load={loadEditor} fallback={plainText}>
      {(PolicyEditor, onReady) => (
        <PolicyEditor
          documentId={document.id}
          text={text}
          label={labelOf(document, readOnly)}
          personaLines={typing ? noLines : marks.personaLines}
          traced={typing ? noLines : marks.traced}
          findings={findings}
          characters={characters}
          sought={marks.sought}
          help={help}
          scheme={colorScheme === 'dark' ? 'dark' : 'light'}
          wordWrap
          readOnlyMessage={readOnlyMessages[preview ? 'preview' : 'combined']}
          onCaret={(offset, byReader) => moveCaret(document.id, offset, byReader)}
          onText={readOnly ? undefined : noteTyped}
          onBlur={() => commitNow(document.id)}
          reading={() => readingIn(read.current, document.id)}
          onReady={onReady}
        />
      )}
    </WaitingEditorSlot>
  );
}

/** The findings of this very text, which the editor's fixes are then for. */
function useCurrentFindings({ id, kind }: PrintedDocument, preview: boolean, text: string) {
  const found = useChecks((checks) => checks.byDocument[id]);
  const current = !preview && found?.text === text ? found.findings : none;
  useEffect(() => {
    noteShown(current, kind);
  }, [current, kind]);
  return current;
}

/** What is underlined: findings, and where a typed text stops being a policy. */
const useMarks = (current: readonly DescribedFinding[], problem: TypingProblem | null) =>
  useMemo(() => [...editorFindings(current), ...problemMarks(problem)], [current, problem]);

/** Where the reader is in the plain text, for the editor that takes its place. */
function readingIn(text: HTMLElement | null, documentId: string) {
  if (!text) return null;
  const { caret } = useStore.getState().screen;
  return {
    top: text.scrollTop,
    hasFocus: text.contains(globalThis.document.activeElement),
    caret: caret?.documentId === documentId ? caret.offset : undefined,
  };
}

/** The closed panel below says why the line is there; an open one stays as the reader left it. */
export function moveCaret(documentId: string, offset: number, byReader: boolean): void {
  const { evidenceOpen, evidence } = useStore.getState().screen;
  show({ caret: { documentId, offset }, evidence: byReader && !evidenceOpen ? 'why' : evidence });
}

const labelOf = ({ title }: PrintedDocument, readOnly: boolean): string =>
  readOnly
    ? `${title}, read only`
    : `${title}. Press Ctrl+M to switch whether Tab indents or leaves the editor`;
