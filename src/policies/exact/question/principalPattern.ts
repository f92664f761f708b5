import type { Pattern } from '../texts/textPattern.ts';
import type { Token } from '../texts/token.ts';

const field: readonly Token[] = [{ kind: 'run', colons: false }];
const units = (text: string): readonly Token[] =>
  text.split('').map((unit) => ({ kind: 'unit', units: unit }));
const colon = units(':');

const ACCOUNT = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/;

/**
 * What a principal of a policy matches. `*` is everyone; an account, by its number or the ARN of its root, is every ARN of that
 * account; anything else is that very text.
 */
export function principalPattern(name: string): Pattern {
  if (name === '*') return [{ kind: 'run', colons: true }];
  const account = /:root$|^\d{12}$/.test(name) ? ACCOUNT.exec(name)?.[1] : undefined;
  if (account === undefined) return units(name);
  return [
    ...units('arn'),
    ...colon,
    ...field,
    ...colon,
    ...field,
    ...colon,
    ...field,
    ...colon,
    ...units(account),
    ...colon,
    { kind: 'one', colons: true },
    { kind: 'run', colons: true },
  ];
}
