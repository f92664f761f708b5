import { startTransition, useEffect, useState } from 'react';
import { askImport } from '../../state/import/importClient.ts';
import type { TextReading as Reading } from '../../state/import/reviewItems.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';

export interface TextReading extends Reading {
  /** Why it was not read: what is in the text is not known. */
  readonly failed?: WorkerFailure;
}

const PAUSE_MS = 200;

const nothing: TextReading = { text: '', policies: [], refusals: [] };

/** The reading of a text once its writer pauses, away from the page's own thread; of an empty one there is none. */
export function useImportReading(text: string, name: string): TextReading {
  const [reading, setReading] = useState(nothing);
  useEffect(() => {
    let cancel = () => {};
    const read = () => {
      if (text.trim() === '') return setReading(nothing);
      cancel = askImport(
        { ask: 'read', text, name },
        // Hundreds of policies are drawn in slices.
        (answer) => {
          if (answer.ask === 'read') startTransition(() => setReading({ text, ...answer.reading }));
        },
        (failed) => setReading({ ...nothing, text, failed }),
      );
    };
    const timer = setTimeout(read, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [text, name]);
  return reading;
}
