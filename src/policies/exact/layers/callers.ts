import { listOf, type Statement } from '../../language/policy.ts';
import { arnFields } from '../../language/arnMatch.ts';
import { type Caller, callerOf, hasIdentity, isServiceLinked } from '../../simulate/caller.ts';
import { principalMatcher } from '../../simulate/principal.ts';
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

const ACCOUNTS: readonly string[] = ['111122223333', '444455556666', '777788889999', '222233334444'];
const PARTITIONS: readonly string[] = ['aws', 'aws-cn', 'aws-us-gov', 'aws-iso', 'aws-other'];

/**
 * Callers such that every other caller is named by the statements as one of them is: those that the statements name, and of each
 * account that they name, and of another, one of every kind that they do not.
 */
export function callersFor(
  statements: readonly Statement[],
  kinds: readonly CallerKind[],
): readonly Caller[] {
  const names = [...new Set(statements.flatMap(namesOf))];
  const isNew = (text: string) => !names.some((name) => name.includes(text));
  const named = names.flatMap(accountOf);
  const other = ACCOUNTS.find((account) => !named.includes(account)) ?? newAccount(named);
  const accounts = new Set([...ACCOUNTS.slice(0, 1), ...named, other]);
  const namedPartitions = names.flatMap((name) => arnFields(name)?.[1] ?? []);
  const unnamed = PARTITIONS.filter((partition) => !namedPartitions.includes(partition));
  const partitions = new Set(['aws', ...namedPartitions, unnamed[0] ?? newName(isNew)]);
  const roles = new Set(names.flatMap((name) => roleOf(name) ?? []));
  const example = newName(isNew);
  const ofAccounts = [...accounts].flatMap((account) =>
    [...partitions].flatMap((partition) => callersOf(partition, account, roles, example)),
  );
  const texts = [...new Set([...ofAccounts, ...names, ...accounts, ...outsiders(example)])];
  const callers = texts.flatMap((text) => callerOf(text) ?? []);
  return kinds.flatMap((kind) => callers.filter((caller) => kindOf(caller) === kind));
}

/** The first of the callers that statements and the rules of layers treat alike. */
export function distinctCallers(
  callers: readonly Caller[],
  statements: readonly Statement[],
): readonly Caller[] {
  const matchers = statements.map(principalMatcher);
  const found = new Map<string, Caller>();
  for (const caller of callers) {
    const matches = matchers.map((match) => [match(caller), match({ ...caller, bounded: true })]);
    const rules = [hasIdentity(caller), isServiceLinked(caller), caller.account === undefined];
    const key = JSON.stringify([ruledKinds.has(caller.kind) && caller.kind, rules, matches]);
    if (!found.has(key)) found.set(key, caller);
  }
  return [...found.values()];
}

/** Kinds for which the layers are combined in a way of their own, or that may make calls that others may not. */
const ruledKinds: ReadonlySet<Caller['kind']> = new Set(['user', 'root', 'federatedUser']);

/** A name that no statement has. */
function newName(isNew: (text: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? 'example' : `example-${count}`;
    if (isNew(name)) return name;
  }
}

function newAccount(named: readonly string[]): string {
  for (let number = 100_000_000_000; ; number += 1) if (!named.includes(`${number}`)) return `${number}`;
}

const outsiders = (example: string): readonly string[] => [
  `${example}.amazonaws.com`,
  'cognito-identity.amazonaws.com',
  'accounts.google.com',
  'graph.facebook.com',
  'www.amazon.com',
  `arn:aws:iam::${ACCOUNTS[0]}:saml-provider/${example}`,
  '*',
];

function callersOf(
  partition: string,
  account: string,
  roles: ReadonlySet<string>,
  example: string,
): readonly string[] {
  const iam = `arn:${partition}:iam::${account}`;
  const sts = `arn:${partition}:sts::${account}`;
  const linked = `AWSServiceRoleFor${example}`;
  return [
    `${iam}:role/${example}`,
    ...[example, linked, ...roles].map((role) => `${sts}:assumed-role/${role}/${example}`),
    `${iam}:user/${example}`,
    `${sts}:federated-user/${example}`,
    `${iam}:root`,
    `${iam}:role/aws-service-role/${example}.amazonaws.com/${linked}`,
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
