import { type Asked, type Box, type Literal, not } from '../question/test.ts';
import type { Steps } from '../steps.ts';
import { guess } from './guess.ts';
import type { ValueFinder } from './values.ts';

/** What is asked besides, or nothing where no value satisfies all. What follows already is not asked again. */
export function ask(asked: Asked, literals: readonly Literal[], finder: ValueFinder): Asked | undefined {
  const all = new Map(asked);
  for (const literal of literals) {
    const { variable } = literal.test;
    const before = all.get(variable) ?? [];
    const after = [...before, literal];
    if (!finder.find(variable, after)) return undefined;
    if (!finder.isComplete || finder.find(variable, [...before, not(literal)])) all.set(variable, after);
  }
  return all;
}

/**
 * A request that is as `asked` and in none of the boxes: which literal of each box fails is tried, the box with the fewest ways
 * first. Nothing where there is none, or where the steps do not suffice (which `steps` shows).
 */
export function searchOutside(
  asked: Asked,
  boxes: readonly Box[],
  finder: ValueFinder,
  steps: Steps,
): Asked | undefined {
  const guessed = guess(asked, boxes, finder);
  if (guessed) return guessed;
  const simplified = simplify(asked, boxes, finder, steps);
  if (!simplified) return undefined;
  let { asked: now } = simplified;
  const [tightest, ...others] = simplified.open.toSorted((one, other) => one.length - other.length);
  if (!tightest) return now;
  for (const literal of tightest) {
    const failing = ask(now, [not(literal)], finder);
    const found = failing && searchOutside(failing, others, finder, steps);
    if (found) return found;
    if (steps.areUsedUp) return undefined;
    // What fails this literal has been looked through. Where nothing found does not mean that there is nothing, it says no more.
    const holding = finder.isComplete ? ask(now, [literal], finder) : now;
    if (!holding) return undefined;
    now = holding;
  }
  return undefined;
}

interface Simplified {
  readonly asked: Asked;
  /** Of each box that may still be met, the literals that may still fail: two or more. */
  readonly open: readonly Box[];
}

/** Takes away what is decided; asks for the one literal of a box that can still fail. Nothing where a box holds all that is asked. */
function simplify(
  asked: Asked,
  boxes: readonly Box[],
  finder: ValueFinder,
  steps: Steps,
): Simplified | undefined {
  let now = asked;
  let rest = boxes;
  for (;;) {
    const open: Box[] = [];
    let forced = false;
    for (const box of rest) {
      if (!steps.take()) return undefined;
      const literals = openLiterals(now, box, finder);
      if (literals === 'apart') continue;
      const [first, ...others] = literals;
      if (!first) return undefined;
      if (others.length > 0) {
        open.push(literals);
        continue;
      }
      const failing = ask(now, [not(first)], finder);
      if (!failing) return undefined;
      now = failing;
      forced = true;
    }
    if (!forced) return { asked: now, open };
    rest = open;
  }
}

/** The literals of a box that may fail; `apart` where no request as asked is in it. */
function openLiterals(asked: Asked, box: Box, finder: ValueFinder): Box | 'apart' {
  const canBe = (literal: Literal) => {
    const { variable } = literal.test;
    return finder.find(variable, [...(asked.get(variable) ?? []), literal]) !== undefined;
  };
  if (finder.isComplete && !box.every(canBe)) return 'apart';
  return box.filter((literal) => canBe(not(literal)));
}
