import type { Catalog } from '../../catalog/catalog.ts';
import { placeholderNames } from '../../language/placeholder.ts';
import { type Caller, callerOf } from '../../simulate/caller.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { callsWithoutPermission } from '../../simulate/exemptions.ts';
import { prepare } from '../../simulate/prepare.ts';
import type { Answer } from '../answer.ts';
import { type ExactComparison, hasTwoReadings, withoutMissing } from '../compareExact.ts';
import { answerOf, type ExactQuestion } from '../decide/answerOf.ts';
import type { FoundRequest, SearchTools } from '../decide/newRequest.ts';
import { resourceInLayers } from '../decide/publishedActions.ts';
import { type AccessQuestion, statementForQuestion } from '../isAccessPossible.ts';
import { isPolicyShaped } from '../question/policyShape.ts';
import { type QuestionReading, readStatement } from '../question/readStatement.ts';
import type { Box } from '../question/test.ts';
import { SharedTests } from '../question/tests.ts';
import { callersFor, DEFAULT_CALLERS, distinctCallers } from './callers.ts';
import { allDocuments, type ReadLayers, readLayers, statementsWithPrincipals } from './layeredPolicies.ts';
import { layeredRequest } from './layeredRequest.ts';
import { CombinationTests, type LayeredSide, sideIn, type CallerSituation } from './allowedInLayers.ts';
import type { LayersOptions, LayersQuestion } from './layersQuestion.ts';
import { replayInLayers } from './replayInLayers.ts';

/**
 * Compares two sets of policies over every request that `simulate` takes, all layers combined as it combines them: `newAccess` is
 * what `after` allows and `before` does not. `none` is proven for every caller asked about; `some` comes with a request on which
 * `simulate` agrees. Keys are independent of each other and of who calls. A key that AWS's data says has one value has one; any
 * other may have a list of values, and every value may be the empty text. With a `catalog`, actions without resource types are
 * compared on `*`, and resource control policies have a say over the services that support them, as in `simulate`. Never throws:
 * of policies that `simulate` does not take, nothing is decided.
 */
export function compareLayers(
  before: PolicySet,
  after: PolicySet,
  options: LayersOptions = {},
): ExactComparison {
  if (isMalformed(before) || isMalformed(after)) return { newAccess: MALFORMED, removedAccess: MALFORMED };
  // Whatever the missing values are: they are the same on both sides.
  if (JSON.stringify(before) === JSON.stringify(after)) return { newAccess: SAME, removedAccess: SAME };
  const { among: questions = [] } = options;
  const all = { shared: new SharedTests(), ...options };
  return {
    newAccess: inBothReadings({ after, before, questions, options: all }),
    removedAccess: inBothReadings({ after: before, before: after, questions, options: all }),
  };
}

/**
 * Whether a set of policies allows some request of those asked about, all layers combined: `none` is proven for every request,
 * `some` comes with one. Of several questions, a request must be as each of them. The same rules as `compareLayers`.
 */
export const isAccessPossibleInLayers = (
  policies: PolicySet,
  asked: AccessQuestion | readonly AccessQuestion[],
  options: LayersOptions = {},
): Answer =>
  isMalformed(policies) ? MALFORMED : inBothReadings({ after: policies, questions: [asked].flat(), options });

const SAME: Answer = { kind: 'none', proven: true };
const MALFORMED: Answer = { kind: 'undecided', because: { reason: 'malformed' } };

/** Whether `simulate` would not take the policies, or a document has not the grammar's shape. */
const isMalformed = (set: PolicySet): boolean =>
  prepare(set).errors.length > 0 || !allDocuments(set).every(isPolicyShaped);

function inBothReadings(asked: LayersQuestion): Answer {
  const answer = readableAnswer(asked);
  const { options } = asked;
  const sets = setsOf(asked);
  if (!sets.flatMap(allDocuments).some(hasTwoReadings)) return answer;
  const reading = (options.reading ?? 'fields') === 'fields' ? 'short' : 'fields';
  const { kind } = readableAnswer({ ...asked, options: { ...options, reading } });
  return kind === answer.kind || kind === 'undecided' ? answer : { ...answer, otherReading: kind };
}

const setsOf = ({ after, before }: LayersQuestion): readonly PolicySet[] =>
  before === undefined ? [after] : [after, before];

function readableAnswer(asked: LayersQuestion): Answer {
  const { questions = [], options } = asked;
  const sets = setsOf(asked);
  const statements = sets.flatMap(statementsWithPrincipals);
  const { principals = [] } = options;
  const named = [principals, ...statements.map(({ Principal, NotPrincipal }) => [Principal, NotPrincipal])];
  const open = placeholderNames(JSON.stringify(named));
  if (open.length > 0)
    return { kind: 'undecided', because: { reason: 'missingValue', names: [...new Set(open)] } };
  if (principals.some((text) => callerOf(text) === undefined)) return MALFORMED;
  const documents = [...sets.flatMap(allDocuments), ...questions.map(documentOf)];
  const callers = options.principals
    ? options.principals.flatMap((text) => callerOf(text) ?? [])
    : callersFor(statements, options.callers ?? DEFAULT_CALLERS);
  const distinct = distinctCallers(callers, statements);
  return withoutMissing(documents, () => answerOf(exactQuestion(asked, documents, distinct), options));
}

/** A question as a policy that matches the same requests. */
const documentOf = (question: AccessQuestion) => ({
  Version: '2012-10-17',
  Statement: [statementForQuestion(question, 'Allow')],
});

function exactQuestion(
  asked: LayersQuestion,
  documents: ExactQuestion['documents'],
  callers: readonly Caller[],
): ExactQuestion {
  const { after, before, questions = [], options } = asked;
  return {
    documents,
    granting: allDocuments(after),
    rules: 'layers',
    resourceOf: resourceInLayers(options),
    read: (reading) => {
      const [one, other] = [readLayers(after, reading), before && readLayers(before, reading)];
      const box = questions.flatMap((question) => boxOf(statementForQuestion(question, 'Allow'), reading));
      return {
        boxes: [one, other].flatMap((read) => (read ? boxesIn(read) : [])).concat([box]),
        find: (tools) => find({ box, one, other, callers, catalog: options.catalog, tools }),
      };
    },
    isReplayed: replayInLayers(asked),
  };
}

const boxOf = (statement: Parameters<typeof readStatement>[0], reading: QuestionReading): Box =>
  readStatement(statement, true, reading).box;

const boxesIn = (read: ReadLayers): readonly Box[] =>
  Object.values(read).flatMap(({ statements }) => statements.map(({ box }) => box));

interface LayeredSearch {
  readonly box: Box;
  readonly one: ReadLayers;
  readonly other: ReadLayers | undefined;
  readonly callers: readonly Caller[];
  readonly catalog: Catalog | undefined;
  readonly tools: SearchTools;
}

/** Callers that the policies treat alike are looked at once. */
function find({ box, one, other, callers, catalog, tools }: LayeredSearch): FoundRequest | undefined {
  const combination = new CombinationTests(tools.tests);
  const seen = new Set<string>();
  for (const situation of callers.flatMap(situationsOf)) {
    const { caller, isForeign, isFree } = situation;
    const after = sideIn(one, situation, combination, catalog);
    const before = other && sideIn(other, situation, combination, catalog);
    const names = [after, before].map((side) => side && nameOfSide(side));
    const key = JSON.stringify([isFree && callsWithoutPermission(caller), ...names]);
    if (names[0] === names[1] || seen.has(key)) continue;
    seen.add(key);
    const limited = isFree ? [...box, combination.free(caller)] : box;
    const found = layeredRequest(limited, after, before, tools);
    const account = caller.account;
    if (found) return { ...found, caller: { principal: caller.text, account, isForeign } };
  }
  return undefined;
}

function situationsOf(caller: Caller): readonly CallerSituation[] {
  if (caller.account === undefined) return [{ caller, isForeign: false, isFree: false }];
  return [
    { caller, isForeign: false, isFree: false },
    { caller, isForeign: true, isFree: false },
    { caller, isForeign: false, isFree: true },
  ];
}

const nameOfSide = ({ ways, denies }: LayeredSide): string => {
  const named = (boxes: readonly Box[]): readonly string[] =>
    boxes.map((box) => box.map(({ test, holds }) => (holds ? test.id : -test.id)).join());
  return JSON.stringify([ways.map((way) => way.map(named)), named(denies)]);
};
