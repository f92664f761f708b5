import { lazy, Suspense, useId } from 'react';
import type { Activity } from '../../policies/library/activities/activity.ts';
import type { Stance } from '../../policies/model/stance.ts';
import { stanceWords } from '../../policies/model/labels.ts';
import type { ActivityChoice } from '../../policies/model/draft.ts';
import { setOption, setStance } from '../../policies/draft/editDraft.ts';
import { edit, useRuleset } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { ReasonList } from '../common/ReasonList.tsx';
import { reasonsOf } from '../common/reasons.ts';
import { OptionChoice } from './OptionChoice.tsx';
import { FieldGroup } from '../common/Field.tsx';

const ActivityNotes = lazy(() =>
  import('./ActivityNotes.tsx').then((module) => ({ default: module.ActivityNotes })),
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
  const ruleset = useRuleset();
  const options = activity.options.filter((option) => option.stances.includes(choice.stance));
  const reasons = reasonsOf(activity, choice, ruleset);
  return (
    <>
      <StanceChoice
        persona={persona}
        activity={activity}
        choice={choice}
        hasDifferences={choice.stance === 'hardened' && reasons.length > 0}
      />
      {options.map((option) => (
        <OptionChoice
          key={option.id}
          option={option}
          chosen={choice.options}
          onChange={(value) =>
            edit(
              (draft) => setOption(draft, persona, activity.id, option.id, value),
              `${option.label} changed`,
            )
          }
        />
      ))}
      <ReasonList reasons={reasons} />
      <Suspense>
        <ActivityNotes activity={activity} />
      </Suspense>
    </>
  );
}

interface StanceChoiceProps extends ActivityDetailsProps {
  /** What least privilege changes is listed below. */
  readonly hasDifferences: boolean;
}

function StanceChoice({ persona, activity, choice, hasDifferences }: StanceChoiceProps) {
  const name = useId();
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
