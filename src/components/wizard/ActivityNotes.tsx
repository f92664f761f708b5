import type { Activity } from '../../policies/library/activities/activity.ts';
import { notesOf } from '../../policies/library/activities/notes/index.ts';
import { ReasonList } from '../common/ReasonList.tsx';

/** What a reader must know of an activity that no statement can say. */
export function ActivityNotes({ activity }: { readonly activity: Activity }) {
  return <ReasonList reasons={notesOf(activity).map((note) => ({ ...note, heading: 'Note' as const }))} />;
}
