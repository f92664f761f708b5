/**
 * Pairs of policies that are easily compared wrongly, by the kind of trap, each with few texts, so that samples of requests meet
 * all cases.
 */
export interface TrapFamily {
  readonly name: string;
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  /** Clauses of conditions: operator, key, values to choose from. */
  readonly clauses?: readonly Clause[];
  readonly principals?: readonly string[];
  readonly versions?: readonly (string | undefined)[];
  readonly tried?: Partial<Tried>;
}

export type Clause = readonly [operators: readonly string[], key: string, values: readonly string[]];

/** Lists of values that a key may have. */
type Values = readonly (readonly string[])[];

/** What requests are made of. */
interface Tried {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly string[];
  /** Of each key, its lists of values; it is absent, too. */
  readonly keys: Readonly<Record<string, Values>>;
}

/** Texts between white space. */
export const list = (text: string): readonly string[] => text.split(/\s+/);

/** Each as the one value of a key. */
export const one = (values: readonly string[]): Values => values.map((value) => [value]);

/** Lists of values of a key, each with `|` between its values. */
export const several = (lists: readonly string[]): Values => lists.map((values) => values.split('|'));
