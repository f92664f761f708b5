import { carefulCall, type AccessTest, type ContextTemplate, sageMaker } from '../accessTest.ts';

/** A test of a guardrail. Its caller has every other permission, so only the guardrail decides the result. */
export type GuardrailTest = AccessTest;

export type GuardrailTests = Readonly<Record<string, readonly GuardrailTest[]>>;

/** A test, as the tables of guardrails write it. */
export type GuardrailRow = readonly [
  id: string,
  expect: AccessTest['expect'],
  title: string,
  action: string,
  resource: string,
  context?: ContextTemplate,
  when?: Readonly<Record<string, string>>,
];

/** Rows of calls that keep to every limit but for the keys given here. */
export function guardrailTestsOf(rows: readonly GuardrailRow[]): readonly GuardrailTest[] {
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
