import { create } from 'zustand';
import type { ProofResult, ScenarioResult } from '../../policies/accessTests/runProofs.ts';

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
