import type { PolicyDocument, Statement } from '../language/policy.ts';
import { isReadTwoWays } from '../language/resourcePattern.ts';
import type { Answer, Documents, ExactOptions } from './answer.ts';
import { ANY_RESOURCE } from './decide/actionCases.ts';
import { answerOf, type ExactQuestion } from './decide/answerOf.ts';
import { newRequest } from './decide/newRequest.ts';
import { isReplayed } from './decide/witness.ts';
import { missingKeys, missingPresence } from './question/missingParts.ts';
import { isPolicyShaped } from './question/policyShape.ts';
import { sideOf } from './question/readQuestion.ts';
import { SharedTests } from './question/tests.ts';

/** What is allowed after and was not before, and the other way round. */
export interface ExactComparison {
  readonly newAccess: Answer;
  readonly removedAccess: Answer;
}

/**
 * Compares two lists of policies over every request. A list allows a request if one of its Allow statements matches and none of its
 * Deny statements does. The requests include every resource and actions that AWS hasn't published. Condition keys are treated as
 * independent of each other and of the rest of the request. Other policy types and rules of services aren't considered. `none` is
 * proven for every request; `some` comes with a request that a separate evaluator confirmed. Never throws: if a document isn't
 * shaped like a policy, both answers are `undecided`.
 */
export function compareExact(
  before: Documents,
  after: Documents,
  options: ExactOptions = {},
): ExactComparison {
  const all = { shared: new SharedTests(), ...options };
  return {
    newAccess: inBothReadings(after, before, all),
    removedAccess: inBothReadings(before, after, all),
  };
}

/**
 * What `one` allows and `other` does not; `undecided` if that depends on missing values. Some resource patterns can be interpreted
 * in two ways: `otherReading` is the answer with the other interpretation, if it differs.
 */
export function inBothReadings(one: Documents, other: Documents, options: ExactOptions): Answer {
  const documents = [...one, ...other];
  if (!documents.every(isPolicyShaped)) return { kind: 'undecided', because: { reason: 'malformed' } };
  // Whatever the missing values are: they are the same on both sides.
  if (isPartOf(one, other)) return { kind: 'none', proven: true };
  const answerIn = (chosen: ExactOptions) =>
    withoutMissing(documents, () => answerOf(newAccessQuestion(one, other, chosen), chosen));
  const answer = answerIn(options);
  const { reading = 'fields' } = options;
  if (reading !== 'plain' && !documents.some(hasTwoReadings)) return answer;
  const { kind } = answerIn({ ...options, reading: reading === 'fields' ? 'short' : 'fields' });
  return kind === answer.kind || kind === 'undecided' ? answer : { ...answer, otherReading: kind };
}

/** A quick check on the texts: whether `other` has every Allow statement of `one`, and `one` has every Deny statement of `other`. */
function isPartOf(one: Documents, other: Documents): boolean {
  const [mine, theirs] = [statementTexts(one), statementTexts(other)];
  return (
    mine.Allow.size <= theirs.Allow.size &&
    [...mine.Allow].every((text) => theirs.Allow.has(text)) &&
    [...theirs.Deny].every((text) => mine.Deny.has(text))
  );
}

/** The statements as text, with the policy's version and without Sids. */
function statementTexts(documents: Documents): Readonly<Record<Statement['Effect'], ReadonlySet<string>>> {
  const texts = { Allow: new Set<string>(), Deny: new Set<string>() };
  for (const { Version, Statement } of documents)
    for (const { Sid: _, Effect, ...rest } of [Statement].flat())
      texts[Effect].add(JSON.stringify([Version, rest]));
  return texts;
}

/** Whether `one` allows a request that `other` does not. */
const newAccessQuestion = (
  one: Documents,
  other: Documents,
  { reading = 'fields' }: ExactOptions,
): ExactQuestion => ({
  documents: [...one, ...other],
  granting: one,
  rules: 'documents',
  resourceOf: ANY_RESOURCE,
  read: (read) => {
    const [after, before] = [sideOf(one, read), sideOf(other, read)];
    return {
      boxes: [after, before].flatMap(({ allows, denies }) => [...allows, ...denies]),
      find: (tools) => newRequest(after, before, tools),
    };
  },
  isReplayed: (witness) => isReplayed(one, other, witness, reading),
});

/** The answer; `undecided` if it depends on missing values. */
export function withoutMissing(documents: Documents, answerTo: () => Answer): Answer {
  const presence = missingPresence(documents);
  const answer = presence.length > 0 ? missing(presence) : answerTo();
  const keys = answer.kind === 'some' ? missingKeys(documents) : [];
  return keys.length > 0 ? missing(keys) : answer;
}

const missing = (names: readonly string[]): Answer => ({
  kind: 'undecided',
  because: { reason: 'missingValue', names: [...new Set(names)] },
});

export const hasTwoReadings = ({ Statement }: PolicyDocument): boolean =>
  [Statement]
    .flat()
    .some(({ Resource, NotResource }) => [Resource ?? NotResource ?? []].flat().some(isReadTwoWays));
