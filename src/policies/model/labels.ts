import type { DocumentKind } from '../language/policy.ts';
import type { Stance } from './stance.ts';
import type { GuardrailPlacement } from './draft.ts';

/** What choices of the draft, and its documents, are called. */

export const stanceWords: Readonly<Record<Stance, string>> = {
  hardened: 'Hardened',
  published: 'As published',
};

export const deliveryWords: Readonly<Record<GuardrailPlacement, string>> = {
  deny: 'Denials in the policies',
  conditions: 'Conditions in the policies',
  boundary: 'A permissions boundary',
  serviceControl: 'A service control policy',
};

export const kindTitles: Readonly<Record<DocumentKind, string>> = {
  identity: 'Identity policy',
  'permissions-boundary': 'Permissions boundary',
  'service-control': 'Service control policy',
  trust: 'Trust policy',
  'vpc-endpoint': 'VPC endpoint policy',
};
