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
