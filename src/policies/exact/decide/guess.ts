import { type Asked, type Box, keyOfVariable, type Literal, not, type Variable } from '../question/test.ts';
import type { ValueSet } from '../values/valueSet.ts';
import type { ValueFinder, Values } from './values.ts';

/**
 * What is asked, and that the request is in none of the boxes, where the first values that come to mind are in none: then no
 * search is needed, which takes long where many boxes have something in common. Nothing says nothing.
 */
export function guess(asked: Asked, boxes: readonly Box[], finder: ValueFinder): Asked | undefined {
  const values = new Map<Variable, Values>();
  const valuesOf = (variable: Variable): Values => {
    if (!values.has(variable)) values.set(variable, firstValues(variable, asked, finder));
    return values.get(variable);
  };
  const outside = new Map<number, Literal>();
  for (const box of boxes) {
    const failing = box.find((literal) => isFalse(literal, valuesOf(literal.test.variable)));
    if (!failing) return undefined;
    outside.set(failing.holds ? failing.test.id : -failing.test.id, not(failing));
  }
  return together(asked, [...outside.values()], finder);
}

/** A key without a condition is absent. */
function firstValues(variable: Variable, asked: Asked, finder: ValueFinder): Values {
  const literals = asked.get(variable);
  if (!literals && keyOfVariable(variable) !== undefined) return undefined;
  return finder.find(variable, literals ?? [])?.values;
}

/** Whether it is known that a literal is not so with these values. */
function isFalse({ test, holds }: Literal, values: Values): boolean {
  if (values === undefined) return keyOfVariable(test.variable) !== undefined && test.whenAbsent !== holds;
  if (values.includes('') || !isKnown(test.set)) return false;
  const { set, outside, quantifier } = test;
  const isAsAsked = (value: string) => has(set, value) !== outside;
  return (quantifier === 'every' ? values.every(isAsAsked) : values.some(isAsAsked)) !== holds;
}

const isKnown = (set: ValueSet): boolean =>
  set.kind !== 'unknown' && (set.kind !== 'text' || set.holes.length === 0);

const has = (set: ValueSet, value: string): boolean =>
  set.kind === 'points' ? set.has(value) : set.kind === 'text' && set.matches(value);

function together(asked: Asked, literals: readonly Literal[], finder: ValueFinder): Asked | undefined {
  const all = new Map(asked);
  for (const literal of literals) {
    const { variable } = literal.test;
    all.set(variable, [...(all.get(variable) ?? []), literal]);
  }
  return [...all].every(([variable, of]) => finder.find(variable, of)) ? all : undefined;
}
