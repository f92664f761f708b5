import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { findPersona } from '../../../policies/library/ruleset.ts';
import type { OfferedSelection } from '../../../state/activity/activityProtocol.ts';
import { type Activity, useActivity } from '../../../state/activity/activityStore.ts';
import { useRuleset, useStore } from '../../../state/store.ts';
import { Field } from '../../common/Field.tsx';
import { Heading } from '../../common/Heading.tsx';
import { Note } from '../../common/Note.tsx';
import { Select } from '../../common/Select.tsx';
import { allowedWords, failedWords } from './activityWords.ts';
import { OfferedActivities } from './OfferedActivities.tsx';
import { useActivityAnswer } from './useActivityAnswer.ts';

/** The activities of each persona that allow the calls and the least beyond them. */
export function ActivitySelections({ activity }: { readonly activity: Activity }) {
  const { answer, failure, retry } = useActivityAnswer(useSelectionsQuestion(activity));
  const selections = answer?.ask === 'selections' ? answer.selections : [];
  const shown = selections.find((one) => one.persona === activity.persona) ?? selections[0];
  return (
    <section aria-label="Activities for these calls">
      <Heading mt={4} mb={1}>
        Activities for these calls
      </Heading>
      {failure && (
        <Note role="alert">
          {failedWords[failure]} <Button onClick={retry}>Try again</Button>
        </Note>
      )}
      {!answer && !failure && <Note role="status">Computing…</Note>}
      {answer?.ask === 'selections' && !shown && <Note role="status">No calls to evaluate.</Note>}
      {answer?.ask === 'selections' && shown && (
        <>
          <PersonaField
            selections={selections}
            shown={shown.persona}
            help={`${allowedWords(shown, answer.calls)} Personas are sorted by the number of calls allowed.`}
          />
          <OfferedActivities key={shown.persona} selection={shown} />
        </>
      )}
    </section>
  );
}

function useSelectionsQuestion({ reading, sources, caller, withServices, withDenied }: Activity) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  return useMemo(
    () => ({
      ask: 'selections' as const,
      reading,
      sources,
      caller,
      withServices,
      withDenied,
      draft,
      preset: ruleset.preset,
    }),
    [reading, sources, caller, withServices, withDenied, draft, ruleset],
  );
}

interface PersonaFieldProps {
  readonly selections: readonly OfferedSelection[];
  readonly shown: string;
  readonly help: string;
}

function PersonaField({ selections, shown, help }: PersonaFieldProps) {
  const ruleset = useRuleset();
  return (
    <Field label="Persona" help={help}>
      {(wiring) => (
        <Select
          {...wiring}
          value={shown}
          options={selections.map(({ persona: value }) => ({
            value,
            label: findPersona(value, ruleset)?.title ?? value,
          }))}
          onChange={(wanted) => useActivity.setState({ persona: wanted, replayed: '' })}
        />
      )}
    </Field>
  );
}
