import type { Verdict } from './decision.ts';

export const verdictWords: Readonly<Record<Verdict, string>> = {
  allowed: 'Allowed',
  explicitDeny: 'Denied by a statement',
  implicitDeny: 'Not allowed',
  unknown: 'Cannot tell',
  error: 'Cannot be read',
};
