import { type Reference, referencesIn } from './parameters.ts';
import type { PlannedRole } from './planned.ts';

export interface OrderedRoles {
  /** Each comes after those that its trust policy refers to. */
  readonly roles: readonly PlannedRole[];
  /** Roles whose trust policy names others that wait for them in turn, by ID. There the ARN is written out. */
  readonly circular: readonly { readonly role: PlannedRole; readonly others: readonly string[] }[];
}

/** Roles in an order in which they can be created, with what their trust policies may refer to. */
export function inOrderOfTrust(
  roles: readonly PlannedRole[],
  references: readonly Reference[],
): OrderedRoles {
  const ordered: PlannedRole[] = [];
  const circular: { role: PlannedRole; others: readonly string[] }[] = [];
  const done = new Set<string>();
  const visit = (role: PlannedRole, waiting: readonly string[]): void => {
    if (done.has(role.id)) return;
    const line = [...waiting, role.id];
    const named = referencesIn(role.trust, references);
    const [round, ahead] = [
      named.filter((reference) => line.includes(reference.role)),
      named.filter((reference) => !line.includes(reference.role)),
    ];
    for (const reference of ahead) {
      const next = roles.find(({ id }) => id === reference.role);
      if (next) visit(next, line);
    }
    done.add(role.id);
    ordered.push({ ...role, trustReferences: ahead });
    if (round.length > 0) circular.push({ role, others: round.map((reference) => reference.role) });
  };
  for (const role of roles) visit(role, []);
  return { roles: ordered, circular };
}
