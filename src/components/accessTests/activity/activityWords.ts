import { countWithNoun, inFigures } from '../../../policies/language/counts.ts';
import type { RefusalChange } from '../../../policies/accessTests/refusals/refusalChange.ts';
import { findActivity, type Ruleset } from '../../../policies/library/ruleset.ts';
import type {
  ActivitySummary,
  OfferedSelection,
  RoleSummary,
} from '../../../state/activity/activityProtocol.ts';
import type { WorkerFailure } from '../../../state/workers/messages.ts';

/** What is said of events and of what allows them. */

export const failedWords: Readonly<Record<WorkerFailure, string>> = {
  notStarted: 'Couldn’t start reading. Reload the page to try again.',
  noData: 'Couldn’t load the data on actions. Check your connection, and then try again.',
  stopped: 'Reading stopped twice. Try fewer or smaller files.',
  silent: 'No response for 60 seconds. It may still come.',
};

/** “4,212 events, Nov 2, 2026 to Nov 16, 2026”. */
export function eventsLine({ events, period: { from, to } }: ActivitySummary): string {
  const days = [dayOf(from), dayOf(to)].filter((day) => day !== '');
  const period = days.length === 0 ? ', without times' : `, ${[...new Set(days)].join(' to ')}`;
  return `${countWithNoun(events, 'event')}${period}`;
}

export const periodOf = ({ period: { from, to } }: ActivitySummary): string =>
  from === '' ? 'These events have no times' : `The events cover ${dayOf(from)} to ${dayOf(to)}`;

const dayOf = (time: string): string =>
  time === ''
    ? ''
    : new Date(time).toLocaleDateString('en-US', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      });

/** A role by its name, a user as such. */
export function callerName(caller: string): string {
  if (caller === '') return 'No role named';
  const [, kind = '', name = ''] = /:(role|user|assumed-role|federated-user)\/(.+)$/.exec(caller) ?? [];
  if (name === '') return caller.endsWith(':root') ? 'Root user' : caller;
  return kind === 'user' ? `${name} (user)` : name;
}

/** Separate counts, with what each means. */
export const countRows = ({
  counts,
  further,
}: RoleSummary): readonly (readonly [label: string, count: number])[] => [
  ['Calls with an action and a resource', counts.mapped],
  ['Calls without a resource in the event', counts.withoutResource],
  ['Calls that AWS services made for this role', counts.byService],
  ['Calls that AWS denied', counts.denied],
  ['Calls that need no permission', counts.free],
  ['Events that are not mapped to an action', counts.unmapped],
  ['Additional permission checks that CloudTrail doesn’t log', further],
];

/** An activity or option of a selection in one line; nothing for values, which have a list of their own. */
export function changeLine(change: RefusalChange, ruleset: Ruleset): string {
  if (change.kind === 'activity') {
    const activity = findActivity(change.activity, ruleset);
    const options = (activity?.options ?? []).flatMap(
      ({ id, label, default: left, recommended, choices }) => {
        const value = change.options[id];
        const isUsual = value === undefined || value === (recommended ?? left);
        const choice = choices.find((one) => one.value === value);
        return isUsual ? [] : [`“${label}” set to “${choice?.label ?? value}”`];
      },
    );
    return [`“${activity?.title ?? change.activity}”`, ...options].join(', ');
  }
  if (change.kind !== 'option') return '';
  const activity = findActivity(change.activity, ruleset);
  const option = activity?.options.find(({ id }) => id === change.option);
  const choice = option?.choices.find(({ value }) => value === change.value);
  return `“${option?.label ?? change.option}” set to “${choice?.label ?? change.value}” in “${activity?.title ?? change.activity}”`;
}

/** How many of the calls a selection allows. */
export const allowedWords = ({ letThrough, leftOpen }: OfferedSelection, calls: number): string =>
  leftOpen > 0
    ? `The selection allows ${inFigures(letThrough)} of ${countWithNoun(calls, 'call')}, and ${inFigures(letThrough + leftOpen)} with the broader activities below.`
    : `Its activities can allow ${inFigures(letThrough)} of ${countWithNoun(calls, 'call')}.`;
