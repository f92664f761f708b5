import { undecidedWords } from '../../policies/access/everyRequest/everyRequestWords.ts';
import type { ActionState } from '../../policies/managedPolicies/compareWithManaged.ts';
import type { Undecided } from '../../policies/exact/answer.ts';
import type { AccessRequest } from '../../policies/simulate/request.ts';

/** What becomes of actions, in words. */

export interface StateWords {
  readonly title: string;
  readonly help: string;
  readonly mark: string;
  readonly color: string;
}

export const stateWords: Readonly<Record<ActionState, StateWords>> = {
  lost: {
    title: 'Lost',
    help: 'The managed policy allows these actions, and no role with the selected activities does.',
    mark: '▼',
    color: 'var(--narrows)',
  },
  narrowed: {
    title: 'Kept in part',
    help: 'A role allows them on fewer resources or with more conditions. Each one has a request that is no longer allowed.',
    mark: '▼',
    color: 'var(--narrows)',
  },
  kept: {
    title: 'Kept',
    help: 'A role allows every request that the managed policy allows.',
    mark: '✓',
    color: 'var(--allow)',
  },
  undecided: {
    title: 'Undecided',
    help: 'It couldn’t be decided for every request.',
    mark: '?',
    color: 'var(--caution)',
  },
};

export const newWords: StateWords = {
  title: 'New',
  help: 'A role allows a request that the managed policy doesn’t allow. Clear the activity if your team doesn’t need it.',
  mark: '▲',
  color: 'var(--widens)',
};

/** `on arn:… with key = value`. */
export function requestText({ resource: { arn }, context }: AccessRequest): string {
  const keys = Object.entries(context).map(([key, values]) => `${key} = ${[values].flat().join(', ')}`);
  return `on ${arn}${keys.length > 0 ? ` with ${keys.join(' and ')}` : ''}`;
}

export const becauseText = (because: Undecided | undefined): string =>
  because ? undecidedWords(because) : 'No request was found that shows it.';

/** What the day of the data means. */
export const dataNote = (day: string): string =>
  `The data is of ${day}. AWS can change a managed policy at any time: compare the version with the one in your account. If they differ, paste the current version into Import to see what changed.`;
