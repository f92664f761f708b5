import type { Stance } from './stance.ts';
import type { Delivery } from './draft.ts';

/** What choices of the draft are called. */

export const stanceWords: Readonly<Record<Stance, string>> = {
  hardened: 'Hardened',
  published: 'As published',
};

export const deliveryWords: Readonly<Record<Delivery, string>> = {
  deny: 'Denials in the policies',
  conditions: 'Conditions in the policies',
  boundary: 'A permissions boundary',
  serviceControl: 'A service control policy',
};
