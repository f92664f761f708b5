import type { ITrustedTypePolicyOptions } from 'monaco-editor/editor';
import editorWorker from 'monaco-editor/editor/editor.worker?worker&url';
import jsonWorker from 'monaco-editor/language/json/json.worker?worker&url';
import { useEditorWorker } from '../../state/workers/editorWorker.ts';
import { standIn } from '../../state/workers/standIn.ts';
import { onceStarted } from '../../state/workers/startWorker.ts';

/*
 * What Monaco needs to run under the page's Content-Security-Policy. This module must be evaluated before any other of
 * Monaco's.
 */

const createPolicy = (_name: string, rules?: ITrustedTypePolicyOptions) =>
  window.trustedTypes?.createPolicy('monaco', rules);

const workerAddresses = createPolicy('monaco', { createScriptURL: (address) => address });

globalThis.MonacoEnvironment = {
  createTrustedTypesPolicy: createPolicy,
  // Where no worker can be created, Monaco does its work on the page's own thread.
  getWorker: (_id, label) =>
    standIn({
      create: () => startWorker(label === 'json' ? jsonWorker : editorWorker, label),
      later: onceStarted,
      silentAfter: SILENT_AFTER_MS,
      isQuestion,
      // Of JSON the worker only knows what can be folded.
      report: (failure) => label !== 'json' && useEditorWorker.setState({ failure }),
    }),
};

const SILENT_AFTER_MS = 20_000;

const startWorker = (address: string, name: string): Worker =>
  new Worker(workerAddresses?.createScriptURL?.(address) ?? address, { type: 'module', name });

/** Monaco numbers the messages that it wants an answer to. */
const isQuestion = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'method' in message;

/**
 * Monaco writes style sheets as text into style elements, which the policy forbids; rules added one by one to an empty
 * element are allowed. An element that is not in the page yet has no sheet: it is filled as soon as it is, with what was
 * written last.
 */
const latest = new WeakMap<HTMLStyleElement, string>();

Object.defineProperty(HTMLStyleElement.prototype, 'textContent', {
  configurable: true,
  get(this: HTMLStyleElement): string {
    return rulesOf(this.sheet).join('\n');
  },
  set(this: HTMLStyleElement, css: string) {
    latest.set(this, css);
    if (this.sheet) fill(this.sheet, css);
    else queueMicrotask(() => this.sheet && latest.get(this) === css && fill(this.sheet, css));
  },
});

function fill(sheet: CSSStyleSheet, css: string): void {
  while (sheet.cssRules.length > 0) sheet.deleteRule(0);
  const parsed = new CSSStyleSheet();
  parsed.replaceSync(css);
  for (const rule of rulesOf(parsed)) sheet.insertRule(rule, sheet.cssRules.length);
}

const rulesOf = (sheet: CSSStyleSheet | null): readonly string[] =>
  Array.from(sheet?.cssRules ?? [], (rule) => rule.cssText);
