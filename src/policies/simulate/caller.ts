import { isServicePrincipal } from '../language/partitions.ts';
import { arnFields } from '../language/arnMatch.ts';

/** Who makes a request, as far as a policy can name them. */
export interface Caller {
  readonly kind:
    | 'user'
    | 'role'
    | 'session'
    | 'root'
    | 'federatedUser'
    | 'service'
    | 'federated'
    | 'anonymous';
  /** As given. */
  readonly text: string;
  /** Nothing for services, identity providers and anonymous callers. */
  readonly account?: string;
  /** Name of the role, without its path; of roles and their sessions. */
  readonly role?: string;
  /** Whether a permissions boundary is attached. */
  readonly bounded?: boolean;
}

export const ACCOUNT_ID = /^\d{12}$/;

/** Providers that a trust policy names without an ARN. */
const WEB_PROVIDERS = new Set(['accounts.google.com', 'graph.facebook.com', 'www.amazon.com']);

const callers = new Map<string, Caller | undefined>();

/** As `readCaller`, remembered: pages ask for few callers, and often. */
export function callerOf(text: string): Caller | undefined {
  const before = callers.get(text);
  if (before) return before;
  const caller = readCaller(text);
  if (callers.size < 1000) callers.set(text, caller);
  return caller;
}

/**
 * A caller from its principal: ARN of a user, role, role session, account or identity provider, the name of a service, or `*`
 * for an anonymous one. Nothing for anything else.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function readCaller(text: string): Caller | undefined {
  if (text === '*' || text === 'anonymous') return { kind: 'anonymous', text };
  if (isServicePrincipal(text)) return { kind: 'service', text };
  if (WEB_PROVIDERS.has(text)) return { kind: 'federated', text };
  if (ACCOUNT_ID.test(text)) return { kind: 'root', text, account: text };
  const [start, , service, , account = '', resource = ''] = arnFields(text) ?? [];
  if (start !== 'arn' || !ACCOUNT_ID.test(account)) return undefined;
  const [type, ...rest] = resource.split('/');
  const name = rest.at(-1);
  if (service === 'iam' && resource === 'root') return { kind: 'root', text, account };
  if (!type || !name) return undefined;
  return service === 'sts' ? ofSts(text, account, type, rest) : ofIam(text, account, type, name, service);
}

function ofSts(text: string, account: string, type: string, [role]: readonly string[]): Caller | undefined {
  if (type === 'assumed-role' && role) return { kind: 'session', text, account, role };
  return type === 'federated-user' ? { kind: 'federatedUser', text, account } : undefined;
}

function ofIam(
  text: string,
  account: string,
  type: string,
  name: string,
  service: string | undefined,
): Caller | undefined {
  if (service !== 'iam') return undefined;
  if (type === 'user') return { kind: 'user', text, account };
  if (type === 'role') return { kind: 'role', text, account, role: name };
  return type === 'saml-provider' || type === 'oidc-provider' ? { kind: 'federated', text } : undefined;
}

/** Whether the caller is of an account that gives it policies: not a service, an identity provider or no one. */
export const hasIdentity = ({ kind }: Caller): boolean =>
  kind !== 'service' && kind !== 'federated' && kind !== 'anonymous';

/** A session has the name of its role, but not the path. */
export const isServiceLinked = ({ kind, role, text }: Caller): boolean =>
  kind === 'session' ? role?.startsWith('AWSServiceRoleFor') === true : isServiceLinkedRole(text);

/** By its whole ARN: the name of a bucket’s object can have the same text in it. */
export const isServiceLinkedRole = (arn: string): boolean =>
  /^arn:[^:]*:iam::[^:]*:role\/aws-service-role\//.test(arn);
