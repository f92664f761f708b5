import type { AccessRequest } from '../../simulate/request.ts';
import { prepare } from '../../simulate/prepare.ts';
import type { PreparedPolicySet } from '../../simulate/preparedPolicySet.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { type Standin, standinsFor } from '../decide/witness.ts';
import { type AccessQuestion, statementForQuestion } from '../isAccessPossible.ts';
import type { ExactRequest } from '../replay/replay.ts';
import type { LayersQuestion } from './layersQuestion.ts';

/** A request that was found, as `simulate` takes it. */
export const accessRequestOf = ({
  principal = 'arn:aws:iam::111122223333:role/example',
  action,
  resource,
  resourceAccount,
  context,
}: ExactRequest): AccessRequest => ({
  principal,
  action,
  resource: { arn: resource, ...(resourceAccount === undefined ? {} : { accountId: resourceAccount }) },
  context,
});

/**
 * Tells of requests whether `simulate` allows them after, and does not before, whatever placeholders stand for. The policies are
 * prepared once, and only where a request is asked about.
 */
export function replayInLayers(asked: LayersQuestion): (witness: ExactRequest) => boolean {
  let rounds: readonly Round[] | undefined;
  return (witness) => (rounds ??= roundsOf(asked)).every((round) => isAsAsked(witness, round, asked.options));
}

/** The policies and questions with a text in place of each placeholder. */
interface Round {
  readonly standin: Standin;
  readonly after: PreparedPolicySet;
  readonly before: PreparedPolicySet | undefined;
  readonly questions: readonly PreparedPolicySet[];
}

function roundsOf({ after, before, questions = [] }: LayersQuestion): readonly Round[] {
  const sets = { after, before, asked: questions.map(onlyAsked) };
  return standinsFor(sets).map((standin) => {
    const replaced = standin(sets);
    return {
      standin,
      after: prepare(replaced.after),
      before: replaced.before && prepare(replaced.before),
      questions: replaced.asked.map((one) => prepare(one)),
    };
  });
}

function isAsAsked(
  witness: ExactRequest,
  { standin, after, before, questions }: Round,
  options: LayersQuestion['options'],
): boolean {
  const replaced = standin(witness);
  const request = accessRequestOf(replaced);
  const fromService = accessRequestOf({ ...replaced, principal: SERVICE });
  return (
    isAllowed(after, request, options) === true &&
    (before === undefined || isAllowed(before, request, options) === false) &&
    questions.every((question) => isAllowed(question, fromService, options) === true)
  );
}

/** Nothing where the simulator does not take the request. */
function isAllowed(
  set: PreparedPolicySet,
  request: AccessRequest,
  { catalog, reading = 'fields' }: LayersQuestion['options'],
): boolean | undefined {
  const { verdict, otherReading } = set.verdict(request, catalog ? { catalog } : {});
  const counts = reading === 'fields' ? verdict : (otherReading?.verdict ?? verdict);
  return counts === 'error' || counts === 'unknown' ? undefined : counts === 'allowed';
}

/** Policies that allow the requests asked about, and no others. */
const onlyAsked = (question: AccessQuestion): PolicySet => ({
  identity: [],
  resource: {
    Version: '2012-10-17',
    Statement: [{ ...statementForQuestion(question, 'Allow'), Principal: '*' }],
  },
});

/** A caller that no rule but the policy of the resource is for. */
const SERVICE = 'example.amazonaws.com';
