import Button from '@mui/material/Button';
import { findActivity } from '../../policies/library/ruleset.ts';
import type { Source } from '../../policies/model/composedDocument.ts';
import { choicesOf } from '../../policies/draft/editDraft.ts';
import { show, useRuleset, useStore } from '../../state/store.ts';
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

/** Why a line is there, in full: what its action does, and the reasons of every choice behind it. */
export function LineReasons({ action, sources }: LineReasonsProps) {
  const ruleset = useRuleset();
  return (
    <>
      {action !== undefined && <ActionFacts action={action} />}
      {groupByChoice(sources).map((group) => (
        <SourceReasons key={`${group.persona} ${group.activity}`} group={group} />
      ))}
      {otherReasons(sources, ruleset).map((other) => (
        <OtherReasons key={other.title} {...other} />
      ))}
    </>
  );
}

function SourceReasons({ group }: { readonly group: ChoiceGroup }) {
  const ruleset = useRuleset();
  const activity = findActivity(group.activity, ruleset);
  const choice = useStore((state) =>
    choicesOf(state.draft, group.persona).find((candidate) => candidate.activity === group.activity),
  );
  if (!activity || !choice) return null;
  const goTo = () => show({ step: 'what', half: 'build', focused: group });
  return (
    <>
      <Stack row nowrap gap={2} mt={2}>
        <PersonaMark persona={group.persona} />
        <Button onClick={goTo}>{activity.title}</Button>
      </Stack>
      <ReasonList reasons={reasonsOf(activity, choice, ruleset, group.templates)} />
    </>
  );
}
