import type { RepairCode } from './importReading.ts';

/** What Python writes at a place of a text, with what JSON writes for it. */
export interface ProgramText {
  readonly code: RepairCode & ('formattedText' | 'programValue' | 'pythonWord');
  readonly found: string;
  readonly json: string;
}

/** A name without quotation marks, as JavaScript has it in front of a colon. */
export const bareNameAt = (text: string, start: number): string | undefined =>
  matchAt(BARE_NAME, text, start)[0];

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

const PYTHON = /(?:True|False|None)(?![\w.])/y;
