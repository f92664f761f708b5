import { Editor } from '@monaco-editor/react';
import type { editor } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import './editor.css';
import { goToLine, onCaretMoved } from './caret.ts';
import { ChangeChip } from './ChangeChip.tsx';
import { type CharacterMark, markText } from './characterMarks.ts';
import { type PersonaLine, personaDecorations, tracedDecorations } from './decorations.ts';
import { type EditorDocuments, openDocuments } from './editorDocuments.ts';
import { type EditorFinding, type RevealedRange, revealRange } from './findingMarkers.ts';
import type { LanguageHelp } from './language.ts';
import type { EditorLine } from './lineEdits.ts';
import { markChanges, watchUnseen } from './marks.ts';
import { type Reading, takeOver } from './takeOver.ts';
import { themeName } from './monaco.ts';
import { useOptions } from './policyOptions.ts';
import { keepCaretInView, type UnseenChanges } from './scroll.ts';

type CodeEditor = editor.IStandaloneCodeEditor;

interface PolicyEditorProps {
  /** Another id shows another model, with its own place and folding; it is not an edit of the text. */
  readonly documentId: string;
  readonly text: string;
  readonly label: string;
  readonly personaLines: readonly PersonaLine[];
  /** Lines that the focused choice asked for. */
  readonly traced: readonly EditorLine[];
  readonly findings: readonly EditorFinding[];
  /** What in the text cannot be seen, or looks like something else. */
  readonly characters: readonly CharacterMark[];
  /** A place to select and bring into view, each time that it is another object. */
  readonly sought: RevealedRange | null;
  /** Answers about a place of the text. */
  readonly help: LanguageHelp;
  readonly scheme: 'light' | 'dark';
  readonly wordWrap: boolean;
  /** Said to someone who types where that is not possible. */
  readonly readOnlyMessage: string;
  /** The place the caret moved to, in UTF-16 units from the start of the text; `byReader`: not because it was sought. */
  onCaret(offset: number, byReader: boolean): void;
  /** Called after each change that a person makes; absent, no one can. */
  readonly onText?: ((documentId: string, text: string) => void) | undefined;
  onBlur(): void;
  /** Where the reader is in the text that was shown until now. */
  reading(): Reading | null;
  /** The text is drawn. */
  onReady(): void;
}

interface Opened {
  readonly instance: CodeEditor;
  readonly documents: EditorDocuments;
}

/** One document of the draft in Monaco, following the text it is given by the smallest edits. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { documentId, text, sought, help, scheme } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const [unseen, setUnseen] = useState<UnseenChanges | null>(null);
  const options = useOptions(props);
  const reportCaret = useEffectEvent((offset: number, byReader: boolean) => props.onCaret(offset, byReader));
  const reportText = useEffectEvent((id: string, typed: string) => props.onText?.(id, typed));
  const reportBlur = useEffectEvent(() => props.onBlur());
  const begin = useEffectEvent((instance: CodeEditor) =>
    takeOver(instance, props.reading(), () => props.onReady()),
  );

  useEffect(() => {
    if (!opened) return undefined;
    const listening = [
      onCaretMoved(opened.instance, reportCaret),
      keepCaretInView(opened.instance),
      opened.documents.onTyped(reportText),
      opened.instance.onDidBlurEditorWidget(reportBlur),
    ];
    return () => {
      for (const listener of listening) listener.dispose();
      opened.documents.dispose();
    };
  }, [opened]);

  useLayoutEffect(() => {
    if (!opened) return undefined;
    const changes = opened.documents.show(documentId, text);
    const marks = markChanges(opened.instance, changes);
    const watch = watchUnseen(opened.instance, changes, setUnseen);
    return () => {
      marks.dispose();
      watch.dispose();
    };
  }, [opened, documentId, text]);

  useLayoutEffect(() => (opened ? begin(opened.instance) : undefined), [opened]);

  useTextMarks(opened, props);

  useEffect(() => {
    if (opened && sought) revealRange(opened.instance, sought);
  }, [opened, documentId, sought]);

  useLineMarks(opened, props);

  return (
    <div className="policy-editor">
      <Editor
        language="json"
        theme={themeName(scheme)}
        options={options}
        loading={null}
        onMount={(instance) => setOpened(open(instance, help))}
      />
      {opened && unseen && (
        <ChangeChip unseen={unseen} onShow={() => goToLine(opened.instance, unseen.line)} />
      )}
    </div>
  );
}

/** After the text: decorations belong to the model that is shown and to its lines. */
function useLineMarks(opened: Opened | null, props: PolicyEditorProps): void {
  const { documentId, text, traced, personaLines } = props;
  useLayoutEffect(() => {
    const marks = opened?.instance.createDecorationsCollection([
      ...tracedDecorations(traced),
      ...personaDecorations(personaLines),
    ]);
    return () => marks?.clear();
  }, [opened, documentId, text, traced, personaLines]);
}

/** Findings and characters of the document that is shown. */
function useTextMarks(opened: Opened | null, props: PolicyEditorProps): void {
  const { documentId, text, findings, characters } = props;
  useEffect(
    () => markText(opened?.instance.getModel(), findings, characters),
    [opened, documentId, text, findings, characters],
  );
}

/** The wrapper starts with a model of its own, which makes way for those of the documents. */
function open(instance: CodeEditor, help: LanguageHelp): Opened {
  const empty = instance.getModel();
  const documents = openDocuments(instance, help);
  instance.setModel(null);
  empty?.dispose();
  return { instance, documents };
}
