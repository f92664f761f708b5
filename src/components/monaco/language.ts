import type { editor, IDisposable, languages, Position, Range } from 'monaco-editor/editor';
import { plainMarkdown } from './decorations.ts';
import { monaco } from './monaco.ts';
import { replaceText } from './replaceText.ts';

interface TextRange {
  readonly offset: number;
  readonly length: number;
}

export interface HelpItem {
  readonly label: string;
  readonly insertText: string;
  readonly kind: 'element' | 'action' | 'service' | 'resource' | 'operator' | 'key' | 'value';
  readonly detail?: string;
  readonly leadsOn?: boolean;
}

export interface HelpFix {
  readonly title: string;
  /** Code of the finding that it takes away. */
  readonly code: string;
  readonly text: string;
}

/** What is known about the places of a text. The answers come from outside: the editor knows nothing of IAM. */
export interface LanguageHelp {
  hover(text: string, offset: number): Promise<HelpHover | undefined>;
  complete(
    text: string,
    offset: number,
  ): Promise<{ readonly items: readonly HelpItem[]; readonly replaced: TextRange }>;
  fixes(text: string, range: TextRange): Promise<readonly HelpFix[]>;
}

export interface HelpHover extends TextRange {
  readonly title: string;
  readonly lines: readonly string[];
  readonly link?: { readonly label: string; readonly address: string };
}

const helps = new WeakMap<editor.ITextModel, LanguageHelp>();

/** Gives a model its help from now on. */
export function helped(model: editor.ITextModel, help: LanguageHelp): editor.ITextModel {
  registered ??= register();
  helps.set(model, help);
  return model;
}

let registered: readonly IDisposable[] | undefined;

const kinds = {
  element: monaco.languages.CompletionItemKind.Property,
  action: monaco.languages.CompletionItemKind.Method,
  service: monaco.languages.CompletionItemKind.Module,
  resource: monaco.languages.CompletionItemKind.Reference,
  operator: monaco.languages.CompletionItemKind.Operator,
  key: monaco.languages.CompletionItemKind.Field,
  value: monaco.languages.CompletionItemKind.Value,
} as const;

const rangeOf = (model: editor.ITextModel, { offset, length }: TextRange): Range =>
  monaco.Range.fromPositions(model.getPositionAt(offset), model.getPositionAt(offset + length));

/** Once for all editors; which model has help is looked up at each call. */
function register(): readonly IDisposable[] {
  return [
    monaco.languages.registerHoverProvider('json', { provideHover }),
    monaco.languages.registerCompletionItemProvider('json', {
      triggerCharacters: ['"', ':'],
      provideCompletionItems,
    }),
    monaco.languages.registerCodeActionProvider('json', { provideCodeActions }),
  ];
}

async function provideHover(model: editor.ITextModel, position: Position) {
  const found = await helps.get(model)?.hover(model.getValue(), model.getOffsetAt(position));
  if (!found || model.isDisposed()) return null;
  const link = found.link ? [{ value: `[${found.link.label}](${found.link.address})` }] : [];
  return {
    range: rangeOf(model, found),
    contents: [
      { value: `**${plainMarkdown(found.title).value}**` },
      ...found.lines.map(plainMarkdown),
      ...link,
    ],
  };
}

async function provideCompletionItems(model: editor.ITextModel, position: Position) {
  const found = await helps.get(model)?.complete(model.getValue(), model.getOffsetAt(position));
  if (!found || model.isDisposed()) return { suggestions: [] };
  const range = rangeOf(model, found.replaced);
  const suggestions = found.items.map(({ label, insertText, kind, detail, leadsOn }, index) => ({
    label,
    insertText,
    // The text before the caret is matched with what is inserted, quotes included.
    filterText: insertText,
    sortText: String(index).padStart(6, '0'),
    kind: kinds[kind],
    range,
    ...(detail === undefined ? {} : { detail }),
    ...(leadsOn ? { command: { id: 'editor.action.triggerSuggest', title: 'Suggest' } } : {}),
  }));
  return { suggestions };
}

async function provideCodeActions(
  model: editor.ITextModel,
  range: Range,
  context: languages.CodeActionContext,
) {
  const offset = model.getOffsetAt(range.getStartPosition());
  const length = model.getOffsetAt(range.getEndPosition()) - offset;
  const fixes = (await helps.get(model)?.fixes(model.getValue(), { offset, length })) ?? [];
  const actions = fixes.map(({ title, code, text }) => ({
    title,
    kind: 'quickfix',
    diagnostics: context.markers.filter(
      (marker) => typeof marker.code === 'object' && marker.code.value === code,
    ),
    edit: {
      edits: replaceText(model, text).map((textEdit) => ({
        resource: model.uri,
        versionId: model.getVersionId(),
        textEdit,
      })),
    },
  }));
  return { actions, dispose() {} };
}
