import type { Variable } from '../../policies/library/variables/variable.ts';
import type { Draft } from '../../policies/model/draft.ts';

export type WhereGroup = 'account' | 'roles' | 'data' | 'network' | 'tags' | 'console';

/** In the order in which people have the values: the account first, what has defaults last. */
export const whereGroups: readonly (readonly [group: WhereGroup, title: string])[] = [
  ['account', 'Account'],
  ['roles', 'Roles'],
  ['data', 'Data'],
  ['network', 'Network and keys'],
  ['tags', 'Tags'],
  ['console', 'Console actions'],
];

/** The group that asks for a variable. */
export function whereGroupOf({ group, kind }: Variable): WhereGroup {
  if (kind === 'tagKey' || kind === 'tagValue') return 'tags';
  if (kind === 'studioDomainId' || kind === 'resourceNamePrefix') return 'account';
  if (group === 'keys' || group === 'network') return 'network';
  return group === 'account' || group === 'roles' || group === 'console' ? group : 'data';
}

/** Whether a value is there although nothing is entered, for all roles. */
export const hasOnlyDefault = ({ id, default: values, byRegion }: Variable, draft: Draft): boolean =>
  (values !== undefined || byRegion !== undefined) &&
  draft.variables[id] === undefined &&
  !Object.values(draft.roles ?? {}).some(({ values: own = {} }) => Object.hasOwn(own, id));
