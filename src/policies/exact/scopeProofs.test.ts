import { expect, it } from 'vitest';
import type { Statement } from '../language/policy.ts';
import { ComparisonMemory } from './comparisonMemory.ts';
import { scopesOf } from './scope.ts';
import { ScopeProofs } from './scopeProofs.ts';
import { SCOPE_STEPS } from './scopeSearch.ts';

const on = (resources: Pick<Statement, 'Resource' | 'NotResource'>) =>
  scopesOf({ Effect: 'Allow', Action: 's3:GetObject', ...resources }, true);

const [bucket] = on({ Resource: 'arn:aws:s3:::b/*' });
const halves = [...on({ Resource: 'arn:aws:s3:::b/a*' }), ...on({ NotResource: 'arn:aws:s3:::b/a*' })];

const isCovered = (proofs: ScopeProofs) => bucket !== undefined && proofs.isCovered(bucket, halves);

it('proves that parts cover a whole together, with steps that one comparison takes once', () => {
  const proofs = new ScopeProofs(new ComparisonMemory());
  const { value, answers } = proofs.collect(() => isCovered(proofs));
  const [{ steps } = { steps: 0 }] = answers;
  expect(value).toBe(true);
  expect(steps).toBeGreaterThan(1);
  expect(proofs.pay([{ isEmpty: true, steps: SCOPE_STEPS - steps }])).toBe(true);
  expect(isCovered(proofs)).toBe(true);
  expect(proofs.pay([{ isEmpty: true, steps: 1 }])).toBe(false);
});

it('proves nothing more when the steps are used up, also what another comparison has found before', () => {
  const memory = new ComparisonMemory();
  expect(isCovered(new ScopeProofs(memory))).toBe(true);
  const proofs = new ScopeProofs(memory);
  expect(proofs.pay([{ isEmpty: true, steps: SCOPE_STEPS - 1 }])).toBe(true);
  expect(proofs.areUsedUp).toBe(false);
  expect(isCovered(proofs)).toBe(false);
  expect(proofs.areUsedUp).toBe(true);
});
