import { nameOfWords, placeholderOf } from '../language/placeholder.ts';
import type { RepairCode } from './importReading.ts';

/** What Python writes at a place of a text, with what JSON writes for it. */
export interface ProgramText {
  readonly code: RepairCode & ('formattedText' | 'pythonWord');
  readonly found: string;
  readonly json: string;
}

/** A name without quotation marks, as JavaScript has it in front of a colon. */
export const bareNameAt = (text: string, start: number): string | undefined =>
  matchAt(BARE_NAME, text, start)[0];

/** A text of Python with values in it: each is a text that only the program knows. */
export function formattedTextAt(text: string, start: number): ProgramText | undefined {
  const [found, double, single] = matchAt(FORMATTED, text, start);
  const inner = double ?? single;
  if (found === undefined || inner === undefined) return undefined;
  const json = JSON.stringify(
    inner.replaceAll(/\{([^{}]+)\}/g, (_, name: string) => placeholderOf(nameOfValue(name))),
  );
  return { code: 'formattedText', found, json };
}

/** A word of Python that JSON writes otherwise. */
export function pythonWordAt(text: string, start: number): ProgramText | undefined {
  const [found] = matchAt(PYTHON, text, start);
  if (found === undefined) return undefined;
  return { code: 'pythonWord', found, json: found === 'None' ? 'null' : found.toLowerCase() };
}

/** The match of a sticky pattern, and its groups. */
function matchAt(pattern: RegExp, text: string, start: number): readonly (string | undefined)[] {
  pattern.lastIndex = start;
  return pattern.exec(text) ?? [];
}

const BARE_NAME = /[A-Za-z_$][\w$]{0,60}(?=\s{0,20}:)/y;

const FORMATTED =
  /[fF](?:"((?:[^"\\\n{}]|\{[A-Za-z_][\w.]{0,60}\}){0,2000})"|'((?:[^'"\\\n{}]|\{[A-Za-z_][\w.]{0,60}\}){0,2000})')/y;

const PYTHON = /(?:True|False|None)(?![\w.])/y;

/** Names in capitals are those of the page's own placeholders, and say nothing of them here. */
function nameOfValue(name: string): string {
  const made = nameOfWords([name]);
  return /^[A-Z0-9_]+$/.test(made) ? `${made}2` : made;
}
