import type { Expression } from './tree.ts';

/** A number as it is written; one with more digits than are kept here is not read. */
export const numberOf = (written: string, from: number, to: number): Expression =>
  /^(?:\d\.?){1,15}(?!\d)/.test(written)
    ? { kind: 'literal', value: Number(written), from, to }
    : { kind: 'computed', what: 'a number', from, to };
