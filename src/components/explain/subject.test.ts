import { expect, it } from 'vitest';
import { ANY_PRINCIPAL } from '../../policies/access/explain.ts';
import type { DocumentKind } from '../../policies/language/policy.ts';
import { subjectOf } from './subject.ts';

const account = 'arn:aws:iam::111122223333:root';

const cases: readonly [DocumentKind, 'Allow' | 'Deny', Parameters<typeof subjectOf>[0]['who'], string][] = [
  ['identity', 'Allow', [], 'Principals with this policy can perform'],
  ['identity', 'Deny', [], 'Principals with this policy can’t perform'],
  ['service-control', 'Allow', [], 'Principals in the attached accounts can perform at most'],
  ['service-control', 'Deny', [], 'Principals in the attached accounts can’t perform'],
  ['resource-control', 'Deny', [ANY_PRINCIPAL], 'No principal can perform'],
  ['vpc-endpoint', 'Allow', [ANY_PRINCIPAL], 'Any principal can perform at most'],
  ['trust', 'Allow', [account, ANY_PRINCIPAL], 'Any principal can perform'],
  ['trust', 'Deny', [], 'No principal can perform'],
  ['resource', 'Allow', [account, 'b'], `${account}, b can perform`],
  [
    'trust',
    'Deny',
    ['the service sagemaker.amazonaws.com'],
    'The service sagemaker.amazonaws.com can’t perform',
  ],
];

it.each(cases)('%s, %s, %j: %s', (kind, effect, who, expected) => {
  const subject = subjectOf({ effect, who, exceptWho: false, exceptActions: false }, kind);
  expect(`${subject.who} ${subject.verb}`).toBe(expected);
});

it.each([
  ['Allow', `Any principal except ${account} can perform all actions except`],
  ['Deny', `No principal except ${account} can perform any action except`],
] as const)('%s with NotPrincipal and NotAction: %s', (effect, expected) => {
  const subject = subjectOf({ effect, who: [account], exceptWho: true, exceptActions: true }, 'trust');
  expect(`${subject.who} ${subject.verb}`).toBe(expected);
});

it.each([
  ['identity', 'Allow', 'Principals with this policy can perform all actions except'],
  ['identity', 'Deny', 'Principals with this policy can’t perform any action except'],
  ['service-control', 'Allow', 'Principals in the attached accounts can perform at most all actions except'],
] as const)('%s, %s with NotAction: %s', (kind, effect, expected) => {
  const subject = subjectOf({ effect, who: [], exceptWho: false, exceptActions: true }, kind);
  expect(`${subject.who} ${subject.verb}`).toBe(expected);
});
