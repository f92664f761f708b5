import { meetsRead } from '../../exact/resourceMeet.ts';
import type { GrantedAction } from './grantedActions.ts';
import type { ReachLimit } from './reachRow.ts';
import type { Target } from './relation.ts';
import type { Typed } from './resourceTypes.ts';

/** What a grant depends on by itself: policies of the other side, and what AWS does not list. */
export function ownLimits(
  { name, unknown }: GrantedAction,
  { target, fits }: Typed,
  account: string | undefined,
): readonly ReachLimit[] {
  const other = accountOf(target);
  const own: readonly (ReachLimit | undefined)[] = [
    unknown && { code: unknown },
    fits ? undefined : { code: 'notOfType' },
    /^(?:kms:|\*)/i.test(name) && canBe(target, KEY) ? { code: 'keyPolicy' } : undefined,
    TRUSTED.test(name) && canBe(target, ROLE) ? { code: 'trustPolicy' } : undefined,
    other !== undefined && other !== account ? { code: 'otherAccount', account: other } : undefined,
  ];
  return own.filter((limit) => limit !== undefined);
}

const KEY = 'arn:*:kms:*:*:key/*';
const ROLE = 'arn:*:iam::*:role/*';
const TRUSTED = /^sts:(?:AssumeRole|TagSession|SetSourceIdentity|SetContext)|^\*/i;

function canBe(target: Target, type: string): boolean {
  if (target.kind === 'none') return false;
  if (target.kind === 'allBut') return true;
  return meetsRead({ text: target.text, variables: target.variables }, { text: type, variables: false });
}

/** The one account whose resources a pattern matches. */
function accountOf(target: Target): string | undefined {
  if (target.kind !== 'pattern') return undefined;
  const account = target.text.split(':')[4] ?? '';
  return /^\d{12}$/.test(account) ? account : undefined;
}
