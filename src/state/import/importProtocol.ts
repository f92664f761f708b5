import type { DocumentKind, PolicyDocument } from '../../policies/language/policy.ts';
import type { FoundPolicy, ImportReading, Refusal } from '../../policies/import/importReading.ts';
import type { ActivityMatches } from '../../policies/activityCover/matchActivities/matchActivities.ts';

/** What the page asks of the worker that reads pasted texts, and what comes back. */

export interface ActivityRecognition {
  readonly id: string;
  readonly policy: PolicyDocument;
  readonly kind: DocumentKind;
}

export type ImportQuestion =
  /** `name`: of the file that the text is. */
  | { readonly ask: 'read'; readonly text: string; readonly name: string }
  /** Files that are too large for a text field. */
  | { readonly ask: 'files'; readonly files: readonly File[] }
  | { readonly ask: 'recognize'; readonly documents: readonly ActivityRecognition[] };

export type ImportAnswer =
  /** How much of the files is read, from 0 to 1. */
  | { readonly ask: 'files'; readonly progress: number }
  /** Some of the policies: all at once would hold up the page. */
  | { readonly ask: 'files'; readonly policies: readonly FoundPolicy[] }
  | { readonly ask: 'files'; readonly refusals: readonly Refusal[]; readonly lineStarts: Uint32Array }
  | { readonly ask: 'read'; readonly reading: ImportReading }
  | {
      readonly ask: 'recognize';
      readonly recognized: readonly { readonly id: string; readonly recognition: ActivityMatches }[];
    };
