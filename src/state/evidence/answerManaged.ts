import { servicesOfPersonas } from '../../policies/activityCover/usedActivities.ts';
import { summarizePolicy } from '../../policies/access/policySummary.ts';
import { eachTestResult } from '../../policies/accessTests/runTests.ts';
import { summarize } from '../../policies/accessTests/testSummary.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { splitAction } from '../../policies/catalog/lookup.ts';
import { servicesOf } from '../../policies/catalog/servicesOf.ts';
import { withRoleInstances } from '../../policies/draft/roleInstances.ts';
import { summarizeGuarantees } from '../../policies/guarantees/guaranteeSummary.ts';
import { eachGuarantee } from '../../policies/guarantees/runGuarantees.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { compareWithManaged } from '../../policies/managedPolicies/compareWithManaged.ts';
import { managedActivities } from '../../policies/managedPolicies/managedActivities.ts';
import { neededForActions } from '../../policies/managedPolicies/neededForActions.ts';
import { replacementOf } from '../../policies/managedPolicies/replacement.ts';
import type { Turn } from '../workers/serve.ts';
import { inTurns } from './inTurns.ts';
import type { EvidenceAnswer } from './evidenceProtocol.ts';
import type {
  ManagedQuestion,
  NeededQuestion,
  ReplacementAnswer,
  ReplacementQuestion,
} from './managedProtocol.ts';

/** A managed policy in the words of the library, and what becomes of it with the activities that a team needs. */
export async function answerManaged(
  question: ManagedQuestion | NeededQuestion | ReplacementQuestion,
  ruleset: Ruleset,
  catalog: Catalog,
  turn: Turn,
  tell: (partial: EvidenceAnswer) => void,
): Promise<EvidenceAnswer> {
  if (question.kind === 'needed') {
    const { actions } = question;
    const named = actions.map((action) => splitAction(action)[0]);
    await loadAll([...new Set([...named, ...servicesOfPersonas(ruleset)])], catalog);
    return { kind: 'needed', found: neededForActions(actions, ruleset, catalog) };
  }
  const { policy } = question;
  await loadAll(servicesOf([policy]), catalog);
  if (question.kind === 'replacement') return replacement(question, ruleset, catalog, turn, tell);
  const activities = managedActivities(policy, ruleset, catalog);
  return { kind: 'managed', activities, summary: summarizePolicy(policy, catalog) };
}

const loadAll = (services: readonly string[], catalog: Catalog) =>
  Promise.all(services.map((prefix) => catalog.load(prefix)));

/** How often is reported how far it is, in milliseconds. */
const TELL_EVERY_MS = 300;

async function replacement(
  { policy, needed, values }: ReplacementQuestion,
  ruleset: Ruleset,
  catalog: Catalog,
  turn: Turn,
  tell: (partial: EvidenceAnswer) => void,
): Promise<ReplacementAnswer> {
  const made = replacementOf(needed, values, ruleset);
  await loadAll(servicesOf(made.documents.map((document) => document.policy)), catalog);
  const of = { ...made, ruleset: withRoleInstances(ruleset, made.draft), catalog };
  const results = await inTurns(eachTestResult(of.draft, of.documents, of.ruleset), turn);
  const guarantees = await inTurns(eachGuarantee(of), turn);
  const evidence = { tests: summarize(results, []), guarantees: summarizeGuarantees(guarantees) };
  const answer = (compared: number) => ({ kind: 'replacement', ...evidence, compared }) as const;
  let compared = 0;
  let reported = performance.now();
  const steps = compareWithManaged(policy, made.roles, catalog);
  const watched = watching(steps, () => {
    compared += 1;
    if (performance.now() - reported < TELL_EVERY_MS) return;
    reported = performance.now();
    tell(answer(compared));
  });
  const comparison = (await inTurns(watched, turn)).at(-1);
  return { ...answer(compared), ...(comparison && { comparison }) };
}

function* watching<Item>(items: Iterable<Item>, look: () => void): Generator<Item> {
  for (const item of items) {
    look();
    yield item;
  }
}
