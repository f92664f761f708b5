import type { Domain } from '../values/valueCandidates.ts';
import type { ValueSet } from '../values/valueSet.ts';

/** What a request is made of, as far as policies ask: `action`, `resource`, `principal`, and condition keys as `key aws:sourceip`. */
export type Variable = string;

export const ACTION: Variable = 'action';
export const RESOURCE: Variable = 'resource';
export const PRINCIPAL: Variable = 'principal';

export const variableOfKey = (lowerKey: string): Variable => `key ${lowerKey}`;
/** The condition key of a variable; nothing for an action, resource or principal. */
export const keyOfVariable = (variable: Variable): string | undefined =>
  variable.startsWith('key ') ? variable.slice(4) : undefined;

/** What one element of a policy asks of one variable. */
export interface Test {
  /** The same for tests that ask the same. */
  readonly id: number;
  readonly variable: Variable;
  readonly set: ValueSet;
  /** Whether values outside of the set are asked for: `StringNotEquals`. */
  readonly outside: boolean;
  /** Whether one value of the request suffices, or all must be as asked. */
  readonly quantifier: 'some' | 'every';
  /** What holds where the request does not have the key. */
  readonly whenAbsent: boolean;
  /** `set`: under `ForAllValues` or `ForAnyValue`. `presence`: whether there is a value at all. */
  readonly asks: 'value' | 'set' | 'presence';
}

/** A test that holds, or one that does not. */
export interface Literal {
  readonly test: Test;
  readonly holds: boolean;
}

export const not = ({ test, holds }: Literal): Literal => ({ test, holds: !holds });

/** Requests for which all literals are so: what one statement matches. */
export type Box = readonly Literal[];

/** What a request is asked to be, variable by variable. */
export type Asked = ReadonlyMap<Variable, readonly Literal[]>;

/** What is known of a condition key from the way that the policies use it. */
export interface KeyFacts {
  /** Nothing where no operator says; `mixed` where they say different kinds. */
  readonly domain: Domain | 'mixed' | undefined;
  /** Whether a request may have several values of it. */
  readonly isSet: boolean;
  /** Whether its values are compared as ARNs. */
  readonly isArn: boolean;
}
