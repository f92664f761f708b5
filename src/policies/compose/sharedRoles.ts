import type { ComposedDocument, DocumentRole } from '../model/composedDocument.ts';
import type { RoleConflict } from '../model/rolesInAccount.ts';

/** A role of a draft: of one persona, or one role for several. */
export interface RoleHolder {
  readonly personas: readonly string[];
  /** Whether the export is to create it. */
  readonly created: boolean;
}

/** One role of an account, with every role of the draft that turns out to be it. */
export interface AccountRole {
  readonly name: string;
  /** ARNs under which it is said to exist, each once. The ARN of a role is one: of several, one is right at most. */
  readonly arns: readonly string[];
  readonly holders: readonly RoleHolder[];
}

export type RoleDocument = Pick<ComposedDocument, 'personas' | 'role'>;

/**
 * The roles of an account that documents are for, in the documents' order. In an account IAM distinguishes roles by name only,
 * ignoring path and case. A role in the account of the draft is identified by its name, whatever account its ARN has while no
 * account is entered. Documents without a role are left out.
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (RoleName)
 */
export function accountRoles(documents: readonly RoleDocument[]): readonly AccountRole[] {
  const roles = new Map<string, { name: string; arns: Set<string>; holders: RoleHolder[] }>();
  for (const { personas, role } of draftRoles(documents))
    for (const [key, { name, arns }] of namesOf(role)) {
      const accountRole = roles.get(key) ?? { name, arns: new Set<string>(), holders: [] };
      roles.set(key, accountRole);
      for (const arn of arns) accountRole.arns.add(arn);
      accountRole.holders.push({ personas, created: role.state === 'created' });
    }
  return [...roles.values()].map(({ name, arns, holders }) => ({ name, arns: [...arns], holders }));
}

/** What is wrong with a role, the worst first; nothing where it is the role of one holder under one ARN. */
export function conflictOf({ arns, holders }: AccountRole): RoleConflict | undefined {
  if (arns.length > 0 && holders.some(({ created }) => created)) return 'taken';
  if (arns.length > 1) return 'ambiguous';
  return holders.length > 1 ? 'shared' : undefined;
}

/** The personas of all holders of a role. */
export const personasOf = ({ holders }: AccountRole): readonly string[] =>
  holders.flatMap(({ personas }) => personas);

/** One for each role. A permissions policy does not name the personas that add nothing to it; its role's trust policy does. */
function draftRoles(documents: readonly RoleDocument[]) {
  const roles: { readonly personas: readonly string[]; readonly role: DocumentRole }[] = [];
  for (const { personas, role } of documents.toSorted(
    (one, other) => other.personas.length - one.personas.length,
  ))
    if (role && !roles.some((earlier) => earlier.personas.some((persona) => personas.includes(persona))))
      roles.push({ personas, role });
  return roles;
}

interface Named {
  readonly name: string;
  readonly arns: readonly string[];
}

/** What an account knows a role by → the name as it is written, and the ARNs that have it. */
function namesOf(role: DocumentRole): ReadonlyMap<string, Named> {
  const names = new Map<string, Named>();
  const add = (account: string, name: string, arns: readonly string[]) => {
    const key = `${account} ${name.toLowerCase()}`;
    const earlier = names.get(key);
    names.set(key, { name: earlier?.name ?? name, arns: [...(earlier?.arns ?? []), ...arns] });
  };
  if (role.state === 'created') {
    const account = accountOf(role.arn);
    const isHere = (arn: string) => account === accountOf(arn) || account.startsWith('<');
    const taken = (role.arns ?? []).filter((arn) => isHere(arn) && isNamed(arn, role.name));
    add(HERE, role.name, taken);
  }
  if (role.state === 'exists') {
    for (const arn of role.arns) add(HERE, nameInArn(arn), [arn]);
    for (const arn of role.elsewhere) add(accountOf(arn), nameInArn(arn), [arn]);
  }
  return names;
}

/** The account that the policies are for. */
const HERE = 'here';

const accountOf = (arn: string): string => arn.split(':')[4] ?? '';

/** The name in the ARN of a role, without its path. */
export const nameInArn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

const isNamed = (arn: string, name: string): boolean => nameInArn(arn).toLowerCase() === name.toLowerCase();
