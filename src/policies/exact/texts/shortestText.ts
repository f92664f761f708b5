import type { Steps } from '../steps.ts';
import { ALL, type Automaton, DEAD, type Sign } from './automaton.ts';

/** A language that a text is in, or is not in. */
export interface TextConstraint {
  readonly automaton: Automaton;
  readonly within: boolean;
}

/** Units that look well where any unit will do. */
const INVENTED = 'xabcdefghijklmnopqrstuvwyz0123456789-_./@ ';

interface Reached {
  readonly states: readonly number[];
  readonly sign: Sign;
  readonly before: Reached | undefined;
}

/**
 * A shortest text that all constraints allow, as its signs; nothing where there is none, or where the steps do not suffice (which
 * `steps` shows). `holes`: the holes that may occur in it.
 */
export function shortestText(
  constraints: readonly TextConstraint[],
  holes: readonly Sign[],
  steps: Steps,
): readonly Sign[] | undefined {
  const start: Reached = {
    states: constraints.map(({ automaton }) => automaton.start),
    sign: '',
    before: undefined,
  };
  if (isHopeless(start.states, constraints)) return undefined;
  const seen = new Set([start.states.join()]);
  let front = [start];
  while (front.length > 0) {
    const next: Reached[] = [];
    for (const from of front) {
      if (isAllowed(from.states, constraints)) return signsTo(from);
      for (const sign of signsFrom(from.states, constraints, holes)) {
        if (!steps.take()) return undefined;
        const states = from.states.map((state, at) => constraints[at]?.automaton.step(state, sign) ?? DEAD);
        const key = states.join();
        if (seen.has(key) || isHopeless(states, constraints)) continue;
        seen.add(key);
        next.push({ states, sign, before: from });
      }
    }
    front = next;
  }
  return undefined;
}

const isHopeless = (states: readonly number[], constraints: readonly TextConstraint[]): boolean =>
  states.some((state, at) => state === (constraints[at]?.within ? DEAD : ALL));

const isAllowed = (states: readonly number[], constraints: readonly TextConstraint[]): boolean =>
  states.every((state, at) => {
    const constraint = constraints[at];
    return constraint !== undefined && constraint.automaton.accepts(state) === constraint.within;
  });

/** Those for which some state has a transition of their own, one for which none has, and the holes. */
function signsFrom(
  states: readonly number[],
  constraints: readonly TextConstraint[],
  holes: readonly Sign[],
): readonly Sign[] {
  const signs = new Set<Sign>();
  for (const [at, state] of states.entries())
    for (const sign of constraints[at]?.automaton.signs(state) ?? []) signs.add(sign);
  return [otherThan(signs), ...signs, ...holes];
}

function otherThan(signs: ReadonlySet<Sign>): Sign {
  for (const unit of INVENTED) if (!signs.has(unit)) return unit;
  for (let code = 0xa1; ; code += 1) {
    const unit = String.fromCharCode(code);
    if (!signs.has(unit) && unit === unit.toLowerCase()) return unit;
  }
}

function signsTo(reached: Reached): readonly Sign[] {
  const signs: Sign[] = [];
  for (let at: Reached | undefined = reached; at?.before; at = at.before) signs.push(at.sign);
  return signs.toReversed();
}
