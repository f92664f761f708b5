import { Editor } from '@monaco-editor/react';
import type { editor } from 'monaco-editor/editor';
import { type ReactNode, useEffect } from 'react';
import './editor.css';
import { type RevealedRange, revealRange } from './findingMarkers.ts';
import { themeName } from './monaco.ts';

interface JsonEditorProps {
  readonly scheme: 'light' | 'dark';
  readonly options: editor.IStandaloneEditorConstructionOptions;
  onMount(instance: editor.IStandaloneCodeEditor): void;
  /** Over the text. */
  readonly children?: ReactNode;
}

/** Monaco for JSON, without anything of a document yet. */
export const JsonEditor = ({ scheme, options, onMount, children }: JsonEditorProps) => (
  <div className="policy-editor">
    <Editor
      language="json"
      theme={themeName(scheme)}
      options={options}
      loading={null}
      onMount={(instance) => onMount(instance)}
    />
    {children}
  </div>
);

/** The wrapper starts with a model of its own, which makes way for another or for none. */
export function replaceFirstModel(
  instance: editor.IStandaloneCodeEditor,
  model: editor.ITextModel | null,
): void {
  const first = instance.getModel();
  instance.setModel(model);
  first?.dispose();
}

/** Goes to what is sought, each time that something is and where `documentId` becomes another. */
export function useRevealed(
  instance: editor.IStandaloneCodeEditor | undefined,
  sought: RevealedRange | null,
  documentId?: string,
): void {
  useEffect(() => {
    if (instance && sought) revealRange(instance, sought);
  }, [instance, documentId, sought]);
}
