import { lazy, useId } from 'react';
import type { Activity } from '../../policies/library/activities/activity.ts';
import type { Stance } from '../../policies/model/stance.ts';
import { stanceWords } from '../../policies/model/labels.ts';
import type { ActivityChoice } from '../../policies/model/draft.ts';
import { setOption, setStance } from '../../policies/draft/editDraft.ts';
import { edit } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { OptionChoice } from './OptionChoice.tsx';
import { FieldGroup } from '../common/Field.tsx';
import { ReasonsSlot } from './ReasonsSlot.tsx';

const ActivityReasons = lazy(() =>
  import('./ActivityReasons.tsx').then((module) => ({ default: module.ActivityReasons })),
);

const stances: readonly { readonly value: Stance; readonly title: string; readonly help: string }[] = [
  {
    value: 'hardened',
    title: stanceWords.hardened,
    help: 'Scoped to your resources, with missing permissions added.',
  },
  {
    value: 'published',
    title: stanceWords.published,
    help: 'The statement from the AWS guide, changed only where IAM rejects it or it never matches.',
  },
];

interface ActivityDetailsProps {
  readonly persona: string;
  readonly activity: Activity;
  readonly choice: ActivityChoice;
}

export function ActivityDetails({ persona, activity, choice }: ActivityDetailsProps) {
  const options = activity.options.filter((option) => option.stances.includes(choice.stance));
  return (
    <>
      <StanceChoice persona={persona} activity={activity} choice={choice} />
      {options.map((option) => (
        <OptionChoice
          key={option.id}
          option={option}
          values={choice.options}
          onChange={(value) =>
            edit(
              (draft) => setOption(draft, persona, activity.id, option.id, value),
              `${option.label} changed`,
            )
          }
        />
      ))}
      <ReasonsSlot>
        <ActivityReasons activity={activity} choice={choice} />
      </ReasonsSlot>
    </>
  );
}

function StanceChoice({ persona, activity, choice }: ActivityDetailsProps) {
  const name = useId();
  // What AWS publishes always has a reason for each statement that differs.
  const hasDifferences = choice.stance === 'hardened' && activity.published !== undefined;
  const offered = stances.filter((stance) => activity[stance.value] !== undefined);
  const change = (stance: Stance) =>
    edit((draft) => setStance(draft, persona, activity.id, stance), `${activity.title}: ${stance}`);
  return (
    <FieldGroup small mt={2} legend="Baseline">
      {offered.map((stance) => (
        <Choice
          key={stance.value}
          type="radio"
          name={name}
          checked={choice.stance === stance.value}
          onChange={() => change(stance.value)}
          title={stance.title}
          help={
            hasDifferences && stance.value === 'hardened'
              ? `${stance.help} See the differences below.`
              : stance.help
          }
        />
      ))}
    </FieldGroup>
  );
}
