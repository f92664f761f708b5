import Button from '@mui/material/Button';
import { useMemo, useState } from 'react';
import { applyCover, withFarWider } from '../../../policies/activityCover/applyCover.ts';
import { findPersona } from '../../../policies/library/ruleset.ts';
import type { OfferedSelection } from '../../../state/activity/activityProtocol.ts';
import { type Activity, useActivity } from '../../../state/activity/activityStore.ts';
import { edit, useRuleset, useStore } from '../../../state/store.ts';
import { Disclosure } from '../../common/Disclosure.tsx';
import { Field } from '../../common/Field.tsx';
import { Heading } from '../../common/Heading.tsx';
import { List } from '../../common/List.tsx';
import { Note } from '../../common/Note.tsx';
import { Select } from '../../common/Select.tsx';
import { allowedWords, changeLine, counted, failedWords, some } from './activityWords.ts';
import { FarWider } from './FarWider.tsx';
import { useActivityAnswer } from './useActivityAnswer.ts';
import { UsedValues } from './UsedValues.tsx';

/** The activities of each persona that allow the calls and the least beyond them. */
export function ActivitySelections({ activity }: { readonly activity: Activity }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const { reading, sources, caller, withServices, withDenied, persona } = activity;
  const question = useMemo(
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
  const { answer, failure, retry } = useActivityAnswer(question);
  const selections = answer?.ask === 'selections' ? answer.selections : [];
  const shown = selections.find((one) => one.persona === persona) ?? selections[0];
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
          <Field
            label="Persona"
            help={`${allowedWords(shown, answer.calls)} Personas are sorted by the number of calls allowed.`}
          >
            {(wiring) => (
              <Select
                {...wiring}
                value={shown.persona}
                options={selections.map(({ persona: value }) => ({
                  value,
                  label: findPersona(value, ruleset)?.title ?? value,
                }))}
                onChange={(wanted) => useActivity.setState({ persona: wanted, replayed: '' })}
              />
            )}
          </Field>
          <Selection key={shown.persona} selection={shown} />
        </>
      )}
    </section>
  );
}

function Selection({ selection }: { readonly selection: OfferedSelection }) {
  const ruleset = useRuleset();
  const { persona, changes, farWider, beyond, isNarrowest, wholeBuckets } = selection;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const values = changes.flatMap((change) => (change.kind === 'values' ? change.values : []));
  const lines = changes.map((change) => changeLine(change, ruleset)).filter((line) => line !== '');
  if (changes.length + farWider.length === 0)
    return (
      <Note role="status">Nothing to add: no further activity of this persona allows more of the calls.</Note>
    );
  const title = findPersona(persona, ruleset)?.title ?? persona;
  const apply = () => {
    useActivity.setState({ persona, replayed: persona });
    edit(
      (before) => applyCover(before, withFarWider(selection, picked), ruleset),
      `${title}: ${counted(lines.length + picked.size, 'change')} from events`,
    );
  };
  return (
    <>
      {lines.length > 0 && (
        <List look="bullets" mb={2} aria-label="Activities to add">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </List>
      )}
      {!isNarrowest && (
        <Note mb={2}>The search was stopped early. A selection with less access may exist.</Note>
      )}
      <UsedValues values={values} wholeBuckets={wholeBuckets} />
      {beyond.map(({ activity, unusedActions }) => (
        <Beyond key={activity} activity={activity} actions={unusedActions} />
      ))}
      {farWider.map((wider) => (
        <FarWider
          key={wider.activity}
          wider={wider}
          isPicked={picked.has(wider.activity)}
          onPick={(isPicked) => setPicked(withOrWithout(picked, wider.activity, isPicked))}
        />
      ))}
      <Button variant="contained" disabled={changes.length + picked.size === 0} onClick={apply}>
        Apply to {title}
      </Button>
    </>
  );
}

function withOrWithout(all: ReadonlySet<string>, one: string, isIn: boolean): ReadonlySet<string> {
  const rest = [...all].filter((other) => other !== one);
  return new Set(isIn ? [...rest, one] : rest);
}

/** What an activity allows that no event shows. */
function Beyond({ activity, actions }: { readonly activity: string; readonly actions: readonly string[] }) {
  const ruleset = useRuleset();
  if (actions.length === 0) return null;
  const title = ruleset.activityById.get(activity)?.title ?? activity;
  return (
    <Disclosure
      label={`“${title}” also allows ${counted(actions.length, 'action')} that these events don’t use`}
    >
      <Note mb={2}>{some(actions, 60)}</Note>
    </Disclosure>
  );
}
