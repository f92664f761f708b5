import type { FixEffect } from './fix.ts';

/** What is shown beside a fix. */
export const fixEffectWords: Readonly<Record<FixEffect, string>> = {
  same: 'Same access',
  narrows: 'Narrower access',
  widens: 'Wider access. Review before applying.',
  changes: 'Changes access. Review before applying.',
};
