import { Automaton, type Holes } from '../texts/automaton.ts';
import type { Pattern } from '../texts/textPattern.ts';

/** Texts that one of several patterns matches. */
export interface TextSet {
  readonly kind: 'text';
  readonly patterns: readonly Pattern[];
  /** Names of the policy variables and placeholders in them. */
  readonly holes: readonly string[];
  automaton(holes: Holes): Automaton;
}

/** Numbers, dates, addresses or truth values. `near`: values at which membership may change, as texts. */
export interface PointSet {
  readonly kind: 'points';
  readonly near: readonly string[];
  has(value: string): boolean;
}

/** What cannot be said of any value. `because` tells why. */
export interface UnknownSet {
  readonly kind: 'unknown';
  readonly because: string;
}

export type ValueSet = TextSet | PointSet | UnknownSet;

export function textSet(patterns: readonly Pattern[]): TextSet {
  const made = new Map<Holes, Automaton>();
  const holes = new Set(patterns.flat().flatMap((token) => (token.kind === 'hole' ? [token.name] : [])));
  return {
    kind: 'text',
    patterns,
    holes: [...holes],
    automaton: (mode) => {
      const known = made.get(mode);
      if (known) return known;
      const automaton = new Automaton(patterns, mode);
      made.set(mode, automaton);
      return automaton;
    },
  };
}
