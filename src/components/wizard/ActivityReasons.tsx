import type { Activity } from '../../policies/library/activities/activity.ts';
import { reasonsFor } from '../../policies/library/activities/reasons/index.ts';
import type { ActivityChoice } from '../../policies/model/draft.ts';
import { useRuleset } from '../../state/store.ts';
import { ReasonList } from '../common/ReasonList.tsx';
import { reasonsOf } from '../common/reasons.ts';

interface ActivityReasonsProps {
  readonly activity: Activity;
  readonly choice: ActivityChoice;
}

/** Why an activity's statements are as they are, and what a reader must know that no statement can say. */
export function ActivityReasons({ activity, choice }: ActivityReasonsProps) {
  const notes = reasonsFor(activity).notes.map((note) => ({ ...note, heading: 'Note' as const }));
  return <ReasonList reasons={[...reasonsOf(activity, choice, useRuleset()), ...notes]} />;
}
