import type { Proof, ProofContext } from '../proof.ts';

/** One call of a task, and whose it is. */
export interface Step {
  readonly persona: string;
  readonly proof: Proof;
}

/** A task from its first call to its last, each by the role that makes it. */
export interface Scenario {
  readonly id: string;
  /** "Train in a VPC with a KMS key". */
  readonly title: string;
  readonly summary: string;
  readonly steps: readonly Step[];
  readonly source: string;
}

type Row = readonly [
  persona: string,
  title: string,
  action: string,
  resource: string,
  context?: ProofContext,
  extra?: Pick<Proof, 'trust' | 'caller'>,
];

export const steps = (rows: readonly Row[]): readonly Step[] =>
  rows.map(([persona, title, action, resource, context = {}, extra = {}], index) => ({
    persona,
    proof: { id: `${index + 1}`, title, expect: 'allowed', action, resource, context, ...extra },
  }));
