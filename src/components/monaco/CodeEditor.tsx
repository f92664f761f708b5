import { Editor } from '@monaco-editor/react';
import type { editor } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import './editor.css';
import './codeLanguages.ts';
import type { CodeLanguage } from '../../state/export/formats.ts';
import { applyText } from './editorDocuments.ts';
import { markChanges } from './marks.ts';
import { adopt, monaco, themeName } from './monaco.ts';
import { commonOptions } from './options.ts';
import { keepingScroll } from './scroll.ts';

type EditorInstance = editor.IStandaloneCodeEditor;

interface CodeEditorProps {
  /** Another name is another file, and no edit of the text. */
  readonly name: string;
  readonly text: string;
  readonly language: CodeLanguage;
  readonly label: string;
  readonly scheme: 'light' | 'dark';
  /** Called when someone types. */
  onAttempt(): void;
}

/** Code to read in Monaco, following the text that it is given by the smallest edits. */
export function CodeEditor({ name, text, language, label, scheme, onAttempt }: CodeEditorProps) {
  const [instance, setInstance] = useState<EditorInstance | null>(null);
  const shown = useRef('');
  const reportAttempt = useEffectEvent(onAttempt);
  const options = useMemo(() => optionsFor(label, language), [label, language]);

  useEffect(() => {
    const attempts = instance?.onDidAttemptReadOnlyEdit(reportAttempt);
    return () => attempts?.dispose();
  }, [instance]);

  useLayoutEffect(() => {
    const model = instance?.getModel();
    if (!instance || !model) return undefined;
    monaco.editor.setModelLanguage(model, language);
    const changes = keepingScroll(instance, () => applyText(model, text));
    const isSame = shown.current === name;
    shown.current = name;
    if (!isSame) instance.setScrollTop(0);
    const marks = isSame ? markChanges(instance, changes) : undefined;
    return () => marks?.dispose();
  }, [instance, name, text, language]);

  return (
    <div className="policy-editor">
      <Editor
        language={language}
        theme={themeName(scheme)}
        options={options}
        loading={null}
        onMount={(made) => {
          adopt(made.getModel());
          setInstance(made);
        }}
      />
    </div>
  );
}

const optionsFor = (label: string, language: CodeLanguage) =>
  ({
    ...commonOptions,
    ariaLabel: label,
    folding: true,
    // As it is in a file: what is wrapped there is wrapped by its exporter.
    wordWrap: language === 'json' ? 'on' : 'off',
    readOnlyMessage: { value: 'Read-only. Select JSON under Format to edit the policy.' },
  }) as const satisfies editor.IEditorOptions;
