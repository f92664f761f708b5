import type { editor, IDisposable } from 'monaco-editor/editor';
import { helped, type LanguageHelp } from './language.ts';
import { type LineChanges, lineEdits } from './lineEdits.ts';
import { createJsonModel } from './monaco.ts';
import { toOperation } from './replaceText.ts';
import { keepingScroll } from './scroll.ts';

type EditorInstance = editor.IStandaloneCodeEditor;

/** Where the reader was in each document, kept while the page lives. */
const viewStates = new Map<string, editor.ICodeEditorViewState>();

const nothing: LineChanges = { edits: [], added: [], removed: [] };

/** The documents of one editor, each with its own model. */
export interface EditorDocuments {
  /** Shows a document with this text; what changed in it since it was last shown, nothing on the first time. */
  show(id: string, text: string): LineChanges;
  /** Tells every change that a person makes, until disposed. */
  onTyped(report: (id: string, text: string) => void): IDisposable;
  dispose(): void;
}

export function openDocuments(instance: EditorInstance, help: LanguageHelp): EditorDocuments {
  const models = new Map<string, editor.ITextModel>();
  let shown: string | null = null;
  let applying = false;
  const apply = (model: editor.ITextModel, text: string) => {
    applying = true;
    const changes = keepingScroll(instance, () => applyText(model, text));
    applying = false;
    return changes;
  };
  const leave = () => {
    const state = shown === null ? null : instance.saveViewState();
    if (shown !== null && state) viewStates.set(shown, state);
    shown = null;
  };
  const enter = (id: string, model: editor.ITextModel) => {
    if (shown === id) return;
    leave();
    instance.setModel(model);
    instance.restoreViewState(viewStates.get(id) ?? null);
    shown = id;
  };
  return {
    show(id, text) {
      const existing = models.get(id);
      const model = existing ?? helped(createJsonModel(text), help);
      models.set(id, model);
      enter(id, model);
      return existing ? apply(model, text) : nothing;
    },
    onTyped: (report) =>
      instance.onDidChangeModelContent(() => {
        const model = instance.getModel();
        if (!applying && model && shown !== null) report(shown, model.getValue());
      }),
    dispose() {
      leave();
      instance.setModel(null);
      for (const model of models.values()) model.dispose();
    },
  };
}

/** Turns a model's text into another by the smallest edits, which keep the caret, the selection and what is folded. */
export function applyText(model: editor.ITextModel, text: string): LineChanges {
  if (model.getValue() === text) return nothing;
  const changes = lineEdits(model.getValue(), text);
  const operations = changes.edits.map(toOperation);
  // What was typed can be undone in the editor until it is part of the draft; that history has to know of this change.
  if (model.canUndo() || model.canRedo()) model.pushEditOperations(null, operations, () => null);
  else model.applyEdits(operations);
  return changes;
}
