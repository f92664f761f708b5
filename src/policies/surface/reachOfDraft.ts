import { type Possibility, rolePossibilities, type RowPossibility } from '../access/reach/reachable.ts';
import type { ReachRow, RoleReach } from '../access/reach/reachRow.ts';
import { searchReach, soughtRequests } from '../access/reach/reachSearch.ts';
import {
  accountOf,
  namedServices,
  reachEndpoints,
  reachOfSubject,
  reachSubjects,
} from '../access/reach/roleReach.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { deliver } from '../compose/deliver.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import type { AccessQuestion } from '../exact/isAccessPossible.ts';
import { withParsedEdits } from '../handEdits/parsedEdits.ts';
import { builtIn } from './documentedLibrary.ts';
import type { Draft } from '../model/draft.ts';

/** What one role of a draft, or one imported policy, can reach. */
export interface ReachedRole {
  readonly id: string;
  readonly title: string;
  /** Entry by entry of its Allow statements, each answered for every request. */
  readonly rows: readonly { readonly row: ReachRow; readonly possibility: RowPossibility }[];
  /** Where something is sought that no row is about: whether any request for it is possible. */
  readonly otherwise: Possibility | undefined;
  /** Why a policy can't be read; then nothing is said of the role. */
  readonly errors: readonly string[];
}

/**
 * Who can reach what: of each role of a draft, every resource and group of actions, with a request that all layers of the draft
 * allow (`possible`), that no request exists (`impossible`, proven), or why neither is known (`undecided`). `text`: what is sought, as
 * in the page: names, ARNs, and patterns of buckets, keys, roles, actions, or services; everything where it is empty. The data on the
 * services that the policies name is loaded first; what can't be loaded is `undecided`. Never throws: a text that nothing is about
 * gives no rows, a policy that can't be read is in `errors`.
 */
export async function reachDraft(
  draft: Draft,
  text: string,
  catalog: Catalog,
  ruleset = builtIn,
): Promise<readonly ReachedRole[]> {
  const parsed = withParsedEdits(draft);
  const rules = withRoleInstances(ruleset, parsed);
  const { documents } = deliver(parsed, rules);
  const sought = soughtRequests(text, catalog.services);
  const services = namedServices(documents.map(({ policy }) => policy));
  const named = sought.flatMap(({ actions = [] }) => actions.map((action) => action.split(':')[0] ?? ''));
  await Promise.all([...new Set([...services, ...named])].map((prefix) => catalog.load(prefix)));
  const setting = { catalog, services, account: accountOf(parsed), endpoints: reachEndpoints(documents) };
  const possibilities = rolePossibilities({ draft: parsed, documents, ruleset: rules, catalog, services });
  return reachSubjects(parsed, documents, rules).flatMap((subject): readonly ReachedRole[] => {
    const role = [...reachOfSubject(subject, setting)].at(-1);
    const asked = possibilities.get(subject.id);
    if (!role || !asked) return [];
    const { id, title, errors } = role;
    const rows = soughtRows(role, text).map(({ row, only }) => ({
      row,
      possibility: asked.ofRow(row, only),
    }));
    const isElsewhere = rows.length === 0 && sought.length > 0 && errors.length === 0;
    return [{ id, title, rows, otherwise: isElsewhere ? asked.of(sought) : undefined, errors }];
  });
}

const soughtRows = (
  role: RoleReach,
  text: string,
): readonly { readonly row: ReachRow; readonly only: readonly AccessQuestion[] }[] =>
  text.trim() === '' ? role.rows.map((row) => ({ row, only: [] })) : searchReach([role], text).hits;
