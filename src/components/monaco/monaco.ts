import './environment.ts';
import { loader } from '@monaco-editor/react';
import * as monaco from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordOperations/register';
import { jsonDefaults } from 'monaco-editor/languages/features/json/register';
import { editorTokens } from '../common/colors.ts';
import { monacoTheme } from './monacoTheme.ts';

/** Validation, completion and hovers are our own: Monaco's would know JSON, not IAM. */
jsonDefaults.setDiagnosticsOptions({ validate: false, schemas: [], enableSchemaRequest: false });
jsonDefaults.setModeConfiguration({ tokens: true, foldingRanges: true });

for (const scheme of ['light', 'dark'] as const) {
  monaco.editor.defineTheme(themeName(scheme), monacoTheme(scheme, editorTokens(scheme)));
}

loader.config({ monaco });

export function themeName(scheme: 'light' | 'dark'): string {
  return `policy-${scheme}`;
}

/** Lines end with `\n` on every system, so that the engine's offsets are the editor's. */
export function createJsonModel(text: string): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(text, 'json');
  adopt(model);
  return model;
}

/** Gives a model that something else made what all models of the page have. */
export function adopt(model: monaco.editor.ITextModel | null): void {
  if (!model) return;
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  plainBrackets(model);
  // Each change of an editor's options gives all models the defaults again.
  model.onDidChangeOptions(() => plainBrackets(model));
}

/** Brackets in colors by depth cost a parse of the whole text for each change of it. */
function plainBrackets(model: monaco.editor.ITextModel): void {
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
}

export { monaco };
