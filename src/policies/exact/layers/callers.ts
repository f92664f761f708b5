import { listOf, type Statement } from '../../language/policy.ts';
import { arnFields } from '../../simulate/arnMatch.ts';
import { type Caller, callerOf, isServiceLinked } from '../../simulate/caller.ts';
import type { CallerKind } from './layersQuestion.ts';

/**
 * Everyone but root users and service-linked roles: the policies of an identity are not theirs. See `LayersOptions`.
 */
export const DEFAULT_CALLERS: readonly CallerKind[] = [
  'role',
  'session',
  'user',
  'federatedUser',
  'service',
  'federated',
  'anonymous',
];

/** Of every kind. */
export const ALL_CALLERS: readonly CallerKind[] = [...DEFAULT_CALLERS, 'root', 'serviceLinked'];

const kindOf = (caller: Caller): CallerKind => (isServiceLinked(caller) ? 'serviceLinked' : caller.kind);

const ACCOUNT = '111122223333';

/**
 * Callers such that every other caller is named by the statements as one of them is: those that the statements name, and of each
 * account that they name, and of another, one of every kind that they do not.
 */
export function callersFor(
  statements: readonly Statement[],
  kinds: readonly CallerKind[],
): readonly Caller[] {
  const names = [...new Set(statements.flatMap(namesOf))];
  const accounts = new Set([ACCOUNT, ...names.flatMap(accountOf)]);
  const partitions = new Set(['aws', ...names.flatMap((name) => arnFields(name)?.[1] ?? [])]);
  const roles = new Set(names.flatMap((name) => roleOf(name) ?? []));
  const ofAccounts = [...accounts].flatMap((account) =>
    [...partitions].flatMap((partition) => [...callersOf(partition, account, roles)]),
  );
  const texts = [...new Set([...ofAccounts, ...names, ...accounts, ...OUTSIDERS])];
  const callers = texts.flatMap((text) => callerOf(text) ?? []);
  return kinds.flatMap((kind) => callers.filter((caller) => kindOf(caller) === kind));
}

const OUTSIDERS = [
  'example.amazonaws.com',
  'cognito-identity.amazonaws.com',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
  `arn:aws:iam::${ACCOUNT}:saml-provider/example`,
  '*',
];

function callersOf(partition: string, account: string, roles: ReadonlySet<string>): readonly string[] {
  const iam = `arn:${partition}:iam::${account}`;
  const sts = `arn:${partition}:sts::${account}`;
  const sessions = ['example', 'AWSServiceRoleForExample', ...roles];
  return [
    `${iam}:role/example`,
    ...sessions.map((role) => `${sts}:assumed-role/${role}/example`),
    `${iam}:user/example`,
    `${sts}:federated-user/example`,
    `${iam}:root`,
    `${iam}:role/aws-service-role/example.amazonaws.com/AWSServiceRoleForExample`,
  ];
}

function namesOf({ Principal, NotPrincipal }: Statement): readonly string[] {
  const written = Principal ?? NotPrincipal;
  if (written === undefined || typeof written === 'string') return [];
  return [written.AWS, written.Service, written.Federated].flatMap((names) => listOf(names));
}

const accountOf = (name: string): readonly string[] => {
  const account = arnFields(name)?.[4] ?? name;
  return /^\d{12}$/.test(account) ? [account] : [];
};

const roleOf = (name: string): string | undefined => {
  const [, , service, , , resource = ''] = arnFields(name) ?? [];
  const parts = resource.split('/');
  if (service === 'sts') return parts[0] === 'assumed-role' ? parts[1] : undefined;
  return service === 'iam' && parts[0] === 'role' ? parts.at(-1) : undefined;
};
