import type { DocumentKind } from '../language/policy.ts';
import type { Stance } from './stance.ts';
import type { GuardrailPlacement } from './draft.ts';

/** What choices of the draft, and its documents, are called. */

export const stanceWords: Readonly<Record<Stance, string>> = {
  hardened: 'Least privilege',
  published: 'AWS guide',
};

export const deliveryWords: Readonly<Record<GuardrailPlacement, string>> = {
  deny: 'Deny statements in each policy',
  conditions: 'Conditions on Allow statements',
  boundary: 'Permissions boundary',
  serviceControl: 'Service control policy',
};

export const kindTitles: Readonly<Record<DocumentKind, string>> = {
  identity: 'Identity policy',
  'permissions-boundary': 'Permissions boundary',
  'service-control': 'Service control policy',
  'resource-control': 'Resource control policy',
  trust: 'Trust policy',
  'vpc-endpoint': 'VPC endpoint policy',
  resource: 'Resource-based policy',
};
