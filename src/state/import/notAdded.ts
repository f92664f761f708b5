import { editLimitsSentence } from '../../policies/handEdits/readEdits.ts';
import type { ImportedPolicies } from './addImported.ts';

/** What of an import was not done, and what was. */
export function notAdded({ ids, tooLarge, snapshotSaved }: ImportedPolicies): string {
  const sentences = [
    ...(tooLarge.length > 0
      ? [`Too large for a draft, and not added: ${tooLarge.join(', ')}. ${editLimitsSentence}`]
      : []),
    ids.length === 0
      ? 'No policy was added. Add it in parts, or keep it here to check it.'
      : `The ${tooLarge.length > 0 ? 'other ' : ''}policies were added.`,
    ...(snapshotSaved
      ? []
      : ['You have the maximum number of snapshots, so none was saved before the import.']),
  ];
  return sentences.join(' ');
}
