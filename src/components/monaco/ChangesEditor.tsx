import { DiffEditor } from '@monaco-editor/react';
import type { editor, IDisposable } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react';
import './editor.css';
import { applyText } from './documents.ts';
import { monaco, themeName } from './monaco.ts';
import { commonOptions } from './options.ts';

interface ChangesEditorProps {
  readonly original: string;
  readonly modified: string;
  readonly originalLabel: string;
  readonly modifiedLabel: string;
  readonly sideBySide: boolean;
  readonly scheme: 'light' | 'dark';
  readonly label: string;
  onReady?(): void;
}

interface Opened {
  readonly instance: editor.IStandaloneDiffEditor;
  readonly models: editor.IDiffEditorModel;
}

/** Two texts of a document compared in Monaco, unchanged lines folded away; inline where there is little room. */
export function ChangesEditor(props: ChangesEditorProps) {
  const { original, modified, originalLabel, modifiedLabel, sideBySide, scheme, label } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const options = useMemo(
    () => diffOptions(originalLabel, modifiedLabel, sideBySide),
    [originalLabel, modifiedLabel, sideBySide],
  );
  const reportReady = useEffectEvent(() => props.onReady?.());

  useEffect(() => {
    if (!opened) return undefined;
    reportReady();
    return () => close(opened);
  }, [opened]);

  useLayoutEffect(() => {
    if (!opened) return;
    applyText(opened.models.original, original);
    applyText(opened.models.modified, modified);
  }, [opened, original, modified]);

  useLayoutEffect(() => {
    if (!opened) return undefined;
    const labels = [
      keepLabel(opened.instance.getOriginalEditor(), originalLabel),
      keepLabel(opened.instance.getModifiedEditor(), modifiedLabel),
    ];
    return () => {
      for (const label of labels) label.dispose();
    };
  }, [opened, originalLabel, modifiedLabel]);

  return (
    <DiffEditor
      language="json"
      theme={themeName(scheme)}
      options={options}
      loading={null}
      keepCurrentOriginalModel
      keepCurrentModifiedModel
      wrapperProps={{ 'aria-label': label }}
      onMount={(instance) => setOpened(open(instance))}
    />
  );
}

const diffOptions = (originalAriaLabel: string, modifiedAriaLabel: string, sideBySide: boolean) =>
  ({
    ...commonOptions,
    originalAriaLabel,
    modifiedAriaLabel,
    originalEditable: false,
    renderSideBySide: sideBySide,
    useInlineViewWhenSpaceIsLimited: true,
    renderSideBySideInlineBreakpoint: 900,
    hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4, revealLineCount: 20 },
    ignoreTrimWhitespace: false,
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    diffWordWrap: 'on',
  }) as const satisfies editor.IDiffEditorConstructionOptions;

/** The wrapper's two empty models become ours. */
function open(instance: editor.IStandaloneDiffEditor): Opened | null {
  const models = instance.getModel();
  if (!models) return null;
  models.original.setEOL(monaco.editor.EndOfLineSequence.LF);
  models.modified.setEOL(monaco.editor.EndOfLineSequence.LF);
  return { instance, models };
}

/** The diff editor drops the labels of its two halves whenever it changes another of their options. */
function keepLabel(half: editor.IStandaloneCodeEditor, label: string): IDisposable {
  const apply = () => {
    if (half.getOption(monaco.editor.EditorOption.ariaLabel) !== label)
      half.updateOptions({ ariaLabel: label });
  };
  apply();
  return half.onDidChangeConfiguration(apply);
}

/** The editor lets go of the models before they are disposed; the wrapper disposes the editor afterwards. */
function close({ instance, models }: Opened): void {
  instance.setModel(null);
  models.original.dispose();
  models.modified.dispose();
}
