import type { editor } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { type CharacterMark, markText } from './characterMarks.ts';
import type { EditorFinding, RevealedRange } from './findingMarkers.ts';
import { JsonEditor, replaceFirstModel, useRevealed } from './JsonEditor.tsx';
import { helped, type LanguageHelp } from './language.ts';
import { createJsonModel } from './monaco.ts';
import { commonOptions } from './options.ts';
import { replaceText } from './replaceText.ts';

type EditorInstance = editor.IStandaloneCodeEditor;

interface TextEditorProps {
  /** What the editor starts with. From then on the text is the editor's, and is only reported. */
  readonly startText: string;
  /** Where the selection begins and ends in it, as offsets: asked when the editor is there. */
  startSelection(): readonly [start: number, end: number];
  /** Replaces the text as one step of the editor's own history, each time that it is another object. */
  readonly replacement: { readonly text: string } | null;
  readonly label: string;
  readonly findings: readonly EditorFinding[];
  readonly characters: readonly CharacterMark[];
  readonly sought: RevealedRange | null;
  /** The same object for as long as the editor lives. */
  readonly help: LanguageHelp;
  readonly scheme: 'light' | 'dark';
  onText(text: string): void;
}

/** A text to be written: completion, hovers, findings and fixes, and a history of its own. */
export function TextEditor(props: TextEditorProps) {
  const { startText, label, findings, characters, sought, help, scheme } = props;
  const [instance, setInstance] = useState<EditorInstance | null>(null);
  const options = useMemo(() => optionsFor(label), [label]);
  useReportedText(instance, props.onText);
  useReplacement(instance, props.replacement);

  useEffect(() => markText(instance?.getModel(), findings, characters), [instance, findings, characters]);

  useRevealed(instance ?? undefined, sought);
  return (
    <JsonEditor
      scheme={scheme}
      options={options}
      onMount={(mounted) => setInstance(openEditor(mounted, startText, props.startSelection(), help))}
    />
  );
}

const optionsFor = (label: string) => ({
  ...commonOptions,
  readOnly: false,
  ariaLabel: label,
  folding: true,
  wordWrap: 'on' as const,
  autoIndent: 'keep' as const,
});

/** Reports each change of the text. The model goes with the editor. */
function useReportedText(instance: EditorInstance | null, onText: (text: string) => void): void {
  const report = useEffectEvent(onText);
  useEffect(() => {
    const model = instance?.getModel();
    if (!instance || !model) return undefined;
    const typing = model.onDidChangeContent(() => report(model.getValue()));
    return () => {
      typing.dispose();
      instance.setModel(null);
      model.dispose();
    };
  }, [instance]);
}

function useReplacement(instance: EditorInstance | null, replacement: TextEditorProps['replacement']): void {
  useEffect(() => {
    const model = instance?.getModel();
    if (!instance || !model || !replacement) return;
    instance.pushUndoStop();
    instance.executeEdits('replacement', [...replaceText(model, replacement.text)]);
    instance.pushUndoStop();
  }, [instance, replacement]);
}

/** With a model that has our help and line ends. */
function openEditor(
  instance: EditorInstance,
  text: string,
  [start, end]: readonly [start: number, end: number],
  help: LanguageHelp,
) {
  const model = helped(createJsonModel(text), help);
  replaceFirstModel(instance, model);
  instance.setSelection(selectionAt(model, start, end));
  instance.focus();
  return instance;
}

function selectionAt(model: editor.ITextModel, start: number, end: number) {
  const [from, to] = [model.getPositionAt(start), model.getPositionAt(end)];
  return {
    startLineNumber: from.lineNumber,
    startColumn: from.column,
    endLineNumber: to.lineNumber,
    endColumn: to.column,
  };
}
