import { carefulCall, type Proof, type ProofContext, sageMaker } from '../proof.ts';

/** A proof of a guardrail. It is asked of a caller who may do everything else, so that the limit alone decides. */
export type GuardrailProof = Proof;

export type GuardrailProofs = Readonly<Record<string, readonly GuardrailProof[]>>;

/** A proof, as the tables of guardrails write it. */
export type GuardrailRow = readonly [
  id: string,
  expect: Proof['expect'],
  title: string,
  action: string,
  resource: string,
  context?: ProofContext,
  when?: Readonly<Record<string, string>>,
];

/** Rows of calls that keep to every limit but for the keys given here. */
export function limitProofs(rows: readonly GuardrailRow[]): readonly GuardrailProof[] {
  return rows.map(([id, expect, title, name, resource, context = {}, when]) => ({
    id,
    expect,
    title,
    action: `sagemaker:${name}`,
    resource: resource === '*' ? '*' : sageMaker(resource),
    context: { ...carefulCall, ...context },
    ...(when ? { when } : {}),
  }));
}
