import type { DocumentKind, PolicyDocument } from '../../policies/language/policy.ts';
import type { ImportReading } from '../../policies/import/reading.ts';
import type { Recognition } from '../../policies/import/matchActivities/recognise.ts';

/** What the page asks of the worker that reads pasted texts, and what comes back. */

export interface Recognisable {
  readonly id: string;
  readonly policy: PolicyDocument;
  readonly kind: DocumentKind;
}

export type ImportQuestion =
  | { readonly ask: 'read'; readonly text: string }
  | { readonly ask: 'recognise'; readonly documents: readonly Recognisable[] };

export type ImportAnswer =
  | { readonly ask: 'read'; readonly reading: ImportReading }
  | {
      readonly ask: 'recognise';
      readonly recognised: readonly { readonly id: string; readonly recognition: Recognition }[];
    };
