import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../language/policy.ts';
import { runs } from '../testing/effort.ts';
import type { Answer } from './answer.ts';
import { compareExact } from './compareExact.ts';
import { isAllowedByRules, type TriedRequest } from './testing/bruteForce.ts';
import type { TrapFamily } from './testing/trapFamilies/family.ts';
import { pairsOf, requestAt, requestsOf, trapFamilies } from './testing/trapFamilies/pairs.ts';

const TRIED = 60;
const PAIRS = runs(40);

/** Requests of a family, spread over all of them. */
const someRequests = (family: TrapFamily, from: number): readonly TriedRequest[] => {
  const all = requestsOf(family);
  return Array.from({ length: Math.min(all, TRIED) }, (_, at) => requestAt(family, (from + at * 7919) % all));
};

/** A key has several values only where a policy asks of it as of a list. */
const isWith = (text: string, { context }: TriedRequest): boolean =>
  Object.entries(context).every(
    ([key, values]) => values.length === 1 || new RegExp(`"For[^}]*"${key}"`, 'i').test(text),
  );

const isNew = (before: PolicyDocument, after: PolicyDocument, request: TriedRequest): boolean =>
  isAllowedByRules([after], request) && !isAllowedByRules([before], request);

/** The request that shows that an answer is wrong. */
function contrary(
  answer: Answer,
  [before, after]: readonly [PolicyDocument, PolicyDocument],
  tried: readonly TriedRequest[],
): TriedRequest | undefined {
  if (answer.kind === 'undecided') return undefined;
  const text = JSON.stringify([before, after]);
  if (answer.kind === 'none')
    return tried.find((request) => isWith(text, request) && isNew(before, after, request));
  const { context, ...witness } = answer.witness;
  const lower = Object.entries(context).map(([key, values]) => [key.toLowerCase(), values]);
  const request = { ...witness, context: Object.fromEntries(lower) };
  return isNew(before, after, request) ? undefined : request;
}

describe('pairs that are easily compared wrongly, against an evaluator that tries requests', () => {
  it.each(trapFamilies.map((family) => [family.name, family] as const))('%s', (_, family) => {
    const decided = { none: 0, some: 0, undecided: 0 };
    fc.assert(
      fc.property(pairsOf(family), fc.nat(), ([before, after], from) => {
        const { newAccess, removedAccess } = compareExact([before], [after]);
        const tried = someRequests(family, from);
        decided[newAccess.kind] += 1;
        decided[removedAccess.kind] += 1;
        expect(contrary(newAccess, [before, after], tried)).toBeUndefined();
        expect(contrary(removedAccess, [after, before], tried)).toBeUndefined();
      }),
      { numRuns: PAIRS },
    );
    expect(decided.undecided).toBeLessThanOrEqual(PAIRS * 2 * 0.03);
    expect(Math.min(decided.none, decided.some)).toBeGreaterThan(3);
  });
});
