import { startTransition, useEffect, useId, useState } from 'react';
import { askEvidence, restartEvidence } from '../../state/evidence/evidenceClient.ts';
import type { EvidenceAnswer, EvidenceQuestion } from '../../state/evidence/evidenceProtocol.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';

/** An answer, and what was given along with its question. */
export interface Answered<About> {
  readonly answer: EvidenceAnswer;
  readonly about: About;
}

/** What is known of a question. An answer to an older question is never shown as if it were of this one. */
export type Evidence<About> =
  | ({ readonly state: 'answered' } & Answered<About>)
  /** `before`: the answer to the question before, to be shown as such. */
  | { readonly state: 'computing'; readonly before: Answered<About> | undefined }
  | { readonly state: 'failed'; readonly failure: WorkerFailure; retry(): void };

interface Received<About> {
  readonly question: EvidenceQuestion;
  readonly about: About;
  readonly outcome: EvidenceAnswer | WorkerFailure;
}

/** Asks the evidence worker whenever the question is another object; keep it the same while nothing changes. */
export function useEvidence<About>(question: EvidenceQuestion, about: About): Evidence<About> {
  const [received, setReceived] = useState<Received<About>>();
  const [attempt, setAttempt] = useState(0);
  // Two parts of the page that ask the same each get their answer.
  const id = useId();
  useEffect(() => {
    // Long lists are drawn when there is time; typing goes first.
    const receive = (outcome: Received<About>['outcome']) =>
      startTransition(() => setReceived({ question, about, outcome }));
    return askEvidence({ ...question, place: `${question.place} ${id}` }, receive, receive);
  }, [question, about, attempt, id]);
  if (received?.question !== question)
    return { state: 'computing', before: received && answeredBy(received) };
  if (typeof received.outcome !== 'string')
    return { state: 'answered', answer: received.outcome, about: received.about };
  const failure = received.outcome;
  const retry = () => {
    setReceived(undefined);
    if (failure === 'silent') restartEvidence();
    else setAttempt(attempt + 1);
  };
  return { state: 'failed', failure, retry };
}

const answeredBy = <About>({ outcome, about }: Received<About>): Answered<About> | undefined =>
  typeof outcome === 'string' ? undefined : { answer: outcome, about };

/** What to show: the answer, or while it is on its way the one before. */
export function shownAnswer<About>(evidence: Evidence<About>): Answered<About> | undefined {
  if (evidence.state === 'answered') return evidence;
  return evidence.state === 'computing' ? evidence.before : undefined;
}

/** Why there is no answer, as the second half of a sentence. */
export const failureWords: Readonly<Record<WorkerFailure, string>> = {
  notStarted: 'couldn’t start the computation',
  stopped: 'the computation stopped',
  silent: 'no response for 20 seconds',
  noData: 'couldn’t load the data on actions',
};
