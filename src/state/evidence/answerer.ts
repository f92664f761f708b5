import { accessMatrix } from '../../policies/access/matrix.ts';
import {
  accountOf,
  namedServices,
  reachEndpoints,
  reachOfSubject,
  reachSubjects,
} from '../../policies/access/reach/roleReach.ts';
import { placementEffect } from '../../policies/access/placement/placementEffect.ts';
import {
  type AnsweredDifference,
  answeredDifference,
  reachDifferences,
} from '../../policies/access/reach/reachDifferences.ts';
import { rolePossibilities } from '../../policies/access/reach/reachable.ts';
import type { RoleReach } from '../../policies/access/reach/reachRow.ts';
import { guidePolicies, guideResemblance } from '../../policies/access/review/guideResemblance.ts';
import {
  findActivitiesThatAllow,
  findOptionsThatAllow,
} from '../../policies/accessTests/activitiesThatAllow.ts';
import { answerRefusal } from '../../policies/accessTests/refusals/answerRefusal.ts';
import { answerWithoutRole } from '../../policies/accessTests/refusals/answerWithoutRole.ts';
import { deliver } from '../../policies/compose/deliver.ts';
import { eachTestResult, eachScenarioResult } from '../../policies/accessTests/runTests.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { splitAction } from '../../policies/catalog/lookup.ts';
import { withRoleInstances } from '../../policies/draft/roleInstances.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Preset } from '../../policies/library/preset.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { findFlips } from '../../policies/simulate/counterfactuals.ts';
import { simulate } from '../../policies/simulate/simulate.ts';
import { servicesOf } from '../../policies/catalog/servicesOf.ts';
import { answerManaged } from './answerManaged.ts';
import { answerGuarantees } from './answerGuarantees.ts';
import { answerReachable } from './answerReachable.ts';
import { inTurns } from './inTurns.ts';
import { type AnsweringInTurns, NoData, type Turn } from '../workers/serve.ts';
import { comparePairs, review } from './comparisons.ts';
import type {
  DecisionQuestion,
  EvidenceAnswer,
  FlipsQuestion,
  MatrixAnswered,
  MatrixQuestion,
  OffersQuestion,
  PlacementQuestion,
  PostedQuestion,
  ReachAnswer,
  ReachQuestion,
  RefusalQuestion,
  ResemblanceQuestion,
  TestsAnswer,
  TestsQuestion,
  UnknownKeysQuestion,
} from './evidenceProtocol.ts';

type Open = (address: string) => Promise<Catalog>;
type AboutDraft = Extract<PostedQuestion, { readonly drafted: unknown }>;

/** What answers the questions of the page, without a worker around it. */
export function answerer(open: Open): AnsweringInTurns<PostedQuestion, EvidenceAnswer> {
  const libraryWith = libraryReader();
  const rulesetWith = rulesetReader(libraryWith);
  const drafted = async ({ preset, drafted: { draft }, catalog }: AboutDraft) =>
    [rulesetWith(preset, draft), await open(catalog)] as const;
  return async (question, turn, tell) => {
    const catalog = () => open(question.catalog);
    switch (question.kind) {
      case 'tests':
        return runTests(question, rulesetWith(question.preset, question.tests.draft), turn);
      case 'matrix':
        return fillMatrix(question, rulesetWith(question.preset, question.filled.draft), await catalog());
      case 'reach':
        return computeReach(question, ...(await drafted(question)), turn);
      case 'reachable':
        return answerReachable(question, ...(await drafted(question)), turn);
      case 'guarantees':
        return answerGuarantees(question, ...(await drafted(question)), turn);
      case 'placement':
        return comparePlacements(
          question,
          rulesetWith(question.preset, question.after.draft),
          await catalog(),
          turn,
        );
      case 'comparison':
        return comparePairs(question, await catalog(), turn, tell);
      case 'review':
        return review(question, await catalog(), turn, tell);
      case 'resemblance':
        return resemblance(question, await catalog());
      case 'unknownKeys':
        return unknownKeysOf(question, await catalog());
      case 'decision':
      case 'flips':
        return explain(question);
      case 'offers':
      case 'optionOffers':
        return findOffers(question, rulesetWith(question.preset, question.draft));
      case 'refusal':
        return answer(question, rulesetWith(question.preset, question.draft), await catalog());
      case 'managed':
      case 'needed':
      case 'replacement':
        return answerManaged(question, libraryWith(question.preset), await catalog(), turn, tell);
      default:
        return question satisfies never;
    }
  };
}

/**
 * Presets come with every question, and mostly it is the same one. Each role of the question's draft is a persona: without them,
 * further roles of a persona would be neither tested nor shown.
 */
const rulesetReader =
  (libraryWith: LibraryReader) =>
  (preset: Preset | null, draft: Draft): Ruleset =>
    withRoleInstances(libraryWith(preset), draft);

type LibraryReader = (preset: Preset | null) => Ruleset;

function libraryReader(): LibraryReader {
  let last: { readonly text: string; readonly ruleset: Ruleset } | undefined;
  return (preset) => {
    if (preset === null) return builtIn;
    const text = JSON.stringify(preset);
    last = last?.text === text ? last : { text, ruleset: rulesetOf(preset) };
    return last.ruleset;
  };
}

async function runTests(
  { tests, scenarios }: TestsQuestion,
  ruleset: Ruleset,
  turn: Turn,
): Promise<TestsAnswer> {
  return {
    kind: 'tests',
    results: await inTurns(eachTestResult(tests.draft, tests.documents, ruleset), turn),
    tasks: await inTurns(eachScenarioResult(scenarios.draft, scenarios.documents, ruleset), turn),
  };
}

function explain(question: DecisionQuestion | FlipsQuestion): EvidenceAnswer {
  const { request, policies } = question;
  if (question.kind === 'flips') return { kind: 'flips', flips: findFlips(request, policies) };
  const { missingKeys } = question;
  return { kind: 'decision', decision: simulate(request, policies, { missingKeys }) };
}

async function unknownKeysOf(
  { request, policies }: UnknownKeysQuestion,
  catalog: Catalog,
): Promise<EvidenceAnswer> {
  const [service] = splitAction(request.action);
  await catalog.load(service);
  const isKnownAction = catalog.actions(request.action).state !== 'unknown';
  const { unknownKeys } = simulate(request, policies, { catalog });
  return { kind: 'unknownKeys', isKnownAction, unknownKeys };
}

function findOffers(
  { kind, draft, persona, request, otherSide }: OffersQuestion,
  ruleset: Ruleset,
): EvidenceAnswer {
  return kind === 'offers'
    ? { kind, offers: findActivitiesThatAllow(draft, persona, request, ruleset) }
    : { kind, offers: findOptionsThatAllow(draft, persona, request, ruleset, otherSide) };
}

/** The services of the draft's policies are loaded: what is offered is checked as well. */
async function answer(
  { draft, call, resources, persona }: RefusalQuestion,
  ruleset: Ruleset,
  catalog: Catalog,
): Promise<EvidenceAnswer> {
  const policies = deliver(draft, ruleset).documents.map(({ policy }) => policy);
  const [service] = splitAction(call.action);
  await Promise.all([...new Set([service, ...servicesOf(policies)])].map((prefix) => catalog.load(prefix)));
  const asked = { call, resources, ruleset, catalog };
  return persona === undefined
    ? { kind: 'refusalStarts', answer: answerWithoutRole(asked) }
    : { kind: 'refusal', answer: answerRefusal(draft, { ...asked, persona }) };
}

const SERVICE = 'sagemaker';

async function fillMatrix(
  { filled: { draft, documents }, context }: MatrixQuestion,
  ruleset: Ruleset,
  catalog: Catalog,
): Promise<MatrixAnswered> {
  await catalog.load(SERVICE);
  const matrix = accessMatrix(draft, documents, catalog, context, ruleset, SERVICE);
  if (!matrix) throw new NoData(SERVICE);
  return { kind: 'matrix', matrix };
}

/** Services whose data cannot be loaded are in the answer as such. */
async function computeReach(
  { drafted: { draft, documents } }: ReachQuestion,
  ruleset: Ruleset,
  catalog: Catalog,
  turn: Turn,
): Promise<ReachAnswer> {
  const services = namedServices(documents.map(({ policy }) => policy));
  await Promise.all(services.map((prefix) => catalog.load(prefix)));
  const setting = { catalog, services, account: accountOf(draft), endpoints: reachEndpoints(documents) };
  const roles: RoleReach[] = [];
  for (const subject of reachSubjects(draft, documents, ruleset)) {
    const pieces = await inTurns(reachOfSubject(subject, setting), turn);
    roles.push(...pieces.slice(-1));
  }
  const possibilities = rolePossibilities({ draft, documents, ruleset, catalog, services });
  const differences: AnsweredDifference[] = [];
  for (const difference of reachDifferences(roles)) {
    const role = possibilities.get(difference.role);
    const answered = role && answeredDifference(difference, (row) => role.ofRow(row, []).answer.state);
    if (answered) differences.push(answered);
    await turn();
  }
  return { kind: 'reach', roles, differences };
}

async function comparePlacements(
  { before, after }: PlacementQuestion,
  ruleset: Ruleset,
  catalog: Catalog,
  turn: Turn,
): Promise<EvidenceAnswer> {
  const documents = [...before.documents, ...after.documents];
  await Promise.all(
    namedServices(documents.map(({ policy }) => policy)).map((prefix) => catalog.load(prefix)),
  );
  const pieces = await inTurns(placementEffect(before, after, catalog, ruleset), turn);
  return { kind: 'placement', effect: pieces.at(-1) ?? { state: 'noRoles' } };
}

async function resemblance({ policy }: ResemblanceQuestion, catalog: Catalog): Promise<EvidenceAnswer> {
  await Promise.all(servicesOf([policy, ...guidePolicies]).map((prefix) => catalog.load(prefix)));
  return { kind: 'resemblance', resemblance: guideResemblance(policy, catalog) };
}
