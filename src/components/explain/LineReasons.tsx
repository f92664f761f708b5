import Button from '@mui/material/Button';
import { findActivity } from '../../policies/library/ruleset.ts';
import type { Source } from '../../policies/model/composedDocument.ts';
import { activityChoices } from '../../policies/draft/editDraft.ts';
import { show, useRuleset, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { ReasonList } from '../common/ReasonList.tsx';
import { reasonsOf } from '../common/reasons.ts';
import { ActionFacts } from '../common/ActionFacts.tsx';
import { type ChoiceGroup, groupByChoice } from './choiceGroups.ts';
import { OtherReasons } from './OtherReasons.tsx';
import { otherReasons } from './reasonsOfLine.ts';
import { Stack } from '../common/Stack.tsx';

interface LineReasonsProps {
  readonly action: string | undefined;
  readonly sources: readonly Source[];
}

/** The choices behind a line, and folded below each the reasons for its form; last, what the action of the line does. */
export function LineReasons({ action, sources }: LineReasonsProps) {
  const ruleset = useRuleset();
  return (
    <>
      {groupByChoice(sources).map((group) => (
        <SourceReasons key={`${group.persona} ${group.activity}`} group={group} />
      ))}
      {otherReasons(sources, ruleset).map((other) => (
        <OtherReasons key={other.title} {...other} />
      ))}
      {action !== undefined && (
        <Disclosure label={`About ${action}`}>
          <ActionFacts action={action} />
        </Disclosure>
      )}
    </>
  );
}

function SourceReasons({ group }: { readonly group: ChoiceGroup }) {
  const ruleset = useRuleset();
  const activity = findActivity(group.activity, ruleset);
  const choice = useStore((state) =>
    activityChoices(state.draft, group.persona).find((candidate) => candidate.activity === group.activity),
  );
  if (!activity || !choice) return null;
  const goTo = () => show({ step: 'what', half: 'build', focused: group });
  const reasons = reasonsOf(activity, choice, ruleset, group.templates);
  return (
    <Stack row flush gap={2} rowGap={0}>
      <PersonaMark persona={group.persona} />
      <Button onClick={goTo}>{activity.title}</Button>
      {reasons.length > 0 && (
        <div style={{ flex: '1 0 100%' }}>
          <Disclosure label="Rationale and sources">
            <ReasonList reasons={reasons} />
          </Disclosure>
        </div>
      )}
    </Stack>
  );
}
