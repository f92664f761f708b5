import { memo } from 'react';
import type { Activity } from '../../policies/library/activities/activity.ts';
import { activityChoices, toggleActivity } from '../../policies/draft/editDraft.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { choiceKey } from '../../state/screen.ts';
import { isTraced } from '../../state/derived/trace.ts';
import { Choice } from '../common/Choice.tsx';
import { Tag } from '../common/Tag.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { ActivityDetails } from './ActivityDetails.tsx';
import { ChoiceRow, usePreview } from './choiceRow.ts';
import { WikiLink } from './WikiLink.tsx';
import { Box } from '../common/Box.tsx';

/** What the heading above it does not say already. */
const statusWords = { retired: 'discontinued service' } as const;

interface ActivityRowProps {
  readonly persona: string;
  readonly activity: Activity;
}

/** Of a long list, of which a change concerns one row. */
export const ActivityRow = memo(function ActivityRow({ persona, activity }: ActivityRowProps) {
  const ruleset = useRuleset();
  const choice = useStore((state) =>
    activityChoices(state.draft, persona).find((candidate) => candidate.activity === activity.id),
  );
  const traced = useStore((state) => isTraced(state, { persona, activity: activity.id }));
  const ref = { persona, activity: activity.id };
  const hover = usePreview(ref, () => previewOf({ persona, activity }, ruleset), activity.title);
  const focusChoice = () => show({ focused: ref });
  return (
    <ChoiceRow data-traced={traced} data-choice={choiceKey({ persona, activity: activity.id })} {...hover}>
      <Choice
        type="checkbox"
        checked={choice !== undefined}
        onChange={() => toggle({ persona, activity }, ruleset)}
        onFocus={focusChoice}
        title={
          <>
            {activity.title}
            {activity.status === 'retired' && <Tag>{statusWords.retired}</Tag>}
            {choice?.stance === 'published' && <Tag>AWS guide</Tag>}
          </>
        }
        help={activity.summary}
      />
      <WikiLink kind="activities" id={activity.id} />
      {choice && (
        <Box px={2} pb={2} pl={6} onFocus={focusChoice}>
          <Disclosure label="Details">
            <ActivityDetails persona={persona} activity={activity} choice={choice} />
          </Disclosure>
        </Box>
      )}
    </ChoiceRow>
  );
});

function toggle({ persona, activity }: ActivityRowProps, ruleset: Ruleset): void {
  const choices = activityChoices(useStore.getState().draft, persona);
  const on = choices.every((choice) => choice.activity !== activity.id);
  edit(
    (draft) => toggleActivity(draft, persona, activity.id, ruleset),
    `${activity.title} ${on ? 'selected' : 'cleared'}`,
  );
}

function previewOf({ persona, activity }: ActivityRowProps, ruleset: Ruleset): Draft | undefined {
  const { draft } = useStore.getState();
  if (activityChoices(draft, persona).some((choice) => choice.activity === activity.id)) return undefined;
  return toggleActivity(draft, persona, activity.id, ruleset);
}
