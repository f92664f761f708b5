import { allowEverything } from '../../compose/appliedPolicies.ts';
import type { Documents } from '../../exact/answer.ts';
import type { ComparedKind, PolicyPair } from './accessDifference.ts';

/** Kinds beside which an organization has AWS's policy that allows everything. */
const WITH_DEFAULT: readonly ComparedKind[] = ['service-control', 'resource-control'];

/** The policies with the one that AWS attaches beside them, where they only deny: alone they would allow nothing. */
export function withDefaultPolicy(pair: PolicyPair): PolicyPair {
  const { kind, before, after } = pair;
  if (!WITH_DEFAULT.includes(kind) || hasAllow([...before, ...after])) return pair;
  return { kind, before: [allowEverything, ...before], after: [allowEverything, ...after] };
}

const hasAllow = (policies: Documents): boolean =>
  policies.some(({ Statement }) => [Statement].flat().some(({ Effect }) => Effect === 'Allow'));
