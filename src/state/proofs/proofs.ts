import { create } from 'zustand';
import type { ProofResult, ScenarioResult } from '../../policies/proofs/run.ts';

/** Results of the proofs of one draft, which may be older than the one on screen. */
export interface Proofs {
  readonly state: 'idle' | 'current' | 'stale' | 'failed';
  readonly results: readonly ProofResult[];
  readonly tasks: readonly ScenarioResult[];
  /** Whether open fields had to be filled with examples. */
  readonly withExamples: boolean;
}

export const useProofs = create<Proofs>()(() => ({
  state: 'idle',
  results: [],
  tasks: [],
  withExamples: false,
}));

export interface ProofCounts {
  readonly holds: number;
  readonly fails: number;
  /** Results that depend on how AWS reads a pattern: neither hold nor fail. */
  readonly unknown: number;
  readonly notAsked: number;
}

export function countProofs(results: readonly ProofResult[]): ProofCounts {
  const of = (...states: readonly ProofResult['state'][]) =>
    results.filter(({ state }) => states.includes(state)).length;
  return {
    holds: of('holds'),
    fails: of('fails', 'error'),
    unknown: of('unknown'),
    notAsked: of('notAsked'),
  };
}
