import {
  hasPlaceholder,
  placeholderNames,
  placeholderOf,
  replaceUnknownText,
} from '../../language/placeholder.ts';
import { type Pattern, equalsPattern } from '../texts/textPattern.ts';
import { lettersOf, type Token } from '../texts/token.ts';

const field: readonly Token[] = [{ kind: 'run', colons: false }];
const colon: readonly Token[] = [{ kind: 'unit', units: ':' }];
const textOf = (text: string): Pattern => equalsPattern(lettersOf(text, false, new Map()) ?? []);

const ACCOUNT = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/;

/**
 * What a principal of a policy matches. `*` is everyone; an account, by its number or the ARN of its root, is every ARN of that
 * account; anything else is that very text. `unknown` where a missing value decides which of these it is.
 */
export function principalPatterns(name: string): readonly Pattern[] | 'unknown' {
  if (name === '*') return [[{ kind: 'run', colons: true }]];
  const account = /:root$|^\d{12}$/.test(name) ? ACCOUNT.exec(name)?.[1] : undefined;
  if (account !== undefined) return [ofAccount(account)];
  if (!hasPlaceholder(name)) return [textOf(name)];
  const missing = missingAccount(name);
  // The root itself comes first: it is named with any text in place of the account.
  if (missing !== undefined) return [textOf(name), ofAccount(missing)];
  return isOneText(name) ? [textOf(name)] : 'unknown';
}

const ofAccount = (account: string): Pattern => [
  ...textOf('arn'),
  ...colon,
  ...field,
  ...colon,
  ...field,
  ...colon,
  ...field,
  ...colon,
  ...textOf(account),
  ...colon,
  { kind: 'one', colons: true },
  { kind: 'run', colons: true },
];

/** The placeholder in place of the account in the ARN of its root. */
function missingAccount(name: string): string | undefined {
  const account = /^arn:[^:]*:iam::([^:]+):root$/.exec(name)?.[1] ?? '';
  const [missing = ''] = placeholderNames(account);
  return account === placeholderOf(missing) ? account : undefined;
}

/** Neither `*` nor an account has a slash or a period: such a name is one text for every missing value. */
const isOneText = (name: string): boolean => /[/.]/.test(replaceUnknownText(name, ''));
