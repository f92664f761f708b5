import { ACTION, type Box, type Literal } from '../question/test.ts';
import type { Tests } from '../question/tests.ts';
import type { Pattern } from '../texts/textPattern.ts';
import { textSet } from '../values/valueSet.ts';

/** One action, or the actions of one pattern, and what is left of the boxes for them. */
export interface ActionCase {
  /** The action, where it is one. */
  readonly action?: string;
  /** What is asked of the action; nothing where every action is meant. */
  readonly literals: Box;
  /** Which boxes speak of it: their places. */
  readonly places: readonly number[];
}

const isAction = ({ test }: Literal): boolean => test.variable === ACTION;

export const withoutAction = (box: Box): Box => box.filter((literal) => !isAction(literal));

const textOf = (pattern: Pattern): string =>
  pattern.map((token) => (token.kind === 'unit' ? token.units : token.kind === 'run' ? '*' : '?')).join('');

const isOne = (pattern: Pattern): boolean => pattern.every(({ kind }) => kind === 'unit');

/** Whether the action parts of a box match an action in lower case. */
export function matchesAction(box: Box, action: string): boolean {
  return box.every(
    ({ test, holds }) =>
      test.variable !== ACTION || test.set.kind !== 'text' || test.set.matches(action) === holds,
  );
}

/**
 * The actions of a box as cases: single actions that are in the same boxes are one case, and each pattern is one.
 * A box of all actions, or of all but some, is one case.
 */
export function actionCases(
  box: Box,
  boxes: readonly Box[],
  tests: Tests,
  resourceOf: ResourceOf,
): readonly ActionCase[] {
  const literals = box.filter(isAction);
  const named = literals.find(({ test, holds }) => holds && test.set.kind === 'text');
  const all = [...boxes.keys()];
  if (named?.test.set.kind !== 'text') return [{ literals, places: all }];
  const { patterns } = named.test.set;
  const names = patterns.filter(isOne).map(textOf);
  const actions = literals.length > 1 ? names.filter((name) => matchesAction(box, name)) : names;
  const singles = casesOfActions(actions, boxes, tests, resourceOf);
  const wild = patterns
    .filter((pattern) => !isOne(pattern))
    .map((pattern) => ({
      literals: [tests.literal(ACTION, JSON.stringify([textOf(pattern)]), () => textSet([pattern]))],
      places: all,
    }));
  return [...singles, ...wild];
}

/** What the resource of an action must be besides; empty where any will do. */
export type ResourceOf = (action: string, tests: Tests) => Box;

export const ANY_RESOURCE: ResourceOf = () => [];

/** One case for all actions that the same boxes speak of and that take the same resources: the first of them. */
export function casesOfActions(
  actions: readonly string[],
  boxes: readonly Box[],
  tests: Tests,
  resourceOf: ResourceOf,
): readonly ActionCase[] {
  const cases = new Map<string, ActionCase>();
  for (const action of actions) {
    if (!/^[^:]+:[^:]+$/.test(action)) continue;
    const places = [...boxes.entries()].flatMap(([place, box]) =>
      matchesAction(box, action) ? [place] : [],
    );
    const literals = resourceOf(action, tests);
    const key = `${literals.map(({ test }) => test.id).join()} ${places.join()}`;
    if (!cases.has(key)) cases.set(key, { action, literals, places });
  }
  return [...cases.values()];
}
