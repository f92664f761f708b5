import { Editor } from '@monaco-editor/react';
import type { editor } from 'monaco-editor/editor';
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import './editor.css';
import { goToLine } from './caret.ts';
import { ChangeChip } from './ChangeChip.tsx';
import { openDocuments } from './editorDocuments.ts';
import { revealRange } from './findingMarkers.ts';
import type { LanguageHelp } from './language.ts';
import { takeOver } from './takeOver.ts';
import { themeName } from './monaco.ts';
import { useOptions } from './policyOptions.ts';
import {
  type Opened,
  type PolicyEditorProps,
  useLineMarks,
  useReports,
  useShownText,
  useTextMarks,
} from './shownDocument.ts';

type EditorInstance = editor.IStandaloneCodeEditor;

/** One document of the draft in Monaco, following the text it is given by the smallest edits. */
export function PolicyEditor(props: PolicyEditorProps) {
  const { documentId, sought, help, scheme } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const options = useOptions(props);
  const begin = useEffectEvent((instance: EditorInstance) =>
    takeOver(instance, props.reading(), () => props.onReady()),
  );

  useReports(opened, props);
  const unseen = useShownText(opened, props);
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

/** The wrapper starts with a model of its own, which makes way for those of the documents. */
function open(instance: EditorInstance, help: LanguageHelp): Opened {
  const empty = instance.getModel();
  const documents = openDocuments(instance, help);
  instance.setModel(null);
  empty?.dispose();
  return { instance, documents };
}
