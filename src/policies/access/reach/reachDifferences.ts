import { meetsRead } from '../../exact/resourceMeet.ts';
import { type Reaching, reachings, type ReachRow, type RoleReach } from './reachRow.ts';

/** What one role does with resources of a service that no other role of the set does anything alike with. */
export interface ReachDifference {
  readonly role: string;
  readonly can: Reaching;
  readonly service: string;
  /** Each resource once, with the rows that reach it. */
  readonly rows: readonly ReachRow[];
}

/** Differences without rows of which no request is possible, and with those apart of which that is not decided. */
export interface AnsweredDifference extends ReachDifference {
  readonly undecided: readonly ReachRow[];
}

/** A difference after each of its rows was asked about; nothing where none is possible or open. */
export function answeredDifference(
  difference: ReachDifference,
  stateOf: (row: ReachRow) => 'possible' | 'impossible' | 'undecided',
): AnsweredDifference | undefined {
  const states = difference.rows.map((row) => [row, stateOf(row)] as const);
  const those = (wanted: string) => states.flatMap(([row, state]) => (state === wanted ? [row] : []));
  const [rows, undecided] = [those('possible'), those('undecided')];
  return rows.length + undecided.length > 0 ? { ...difference, rows, undecided } : undefined;
}

/**
 * Where roles differ: rows of one role whose resources no row of another role can match, for the same kind of access to the same
 * service. Sound: another role reaches none of them by the policies of the set. What is on conditions counts as reached. Imported
 * policies are of no role, and are left out. None where there is only one role.
 */
export function reachDifferences(reaches: readonly RoleReach[]): readonly ReachDifference[] {
  const roles = reaches.filter(({ personas }) => personas.length > 0);
  if (roles.length < 2 || roles.some(({ errors }) => errors.length > 0)) return [];
  const groups = new Map<string, (readonly [role: string, row: ReachRow])[]>();
  for (const { id, rows } of roles)
    for (const row of rows) {
      const key = `${row.can} ${row.service}`;
      groups.set(key, [...(groups.get(key) ?? []), [id, row]]);
    }
  const found = new Map<string, ReachDifference>();
  for (const group of groups.values()) {
    for (const [role, row] of group) {
      const isShared = group.some(([other, own]) => other !== role && canMeet(row, own));
      if (isShared || everyService(roles, role, row.can)) continue;
      const { can, service } = row;
      const key = `${role} ${can} ${service}`;
      found.set(key, { role, can, service, rows: [...(found.get(key)?.rows ?? []), row] });
    }
  }
  return [...found.values()].toSorted(inOrder);
}

/** Resources with a name first, and buckets before others; then what can do most harm. */
const inOrder = (one: ReachDifference, other: ReachDifference): number =>
  Number(namesResources(other)) - Number(namesResources(one)) ||
  Number(other.service === 's3') - Number(one.service === 's3') ||
  reachings.indexOf(one.can) - reachings.indexOf(other.can) ||
  one.service.localeCompare(other.service);

const namesResources = ({ rows }: ReachDifference): boolean =>
  rows.some(({ resource, namesNone }) => !namesNone && resource !== '*');

/** Whether another role has actions over services that no list names: they can be of any kind. */
const everyService = (roles: readonly RoleReach[], role: string, can: Reaching): boolean =>
  can === 'other' || roles.some(({ id, rows }) => id !== role && rows.some(({ service }) => service === '*'));

function canMeet(one: ReachRow, other: ReachRow): boolean {
  if (one.namesNone || other.namesNone) return one.namesNone === other.namesNone && sharesAction(one, other);
  if (typeof one.resource !== 'string' || typeof other.resource !== 'string') return true;
  return meetsRead({ text: one.resource, variables: true }, { text: other.resource, variables: true });
}

const sharesAction = (one: ReachRow, other: ReachRow): boolean =>
  one.actions.some((action) => other.actions.includes(action));
