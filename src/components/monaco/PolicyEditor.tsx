import type { editor } from 'monaco-editor/editor';
import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { goToLine } from './caret.ts';
import { ChangeChip } from './ChangeChip.tsx';
import { openDocuments } from './editorDocuments.ts';
import { JsonEditor, replaceFirstModel, useRevealed } from './JsonEditor.tsx';
import type { LanguageHelp } from './language.ts';
import { takeOver } from './takeOver.ts';
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

  useRevealed(opened?.instance, sought, documentId);
  useLineMarks(opened, props);

  return (
    <JsonEditor
      scheme={scheme}
      options={options}
      onMount={(instance) => setOpened(openEditor(instance, help))}
    >
      {opened && unseen && (
        <ChangeChip unseen={unseen} onShow={() => goToLine(opened.instance, unseen.line)} />
      )}
    </JsonEditor>
  );
}

/** The models are those of the documents, from the first one that is shown. */
function openEditor(instance: EditorInstance, help: LanguageHelp): Opened {
  const documents = openDocuments(instance, help);
  replaceFirstModel(instance, null);
  return { instance, documents };
}
