import type { AccessComparison, PolicyPair } from '../../policies/access/everyRequest/accessDifference.ts';
import { compareEveryRequest } from '../../policies/access/everyRequest/compareEveryRequest.ts';
import { compareRoles, type RoleComparison } from '../../policies/access/everyRequest/compareRoles.ts';
import { withExampleAccount } from '../../policies/access/withExampleAccount.ts';
import { reviewPolicies } from '../../policies/access/review/reviewPolicies.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import type { PermissionChange } from '../../policies/exact/change.ts';
import { comparePermissions } from '../../policies/exact/compare.ts';
import { servicesOf } from '../../policies/catalog/servicesOf.ts';
import type { Turn } from '../workers/serve.ts';
import { inTurns } from './inTurns.ts';
import type {
  ComparisonAnswer,
  ComparisonQuestion,
  EvidenceAnswer,
  ReviewAnswer,
  ReviewQuestion,
} from './evidenceProtocol.ts';

/** Policies before and after: by action, and over every request. */

type Tell = (partial: EvidenceAnswer) => void;

export async function comparePairs(
  { pairs }: ComparisonQuestion,
  catalog: Catalog,
  turn: Turn,
  tell: Tell,
): Promise<ComparisonAnswer> {
  const services = servicesOf(pairs.flatMap(({ before, after }) => [...before, ...after]));
  await Promise.all(services.map((prefix) => catalog.load(prefix)));
  const changes = await inTurns(compared(pairs, catalog), turn);
  const answer = (everyRequest: Comparisons) => ({ kind: 'comparison', changes, everyRequest }) as const;
  return answer(
    await compareInTurns(pairs, changes, catalog, turn, (everyRequest) => tell(answer(everyRequest))),
  );
}

export async function review(
  { pairs }: ReviewQuestion,
  catalog: Catalog,
  turn: Turn,
  tell: Tell,
): Promise<ReviewAnswer> {
  const policies = pairs.flatMap(({ before, after }) => [...before.policies, ...after.policies]);
  await Promise.all(servicesOf(policies).map((prefix) => catalog.load(prefix)));
  const changes = await inTurns(reviewPolicies(pairs, catalog), turn);
  const answer = (everyRequest: Comparisons, roles: ReviewAnswer['roles'] = []) =>
    ({ kind: 'review', changes, everyRequest, roles }) as const;
  const bare = pairs.map(({ kind, before, after }) => ({
    kind,
    before: before.policies,
    after: after.policies,
  }));
  const found = changes.map((list) => list.map(({ change }) => change));
  const everyRequest = await compareInTurns(bare, found, catalog, turn, (soFar) => tell(answer(soFar)));
  return answer(everyRequest, await inTurns(comparedRoles(pairs, catalog), turn));
}

/** Only what a role can do: a policy of another kind allows nothing by itself. */
function* comparedRoles(
  pairs: ReviewQuestion['pairs'],
  catalog: Catalog,
): Generator<RoleComparison | undefined> {
  for (const { kind, before, after, caller } of pairs) {
    const fill = <Value>(value: Value): Value => withExampleAccount(value, caller.accountId);
    yield kind === 'identity'
      ? compareRoles(fill(before.set), fill(after.set), fill(caller.principal), catalog)
      : undefined;
  }
}

function* compared(
  pairs: ComparisonQuestion['pairs'],
  catalog: Catalog,
): Generator<readonly PermissionChange[]> {
  for (const { before, after } of pairs) yield comparePermissions(before, after, catalog);
}

/** What is known after this time is shown, in milliseconds; a shorter wait needs no word. */
const REPORT_AFTER_MS = 300;

type Comparisons = readonly (AccessComparison | undefined)[];

/** Compares each pair over every request, and reports how far it is where that takes its time. */
async function compareInTurns(
  pairs: readonly PolicyPair[],
  changes: readonly (readonly PermissionChange[])[],
  catalog: Catalog,
  turn: Turn,
  tell: (soFar: Comparisons) => void,
): Promise<Comparisons> {
  const compared: (AccessComparison | undefined)[] = pairs.map(() => undefined);
  let reportedAt = performance.now();
  for (const [place, pair] of pairs.entries()) {
    const steps = compareEveryRequest(pair, changes[place] ?? [], catalog);
    const watched = watching(steps, () => {
      if (performance.now() - reportedAt < REPORT_AFTER_MS) return;
      reportedAt = performance.now();
      tell([...compared]);
    });
    compared[place] = (await inTurns(watched, turn)).at(-1);
  }
  return compared;
}

function* watching<Item>(items: Iterable<Item>, look: () => void): Generator<Item> {
  for (const item of items) {
    look();
    yield item;
  }
}
