import { countWithNoun, someNames } from '../../../policies/language/counts.ts';
import type { FarWiderActivity } from '../../../policies/activityCover/coverWithActivities.ts';
import { countOf } from '../../../policies/simulate/usedCall.ts';
import { findActivity } from '../../../policies/library/ruleset.ts';
import { useRuleset } from '../../../state/store.ts';
import { Choice } from '../../common/Choice.tsx';
import { ForeignText } from '../../common/ForeignText.tsx';
import { Note } from '../../common/Note.tsx';

interface FarWiderProps {
  readonly wider: FarWiderActivity;
  readonly isPicked: boolean;
  onPick(isPicked: boolean): void;
}

/** Calls that no selected activity allows, and the one that does, which is not selected by itself: it allows far more. */
export function FarWider({ wider, isPicked, onPick }: FarWiderProps) {
  const { activity, calls } = wider;
  const title = findActivity(activity, useRuleset())?.title ?? activity;
  const count = countOf(calls);
  const names = [
    ...new Set(calls.map(({ action, resource }) => (resource ? `${action} on ${resource}` : action))),
  ];
  return (
    <div role="group" aria-label={`Not covered: ${title}`}>
      <Note tone="warning" mt={3} mb={3}>
        No selected activity allows {countWithNoun(count, 'call')}: <ForeignText text={someNames(names, 3)} />
        .
      </Note>
      <Choice
        type="checkbox"
        checked={isPicked}
        onChange={({ target }) => onPick(target.checked)}
        title={`Also select “${title}”`}
        help={whatElse(wider, count === 1 ? 'this call' : 'these calls')}
      />
    </div>
  );
}

function whatElse({ everywhere, givesAway, adds }: FarWiderActivity, calls: string): string {
  const given =
    givesAway.length === 0
      ? ''
      : ` No call needs ${someNames(givesAway)}, which ${givesAway.length === 1 ? 'gives' : 'give'} away roles, keys, grants, or policies.`;
  if (everywhere.length > 0)
    return `Also grants these actions on every resource: ${someNames(everywhere)}.${given}`;
  return `Allows ${calls}, and adds ${countWithNoun(adds, 'action')}.${given}`;
}
