import { DiffEditor } from '@monaco-editor/react';
import type { editor } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import './editor.css';
import { type CharacterMark, markCharacters } from './characterMarks.ts';
import { applyText } from './editorDocuments.ts';
import { monaco, themeName } from './monaco.ts';
import { commonOptions } from './options.ts';
import { useRoomForHalves } from './useRoomForHalves.ts';
import { wrapAlike } from './wrapAlike.ts';

interface ChangesEditorProps {
  readonly original: string;
  readonly modified: string;
  /** What in each text cannot be seen, or looks like something else. */
  readonly originalCharacters: readonly CharacterMark[];
  readonly modifiedCharacters: readonly CharacterMark[];
  readonly originalLabel: string;
  readonly modifiedLabel: string;
  readonly sideBySide: boolean;
  readonly scheme: 'light' | 'dark';
  readonly label: string;
  onReady?(): void;
}

/** What a screen reader calls the two halves. */
interface HalfLabels {
  readonly original: string;
  readonly modified: string;
}

interface Opened {
  readonly instance: editor.IStandaloneDiffEditor;
  readonly models: editor.IDiffEditorModel;
}

/** Two texts of a document compared in Monaco, unchanged lines folded away; inline where there is little room. */
export function ChangesEditor(props: ChangesEditorProps) {
  const { original, modified, originalLabel, modifiedLabel, sideBySide, scheme, label: whole } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const halves = useRoomForHalves(opened?.instance) && sideBySide;
  const options = useMemo(
    () => diffOptions(originalLabel, modifiedLabel, halves),
    [originalLabel, modifiedLabel, halves],
  );
  const reportReady = useEffectEvent(() => props.onReady?.());

  useEffect(() => {
    if (!opened) return undefined;
    reportReady();
    return () => closeEditor(opened);
  }, [opened]);

  useLayoutEffect(() => {
    if (!opened) return;
    applyText(opened.models.original, original);
    applyText(opened.models.modified, modified);
  }, [opened, original, modified]);

  useLayoutEffect(() => (opened ? wrapAlike(opened.instance) : undefined), [opened]);
  useCharacters(opened?.models.original, original, props.originalCharacters);
  useCharacters(opened?.models.modified, modified, props.modifiedCharacters);

  const labels = useRef<HalfLabels>({ original: originalLabel, modified: modifiedLabel });
  useLayoutEffect(() => {
    labels.current = { original: originalLabel, modified: modifiedLabel };
    if (opened) label(opened.instance, labels.current);
  }, [opened, originalLabel, modifiedLabel]);

  return (
    <DiffEditor
      language="json"
      theme={themeName(scheme)}
      options={options}
      loading={null}
      keepCurrentOriginalModel
      keepCurrentModifiedModel
      wrapperProps={{ 'aria-label': whole }}
      beforeMount={() => keepLabels(labels)}
      onMount={(instance) => setOpened(openEditor(instance))}
    />
  );
}

function useCharacters(
  model: editor.ITextModel | undefined,
  text: string,
  characters: readonly CharacterMark[],
): void {
  useEffect(() => (model ? markCharacters(model, characters) : undefined), [model, text, characters]);
}

const diffOptions = (originalAriaLabel: string, modifiedAriaLabel: string, sideBySide: boolean) =>
  ({
    ...commonOptions,
    originalAriaLabel,
    modifiedAriaLabel,
    originalEditable: false,
    renderSideBySide: sideBySide,
    useInlineViewWhenSpaceIsLimited: false,
    hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4, revealLineCount: 20 },
    ignoreTrimWhitespace: false,
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    diffWordWrap: 'inherit',
    wordWrap: 'wordWrapColumn',
  }) as const satisfies editor.IDiffEditorConstructionOptions;

/** The wrapper's two empty models become ours. */
function openEditor(instance: editor.IStandaloneDiffEditor): Opened | null {
  const models = instance.getModel();
  if (!models) return null;
  models.original.setEOL(monaco.editor.EndOfLineSequence.LF);
  models.modified.setEOL(monaco.editor.EndOfLineSequence.LF);
  return { instance, models };
}

/**
 * The diff editor drops the labels of its two halves whenever it changes another of their options, the first time while it is
 * made. The wrapper calls this right after that, before anything can be seen or read of the new editor.
 */
function keepLabels(labels: { readonly current: HalfLabels }): void {
  const made = monaco.editor.getDiffEditors().at(-1);
  if (!made) return;
  label(made, labels.current);
  for (const half of [made.getOriginalEditor(), made.getModifiedEditor()])
    half.onDidChangeConfiguration(() => label(made, labels.current));
}

function label(instance: editor.IDiffEditor, { original, modified }: HalfLabels): void {
  labelHalf(instance.getOriginalEditor(), original);
  labelHalf(instance.getModifiedEditor(), modified);
}

function labelHalf(half: editor.ICodeEditor, ariaLabel: string): void {
  if (half.getOption(monaco.editor.EditorOption.ariaLabel) !== ariaLabel) half.updateOptions({ ariaLabel });
}

/** The editor lets go of the models before they are disposed; the wrapper disposes the editor afterwards. */
function closeEditor({ instance, models }: Opened): void {
  instance.setModel(null);
  models.original.dispose();
  models.modified.dispose();
}
