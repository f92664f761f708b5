import { useEffect, useState } from 'react';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { ActivityMatches } from '../../policies/activityCover/matchActivities/matchActivities.ts';
import { askImport } from '../../state/import/importClient.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';

export interface RecognitionState extends ActivityMatches {
  /** Why nothing is known. */
  readonly failure?: WorkerFailure;
}

const nothing: RecognitionState = { offers: [], statements: [] };

/** Which choices make what is in a document, found away from the page's own thread; nothing until that is known. */
export function useRecognition({ id, kind, policy }: ComposedDocument): RecognitionState {
  const [found, setFound] = useState<{
    readonly of: typeof policy;
    readonly recognition: RecognitionState;
  }>();
  useEffect(
    () =>
      askImport(
        { ask: 'recognize', documents: [{ id, kind, policy }] },
        (answer) => {
          if (answer.ask !== 'recognize') return;
          setFound({ of: policy, recognition: answer.recognized[0]?.recognition ?? nothing });
        },
        (failure) => setFound({ of: policy, recognition: { ...nothing, failure } }),
      ),
    [id, kind, policy],
  );
  return found?.of === policy ? found.recognition : nothing;
}
