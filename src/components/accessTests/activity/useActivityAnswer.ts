import { useEffect, useState } from 'react';
import { askActivity, type AskedActivity, restartActivity } from '../../../state/activity/activityClient.ts';
import type { ActivityAnswer } from '../../../state/activity/activityProtocol.ts';
import type { WorkerFailure } from '../../../state/workers/messages.ts';

/** What came back for a question. */
interface QuestionOutcome {
  readonly question: AskedActivity;
  readonly outcome: ActivityAnswer | WorkerFailure;
}

export interface ActivityEvidence {
  /** The answer to this question; nothing while it is computed. */
  readonly answer: ActivityAnswer | undefined;
  /** While it is computed, the answer to the question before, to be shown as such. */
  readonly before: ActivityAnswer | undefined;
  readonly failure: WorkerFailure | undefined;
  retry(): void;
}

/** Asks the worker whenever the question is another object; keep it the same while nothing changes. */
export function useActivityAnswer(question: AskedActivity): ActivityEvidence {
  const [latest, setLatest] = useState<QuestionOutcome>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const store = (outcome: QuestionOutcome['outcome']) => setLatest({ question, outcome });
    return askActivity(question, store, store);
  }, [question, attempt]);
  const outcome = latest?.question === question ? latest.outcome : undefined;
  const failure = typeof outcome === 'string' ? outcome : undefined;
  return {
    answer: typeof outcome === 'string' ? undefined : outcome,
    before: latest && typeof latest.outcome !== 'string' ? latest.outcome : undefined,
    failure,
    retry: () => {
      setLatest(undefined);
      if (failure === 'silent') restartActivity();
      else setAttempt(attempt + 1);
    },
  };
}
