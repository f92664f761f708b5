import type { editor } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { onCaretMoved } from './caret.ts';
import { type CharacterMark, markText } from './characterMarks.ts';
import { type PersonaLine, personaDecorations, tracedDecorations } from './decorations.ts';
import type { EditorDocuments } from './editorDocuments.ts';
import type { EditorFinding, RevealedRange } from './findingMarkers.ts';
import type { LanguageHelp } from './language.ts';
import type { EditorLine } from './lineEdits.ts';
import { markChanges, watchUnseenChanges } from './marks.ts';
import { keepCaretInView, type UnseenChanges } from './scroll.ts';
import type { Reading } from './takeOver.ts';

export interface PolicyEditorProps {
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

export interface Opened {
  readonly instance: editor.IStandaloneCodeEditor;
  readonly documents: EditorDocuments;
}

/** Tells the page where the caret moves, what is typed, and that the editor lost the focus. */
export function useReports(opened: Opened | null, props: PolicyEditorProps): void {
  const reportCaret = useEffectEvent((offset: number, byReader: boolean) => props.onCaret(offset, byReader));
  const reportText = useEffectEvent((id: string, typed: string) => props.onText?.(id, typed));
  const reportBlur = useEffectEvent(() => props.onBlur());
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
}

/** Shows the text of the document by the smallest edits, and marks them; those out of view are returned. */
export function useShownText(
  opened: Opened | null,
  { documentId, text }: PolicyEditorProps,
): UnseenChanges | null {
  const [unseen, setUnseen] = useState<UnseenChanges | null>(null);
  useLayoutEffect(() => {
    if (!opened) return undefined;
    const changes = opened.documents.show(documentId, text);
    const marks = markChanges(opened.instance, changes);
    const watch = watchUnseenChanges(opened.instance, changes, setUnseen);
    return () => {
      marks.dispose();
      watch.dispose();
    };
  }, [opened, documentId, text]);
  return unseen;
}

/** After the text: decorations belong to the model that is shown and to its lines. */
export function useLineMarks(opened: Opened | null, props: PolicyEditorProps): void {
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
export function useTextMarks(opened: Opened | null, props: PolicyEditorProps): void {
  const { documentId, text, findings, characters } = props;
  useEffect(
    () => markText(opened?.instance.getModel(), findings, characters),
    [opened, documentId, text, findings, characters],
  );
}
