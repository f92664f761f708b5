import { listOf, type Principal, type Statement } from '../language/policy.ts';
import type { Caller } from './caller.ts';
import { arnFields } from '../language/arnMatch.ts';

/**
 * How a policy names a caller: themselves (`direct`), the role of their session (`role`), or the account, which leaves it to
 * the account's identity policies (`account`).
 */
export type PrincipalMatch = 'direct' | 'role' | 'account';

type Names = Exclude<Principal, '*'>;

/** Says how a statement names a caller; nothing when it does not. */
export type PrincipalMatcher = (caller: Caller) => PrincipalMatch | undefined;

/**
 * The matcher of a statement's `Principal` or `NotPrincipal`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalMatcher({
  Principal: named,
  NotPrincipal: exempt,
  Effect,
}: Statement): PrincipalMatcher {
  if (named) return (caller) => matchPrincipal(named, caller);
  if (!exempt) return () => 'direct';
  return (caller) => (isExempt(exempt, caller, Effect === 'Allow') ? undefined : 'direct');
}

/**
 * A Deny spares nobody who has a permissions boundary. An account in `NotPrincipal` does not exempt its users from a Deny: AWS wants them listed by themselves. From an Allow it
 * leaves them all out, so that nothing is granted by it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function isExempt(exempt: Principal, caller: Caller, wholeAccount: boolean): boolean {
  if (caller.bounded && !wholeAccount) return false;
  const found = matchPrincipal(exempt, caller);
  return found !== undefined && (found !== 'account' || wholeAccount);
}

function matchPrincipal(principal: Principal, caller: Caller): PrincipalMatch | undefined {
  if (principal === '*') return 'direct';
  if (caller.kind === 'service' || caller.kind === 'federated') return provider(principal, caller);
  let found: PrincipalMatch | undefined;
  for (const name of listOf(principal.AWS)) {
    const how = namingByAws(name, caller);
    if (how === 'direct') return how;
    if (how === 'role' || !found) found = how ?? found;
  }
  return found;
}

/** An identity provider whose name is like a service's; its element is `Federated`. */
const COGNITO = 'cognito-identity.amazonaws.com';

function provider(principal: Names, { kind, text }: Caller): PrincipalMatch | undefined {
  const asService = kind === 'service' ? listOf(principal.Service) : [];
  const asProvider = kind === 'federated' || text === COGNITO ? listOf(principal.Federated) : [];
  const named = [...asService, ...asProvider];
  return named.includes(text) || asProvider.includes('*') || listOf(principal.AWS).includes('*')
    ? 'direct'
    : undefined;
}

function namingByAws(name: string, caller: Caller): PrincipalMatch | undefined {
  if (name === '*') return 'direct';
  if (name === caller.text) return caller.kind === 'role' ? 'role' : 'direct';
  if (caller.account === undefined) return undefined;
  if (name === caller.account) return caller.kind === 'root' ? 'direct' : 'account';
  const [, partition, service, , account, resource = ''] = arnFields(name) ?? [];
  if (account !== caller.account || partition !== (arnFields(caller.text)?.[1] ?? partition))
    return undefined;
  if (service === 'iam' && resource === 'root') return caller.kind === 'root' ? 'direct' : 'account';
  return isRoleOf(caller, service, resource) ? 'role' : undefined;
}

/** A role's ARN names its sessions too. Sessions do not carry the role's path. */
function isRoleOf({ kind, role }: Caller, service: string | undefined, resource: string): boolean {
  return (
    kind === 'session' &&
    service === 'iam' &&
    resource.startsWith('role/') &&
    resource.split('/').at(-1) === role
  );
}
