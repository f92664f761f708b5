import type { RepairCode } from './importReading.ts';

/** A change of the text: replaces a range. */
export interface TextEdit {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/** A repair with its place, before ranges are checked. */
export interface PlacedRepair {
  readonly code: RepairCode;
  readonly detail: string;
  readonly offset: number;
  readonly length: number;
}

export interface Token {
  readonly kind:
    | '{'
    | '}'
    | '['
    | ']'
    | ':'
    | ','
    | 'string'
    | 'literal'
    | 'junk'
    | 'unclosed'
    /** A string with a quotation mark in it that could end it or not. */
    | 'mixed'
    | 'end';
  readonly start: number;
  readonly end: number;
}

/** What is around a token in its line. */
export function lineAround(text: string, { start, end }: Token): string {
  const [before = ''] = /[^\n]*$/.exec(text.slice(Math.max(0, start - 30), start)) ?? [];
  const [behind = ''] = /^[^\n]*/.exec(text.slice(end, end + 30)) ?? [];
  return before + text.slice(start, end) + behind;
}
