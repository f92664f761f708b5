import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { rulesetFor } from '../store.ts';

/** Computes what follows from a draft once for all drafts from which the same follows. */

/** Enough for the draft, its previous state, a preview, a baseline and the published form of each. */
const REMEMBERED = 8;

const forget: (() => void)[] = [];

/** Forgets everything that was computed. */
export function forgetComputed(): void {
  for (const clear of forget) clear();
}

type Keys = readonly (keyof Draft)[];

/** What a person adds to the policies, and no policy follows from: reasons, tests, guarantees, values of environments. */
export const besidePolicies = [
  'version',
  'accepted',
  'proofs',
  'guarantees',
  'environments',
  'reviewed',
] as const satisfies Keys;

/** Whether two drafts differ in nothing but some keys. */
export type SameBut = (one: Draft, other: Draft) => boolean;

const sameBut = (ignored: Keys): SameBut => {
  const ignoredKeys: ReadonlySet<string> = new Set(ignored);
  return (one, other) => one === other || differsInThoseAlone(one, other, ignoredKeys);
};

/** Whether the same tests give the same results: on the same policies, with the same tests of the person. */
export const haveSameTests: SameBut = sameBut(besidePolicies.filter((key) => key !== 'proofs'));

/** Whether the same guarantees are asked of the same policies. */
export const haveSameGuarantees: SameBut = sameBut(besidePolicies.filter((key) => key !== 'guarantees'));

/** Gives one object for all drafts that differ in nothing but some keys: the earliest of the last few. */
function representatives(ignored: Keys): (draft: Draft) => Draft {
  const drafts: Draft[] = [];
  const ignoredKeys: ReadonlySet<string> = new Set(ignored);
  return (draft) => {
    const found =
      drafts.find((candidate) => candidate === draft) ??
      drafts.find((candidate) => differsInThoseAlone(candidate, draft, ignoredKeys));
    const representative = found ?? draft;
    const place = drafts.indexOf(representative);
    if (place !== -1) drafts.splice(place, 1);
    drafts.unshift(representative);
    drafts.length = Math.min(drafts.length, REMEMBERED);
    return representative;
  };
}

function differsInThoseAlone(one: Draft, other: Draft, ignored: ReadonlySet<string>): boolean {
  const values: ReadonlyMap<string, unknown> = new Map(Object.entries(other));
  const own = new Map<string, unknown>(Object.entries(one));
  return [...new Set([...own.keys(), ...values.keys()])].every(
    (key) => ignored.has(key) || own.get(key) === values.get(key),
  );
}

/** One object for all drafts that differ in nothing but what is marked as reviewed: no policy follows from that. */
export const representativeDraft = representatives(['reviewed']);

const withSamePolicies = representatives(besidePolicies);

type Compute<Result> = (draft: Draft, ruleset: Ruleset) => Result;

/** Remembers the last few drafts only: the history holds hundreds, and their texts would fill the memory. */
function once<Result>(
  represent: (draft: Draft) => Draft,
  compute: Compute<Result>,
): (draft: Draft) => Result {
  const results = new Map<Draft, { readonly ruleset: Ruleset; readonly result: Result }>();
  forget.push(() => results.clear());
  return (given) => {
    const draft = represent(given);
    const ruleset = rulesetFor(draft);
    const last = results.get(draft);
    const hit = last?.ruleset === ruleset ? last : { ruleset, result: compute(draft, ruleset) };
    results.delete(draft);
    results.set(draft, hit);
    const [oldest] = results.keys();
    if (results.size > REMEMBERED && oldest) results.delete(oldest);
    return hit.result;
  };
}

/** Once for each draft, whatever of it is marked as reviewed. */
export const oncePerDraft = <Result>(compute: Compute<Result>): ((draft: Draft) => Result) =>
  once(representativeDraft, compute);

/**
 * Once for all drafts with the same policies: a letter in a reason, a test, or a guarantee composes nothing. The computation is given a
 * draft of that kind, and must not use what is beside the policies.
 */
export const oncePerPolicies = <Result>(compute: Compute<Result>): ((draft: Draft) => Result) =>
  once(withSamePolicies, compute);
