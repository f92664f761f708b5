import { digest } from '../language/digest.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';

/** A short text that is the same for the same policies, however they are printed. */
export const policiesMark = (documents: readonly Pick<ComposedDocument, 'id' | 'policy'>[]): string =>
  digest(JSON.stringify(documents.map(({ id, policy }) => [id, policy])));
