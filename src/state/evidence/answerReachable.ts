import {
  type Possibility,
  rolePossibilities,
  type RowPossibility,
} from '../../policies/access/reach/reachable.ts';
import { soughtRequests } from '../../policies/access/reach/reachSearch.ts';
import { namedServices } from '../../policies/access/reach/roleReach.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { Turn } from '../workers/serve.ts';
import type { ComposedDraft } from './composePosted.ts';
import type { ReachableAnswer, ReachableQuestion } from './evidenceProtocol.ts';

/** Whether rows are possible, one after the other. Services whose data cannot be loaded are in the answers as such. */
export async function answerReachable(
  { draft, documents }: ComposedDraft,
  { rows: asked, roles: other, text }: Pick<ReachableQuestion, 'rows' | 'roles' | 'text'>,
  ruleset: Ruleset,
  catalog: Catalog,
  turn: Turn,
): Promise<ReachableAnswer> {
  const sought = soughtRequests(text, catalog.services);
  const named = sought.flatMap(({ actions = [] }) => actions.map((action) => action.split(':')[0] ?? ''));
  const services = namedServices(documents.map(({ policy }) => policy));
  await Promise.all([...new Set([...services, ...named])].map((prefix) => catalog.load(prefix)));
  const known = rolePossibilities({ draft, documents, ruleset, catalog, services });
  const rows: RowPossibility[] = [];
  for (const { role, row, only } of asked) {
    rows.push(known.get(role)?.ofRow(row, only) ?? { answer: NOT_THERE, through: [] });
    await turn();
  }
  const roles: (Possibility | undefined)[] = [];
  for (const role of other) {
    roles.push(sought.length > 0 ? known.get(role)?.of(sought) : undefined);
    await turn();
  }
  return { kind: 'reachable', rows, roles };
}

const NOT_THERE: Possibility = { state: 'undecided', because: { reason: 'malformed' } };
