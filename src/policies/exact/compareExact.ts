import type { PolicyDocument, Statement } from '../language/policy.ts';
import { isReadTwoWays } from '../simulate/resourcePattern.ts';
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
 * Compares two lists of policies over every request: a request is allowed by a list where some Allow of it matches and no Deny of
 * it. Actions that AWS has not published count, and every resource; condition keys are independent of each other and of the rest
 * of the request; no other layer and no rule of a service takes part. `none` is proven for every request; `some` comes with a
 * request, replayed by an evaluator of its own. Never throws: where a document has not the grammar's shape, both are `undecided`.
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

/** What `one` allows and `other` does not, as far as what is missing lets it be said, with the other reading's answer where that is another. */
export function inBothReadings(one: Documents, other: Documents, options: ExactOptions): Answer {
  const documents = [...one, ...other];
  if (!documents.every(isPolicyShaped)) return { kind: 'undecided', because: { reason: 'malformed' } };
  const isPart = isPartOf(one, other);
  const answerIn = (chosen: ExactOptions) =>
    withoutMissing(documents, () =>
      isPart ? { kind: 'none', proven: true } : answerOf(newAccessQuestion(one, other, chosen), chosen),
    );
  const answer = answerIn(options);
  if (!documents.some(hasTwoReadings)) return answer;
  const { kind } = answerIn({ ...options, reading: options.reading === 'plain' ? 'fields' : 'plain' });
  return kind === answer.kind || kind === 'undecided' ? answer : { ...answer, otherReading: kind };
}

/** Seen without reading: whether one side has no Allow that the other has not, and each of its Denies. */
function isPartOf(one: Documents, other: Documents): boolean {
  const [mine, theirs] = [textsOf(one), textsOf(other)];
  return (
    mine.Allow.size <= theirs.Allow.size &&
    [...mine.Allow].every((text) => theirs.Allow.has(text)) &&
    [...theirs.Deny].every((text) => mine.Deny.has(text))
  );
}

/** What statements say, and with which version; not their names. */
function textsOf(documents: Documents): Readonly<Record<Statement['Effect'], ReadonlySet<string>>> {
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

/** The answer, unless it depends on values that are missing where they are no text of a set. */
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
