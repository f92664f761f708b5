import { placementEffect } from '../../policies/access/placement/placementEffect.ts';
import { accessMatrix } from '../../policies/access/matrix.ts';
import type { MatrixContext } from '../../policies/access/matrixContexts.ts';
import {
  accountOf,
  namedServices,
  reachEndpoints,
  reachOfSubject,
  reachSubjects,
} from '../../policies/access/reach/roleReach.ts';
import {
  type AnsweredDifference,
  answeredDifference,
  reachDifferences,
} from '../../policies/access/reach/reachDifferences.ts';
import { rolePossibilities } from '../../policies/access/reach/reachable.ts';
import type { RoleReach } from '../../policies/access/reach/reachRow.ts';
import { eachTestResult, eachScenarioResult } from '../../policies/accessTests/runTests.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { NoData, type Turn } from '../workers/serve.ts';
import { answerGuarantees } from './answerGuarantees.ts';
import { answerReachable } from './answerReachable.ts';
import { type Compose, type ComposedDraft, composer } from './composePosted.ts';
import { inTurns } from './inTurns.ts';
import type {
  EvidenceAnswer,
  GuaranteesQuestion,
  MatrixAnswered,
  MatrixQuestion,
  PlacementQuestion,
  ReachableQuestion,
  ReachAnswer,
  ReachQuestion,
  TestsAnswer,
  TestsQuestion,
} from './evidenceProtocol.ts';

/** The questions that are about a draft and its policies. */
export type AboutDraft =
  | TestsQuestion
  | MatrixQuestion
  | ReachQuestion
  | ReachableQuestion
  | GuaranteesQuestion
  | PlacementQuestion;

/** Answers questions about the documents of drafts, which it composes first. */
export async function answerAboutDraft(
  question: AboutDraft,
  ruleset: Ruleset,
  open: () => Promise<Catalog>,
  turn: Turn,
): Promise<EvidenceAnswer> {
  const compose = composer(ruleset, open);
  switch (question.kind) {
    case 'tests':
      return runTests(question, compose, ruleset, turn);
    case 'matrix':
      return fillMatrix(await compose(question.drafted, 'all'), question.context, ruleset, await open());
    case 'reach':
      return computeReach(await compose(question.drafted), ruleset, await open(), turn);
    case 'reachable':
      return answerReachable(await compose(question.drafted), question, ruleset, await open(), turn);
    case 'guarantees':
      return answerGuarantees(await compose(question.drafted), ruleset, await open(), turn);
    case 'placement':
      return comparePlacements(question, compose, ruleset, await open(), turn);
    default:
      return question satisfies never;
  }
}

async function runTests(
  { drafted }: TestsQuestion,
  compose: Compose,
  ruleset: Ruleset,
  turn: Turn,
): Promise<TestsAnswer> {
  const { draft, documents } = await compose(drafted, 'all');
  const results = await inTurns(eachTestResult(draft, documents, ruleset), turn);
  // Scenarios pass the roles that the export creates, and no examples of other roles.
  const scenarios = await compose(drafted, 'butRoles');
  const tasks = await inTurns(eachScenarioResult(scenarios.draft, scenarios.documents, ruleset), turn);
  return { kind: 'tests', results, tasks, withExamples: draft !== drafted.draft };
}

const SERVICE = 'sagemaker';

async function fillMatrix(
  { draft, documents }: ComposedDraft,
  context: MatrixContext,
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
  { draft, documents }: ComposedDraft,
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
  question: PlacementQuestion,
  compose: Compose,
  ruleset: Ruleset,
  catalog: Catalog,
  turn: Turn,
): Promise<EvidenceAnswer> {
  const [before, after] = [await compose(question.before), await compose(question.after)];
  const documents = [...before.documents, ...after.documents];
  await Promise.all(
    namedServices(documents.map(({ policy }) => policy)).map((prefix) => catalog.load(prefix)),
  );
  const pieces = await inTurns(placementEffect(before, after, catalog, ruleset), turn);
  return { kind: 'placement', effect: pieces.at(-1) ?? { state: 'noRoles' } };
}
