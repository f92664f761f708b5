import type { TrustOffer } from './trust.ts';

/** How people and pipelines take a role. */
export const peopleOffers: readonly TrustOffer[] = [
  { form: 'samlFederation' },
  { form: 'identityCenter' },
  { form: 'samePrincipals' },
  { form: 'crossAccount' },
];
