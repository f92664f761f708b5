import { countWithNoun, inFigures } from '../../../policies/language/counts.ts';
import type { FailingCalls } from '../../../policies/activityCover/replayCalls.ts';
import type { ActivityUse } from '../../../policies/activityCover/usedActivities.ts';
import type { ActivitySummary } from '../../../state/activity/activityProtocol.ts';
import { useRuleset } from '../../../state/store.ts';
import { closeDialog } from '../../common/Dialog.tsx';
import { Disclosure } from '../../common/Disclosure.tsx';
import { ForeignText } from '../../common/ForeignText.tsx';
import { List } from '../../common/List.tsx';
import { Note } from '../../common/Note.tsx';
import { RoleAnswer } from '../RoleAnswer.tsx';
import { periodOf } from './activityWords.ts';

/** Groups in the list: more are no slip, but another task. */
const MAX_GROUPS = 50;

/** Calls that would fail, by action, each with its reason. */
export function FailingList({
  groups,
  persona,
}: {
  readonly groups: readonly FailingCalls[];
  readonly persona: string;
}) {
  if (groups.length === 0) return null;
  return (
    <>
      <List look="rows" aria-label="Calls that would fail">
        {groups.slice(0, MAX_GROUPS).map((group) => (
          <li
            key={JSON.stringify([
              group.call.action,
              group.call.operation,
              group.verdict,
              group.call.resource,
            ])}
          >
            <Failing group={group} persona={persona} />
          </li>
        ))}
      </List>
      {groups.length > MAX_GROUPS && (
        <Note>{countWithNoun(groups.length - MAX_GROUPS, 'more action')} would fail.</Note>
      )}
    </>
  );
}

/** Why calls would fail, and the smallest change that allows them, as for an access denied message. */
function Failing({ group, persona }: { readonly group: FailingCalls; readonly persona: string }) {
  const { call, resources, resourceCount, count } = group;
  const on = resourceCount > 1 ? `${inFigures(resourceCount)} resources` : (call.resource ?? 'any resource');
  return (
    <Disclosure
      late
      label={<ForeignText text={`${call.action} on ${on} (${countWithNoun(count, 'call')})`} />}
    >
      {resourceCount > resources.length && (
        <Note>The answer is about the first {resources.length} of these resources.</Note>
      )}
      <RoleAnswer source="event" call={call} resources={resources} persona={persona} onDone={closeDialog} />
    </Disclosure>
  );
}

/** A hint only: what was not used in this time may be used at another. */
export function UnusedActivities({
  uses,
  summary,
}: {
  readonly uses: readonly ActivityUse[];
  readonly summary: ActivitySummary;
}) {
  const ruleset = useRuleset();
  const unused = uses.filter(({ isUsed }) => !isUsed);
  if (unused.length === 0) return null;
  const titles = unused.map(({ activity }) => `“${ruleset.activityById.get(activity)?.title ?? activity}”`);
  return (
    <Note mt={2}>
      Allowed, but not used by any of these calls: {titles.join(', ')}. {periodOf(summary)}; less frequent
      tasks and calls that weren’t logged may need these activities.
    </Note>
  );
}
