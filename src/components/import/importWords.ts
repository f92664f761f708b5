import { WHOLE } from '../../state/import/intake.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { type Checked, checkLine } from './useCheckedText.ts';
import type { Review } from './useImportReview.ts';

/** What the reading of an import is called on the page. */

export type PlaceOf = (offset: number) => string;

/** Says of each place of a text where it is: `line 3, column 14`. The text is gone through once. */
export const placesOf = (text: string): PlaceOf =>
  placesFrom([0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)]);

/** The same by the places where lines begin. */
export function placesFrom(starts: ArrayLike<number>): PlaceOf {
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return `line ${low + 1}, column ${offset - (starts[low] ?? 0) + 1}`;
  };
}

const didNotStart = 'Couldn’t read the text: the reader didn’t start. Change the text to try again.';

/** Nothing is known about what is in the text, and what to do. */
export const notRead: Readonly<Record<WorkerFailure, string>> = {
  notStarted: didNotStart,
  noData: didNotStart,
  stopped: 'Couldn’t read the text: the reader stopped twice. Change the text to try again.',
  silent: 'Couldn’t read the text: no response for 30 seconds.',
};

/** What was found in the text, and the state of the checks of what is shown, in one line. */
export function statusLine({ intake, reading, isCurrent, items, shown }: Review, checked: Checked): string {
  if (intake.text.trim() === '' && items.length === 0 && !intake.files) return '';
  if (!isCurrent && !shown) return 'Reading…';
  const found = reading.failed
    ? notRead[reading.failed]
    : shown?.key === WHOLE && !shown.found
      ? ''
      : foundLine(reading);
  return [found, shown && checkLine(checked, shown.text)].filter(Boolean).join(' ');
}

function foundLine({ policies, refusals }: Review['reading']): string {
  if (policies.length === 0) return 'No policy found.';
  const found = policies.length === 1 ? '1 policy found.' : `${policies.length} policies found.`;
  return refusals.length === 0 ? found : `${found} Not imported: ${refusals.length}.`;
}
