import { create } from 'zustand';
import type { ScenarioResult, TestResult } from '../../policies/accessTests/testResult.ts';

/** Results of the tests of one draft, which may be older than the one on screen. */
export interface TestsState {
  readonly state: 'idle' | 'current' | 'stale' | 'failed';
  readonly results: readonly TestResult[];
  readonly tasks: readonly ScenarioResult[];
  /** Whether open fields had to be filled with examples. */
  readonly withExamples: boolean;
}

export const useTests = create<TestsState>()(() => ({
  state: 'idle',
  results: [],
  tasks: [],
  withExamples: false,
}));
