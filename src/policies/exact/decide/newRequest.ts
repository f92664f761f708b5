import { type Side, nameOfBox } from '../question/readQuestion.ts';
import type { Asked, Box } from '../question/test.ts';
import type { Tests } from '../question/tests.ts';
import type { Steps } from '../steps.ts';
import {
  type ActionCase,
  actionCases,
  casesOfActions,
  matchesAction,
  type ResourceOf,
  withoutAction,
} from './actionCases.ts';
import { type PublishedActions, publishedCases } from './publishedActions.ts';
import { ask, searchOutside } from './search.ts';
import type { ValueFinder } from './values.ts';

/** What a request is that one side allows and the other does not. */
export interface FoundRequest {
  /** In lower case; nothing where `asked` says what it is. */
  readonly action?: string;
  readonly asked: Asked;
  /** Where the search is for single callers. */
  readonly caller?: CallerOfRequest;
}

/** Who makes a request, and whether the resource is of another account. */
export interface CallerOfRequest {
  readonly principal: string;
  readonly account: string | undefined;
  readonly isForeign: boolean;
}

/** What a search works with. */
export interface SearchTools {
  readonly tests: Tests;
  readonly finder: ValueFinder;
  readonly steps: Steps;
  /** What every request is besides. */
  readonly given: Box;
  /** The only actions that count; every name does where it is left out. */
  readonly published?: PublishedActions;
  /** What the resource of an action must be besides. */
  readonly resourceOf: ResourceOf;
  /** Whether values are missing in actions, so that it isn't known which actions are in a box. */
  readonly hasOpenActions: boolean;
  /** Actions that exist, in lower case: a request with one of them is shown rather than one with another. */
  actions(): readonly string[];
}

/**
 * A request that `after` allows and `before` does not; nothing where there is none, or where the steps do not suffice. It is one
 * that an Allow of `after` matches and none of its Denies, and that no Allow of `before` matches or some Deny of it.
 */
export function newRequest(after: Side, before: Side, tools: SearchTools): FoundRequest | undefined {
  const denied = new Set(after.denies.map(nameOfBox));
  const denies = before.denies.filter((box) => !denied.has(nameOfBox(box)));
  for (const allow of after.allows) {
    const boxes = [...after.denies, ...before.allows];
    const found = before.allows.some((box) => contains(box, allow))
      ? undefined
      : requestIn(allow, [], boxes, tools);
    if (found) return found;
    for (const deny of denies) {
      const again = requestIn(allow, deny, after.denies, tools);
      if (again) return again;
    }
  }
  return undefined;
}

/** Seen without reading the sets: whether all that a box asks is asked by another. */
export function contains(wide: Box, narrow: Box): boolean {
  const asked = new Set(narrow.map(({ test, holds }) => (holds ? test.id : -test.id)));
  return wide.every(({ test, holds }) => asked.has(holds ? test.id : -test.id));
}

/** A request in two boxes and in none of the others. */
export function requestIn(
  box: Box,
  also: Box,
  others: readonly Box[],
  tools: SearchTools,
): FoundRequest | undefined {
  const { published, tests, resourceOf } = tools;
  if (tools.hasOpenActions) return requestOfCase(box, also, others, { literals: [], places: [] }, tools);
  const boxes = [also, ...others];
  const cases = published
    ? publishedCases(box, boxes, published, tests)
    : actionCases(box, boxes, tests, resourceOf);
  for (const one of cases) {
    const found = requestOfCase(box, also, others, one, tools);
    if (!found) continue;
    return one.action === undefined ? (requestOfKnown(box, also, others, tools) ?? found) : found;
  }
  return undefined;
}

function requestOfCase(
  box: Box,
  also: Box,
  others: readonly Box[],
  { action, literals, places }: ActionCase,
  { finder, steps, given }: SearchTools,
): FoundRequest | undefined {
  if (action === undefined) {
    const asked = ask(new Map(), [...given, ...literals, ...box, ...also], finder);
    const found = asked && searchOutside(asked, likestFirst([...box, ...also], others), finder, steps);
    return found && { asked: found };
  }
  if (!places.includes(0)) return undefined;
  const asked = ask(
    new Map(),
    [...given, ...literals, ...withoutAction(box), ...withoutAction(also)],
    finder,
  );
  const rest = places.flatMap((place) => (place > 0 ? [withoutAction(others[place - 1] ?? [])] : []));
  const found = asked && searchOutside(asked, likestFirst([...box, ...also], rest), finder, steps);
  return found && { action, asked: found };
}

/** Boxes that are looked at before all others. */
const LIKEST = 3;

/**
 * The boxes that ask most of what a box asks come first: of two policies with many statements in common, a statement that was
 * changed is within what it was before, if within any, and then no other is looked at.
 */
function likestFirst(box: Box, others: readonly Box[]): readonly Box[] {
  if (others.length <= LIKEST) return others;
  const asked = new Set(box.map(({ test }) => test.id));
  const shared = others.map((other) => other.filter(({ test }) => asked.has(test.id)).length);
  const likest = [...others.keys()]
    .filter((at) => (shared[at] ?? 0) > 0)
    .toSorted((one, other) => (shared[other] ?? 0) - (shared[one] ?? 0))
    .slice(0, LIKEST);
  const isLikest = new Set(likest);
  return [
    ...likest.flatMap((at) => others.slice(at, at + 1)),
    ...others.filter((_, at) => !isLikest.has(at)),
  ];
}

/** The same with an action that exists. */
function requestOfKnown(
  box: Box,
  also: Box,
  others: readonly Box[],
  tools: SearchTools,
): FoundRequest | undefined {
  const actions = tools.actions().filter((action) => matchesAction(box, action));
  for (const one of casesOfActions(actions, [also, ...others], tools.tests, tools.resourceOf)) {
    const found = requestOfCase(box, also, others, one, tools);
    if (found) return found;
  }
  return undefined;
}
