import type { ReviewItem } from '../../state/import/reviewItems.ts';
import { isDocumentKind } from '../../state/import/reviewKind.ts';

const lines = {
  blank: 'Paste a policy or open a file first.',
  reading: 'Reading…',
  none: 'No policy found to add.',
  notSelected: 'Select at least one policy.',
  notInSets: 'You can’t add resource-based policies to a set.',
  invalid: 'Correct the policy first.',
} as const;

interface Looked {
  readonly isBlank: boolean;
  /** What is known is of the text on screen. */
  readonly isCurrent: boolean;
  /** The text where it is one policy, or the policies in it. */
  readonly items: readonly ReviewItem[];
}

/** Why no policy of a text can be added to the set. */
export function missingLine({ isBlank, isCurrent, items }: Looked): string {
  if (items.length === 0) {
    if (isBlank) return lines.blank;
    return isCurrent ? lines.none : lines.reading;
  }
  const wanted = items.filter(({ isWanted, found }) => isWanted || found === undefined);
  if (wanted.length === 0) return lines.notSelected;
  return wanted.every(({ kind }) => !isDocumentKind(kind)) ? lines.notInSets : lines.invalid;
}
