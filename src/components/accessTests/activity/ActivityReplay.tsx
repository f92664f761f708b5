import { countWithNoun, inFigures, someNames } from '../../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { selectedPersonas } from '../../../policies/draft/selection.ts';
import type { ActivityAnswer, ActivitySummary } from '../../../state/activity/activityProtocol.ts';
import { type Activity, useActivity } from '../../../state/activity/activityStore.ts';
import { useRuleset, useStore } from '../../../state/store.ts';
import { Field } from '../../common/Field.tsx';
import { Heading } from '../../common/Heading.tsx';
import { Note } from '../../common/Note.tsx';
import { Select } from '../../common/Select.tsx';
import { personaOf } from '../refusalPersona.ts';
import { failedWords } from './activityWords.ts';
import { FailingList, UnusedActivities } from './ReplayedCalls.tsx';
import { useActivityAnswer } from './useActivityAnswer.ts';

interface ActivityReplayProps {
  readonly activity: Activity;
  readonly summary: ActivitySummary;
}

/** What the draft’s policies say of the calls; nothing while it has no role. */
export function ActivityReplay({ activity, summary }: ActivityReplayProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const roles = selectedPersonas(draft, ruleset).filter(({ kind }) => kind === 'identity');
  const named = personaOf({ principal: activity.caller }, draft, ruleset);
  const wanted = [activity.replayed, named].find((id) => roles.some((role) => role.id === id));
  const persona = wanted ?? roles[0]?.id;
  if (persona === undefined) return null;
  return (
    <section aria-label="Replay against your policies">
      <Heading mt={4} mb={1}>
        Replay against your policies
      </Heading>
      {roles.length > 1 && (
        <Field label="Policies of">
          {(wiring) => (
            <Select
              {...wiring}
              value={persona}
              options={roles.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(replayed) => useActivity.setState({ replayed })}
            />
          )}
        </Field>
      )}
      <Replayed activity={activity} summary={summary} persona={persona} />
    </section>
  );
}

function Replayed({ activity, summary, persona }: ActivityReplayProps & { readonly persona: string }) {
  const { preset } = useRuleset();
  const draft = useStore((state) => state.draft);
  const { reading, sources, caller, withServices, withDenied } = activity;
  const question = useMemo(
    () => ({
      ask: 'replay' as const,
      reading,
      sources,
      caller,
      withServices,
      withDenied,
      draft,
      preset,
      persona,
    }),
    [reading, sources, caller, withServices, withDenied, draft, preset, persona],
  );
  const { answer, before, failure, retry } = useActivityAnswer(question);
  if (failure)
    return (
      <Note role="alert">
        {failedWords[failure]} <Button onClick={retry}>Try again</Button>
      </Note>
    );
  const shown = answer ?? before;
  return (
    <div aria-busy={answer === undefined}>
      {!answer && <Note role="status">Computing…{before && ' Before the last change:'}</Note>}
      {shown?.ask === 'replay' && <Result answer={shown} summary={summary} persona={persona} />}
    </div>
  );
}

type ReplayAnswer = Extract<ActivityAnswer, { readonly ask: 'replay' }>;

interface ResultProps {
  readonly answer: ReplayAnswer;
  readonly summary: ActivitySummary;
  readonly persona: string;
}

function Result({ answer: { replay, uses }, summary, persona }: ResultProps) {
  const { calls, failing, conditional, conditionalActions, groups } = replay;
  return (
    <>
      <p role="status">
        {failing > 0
          ? `${inFigures(failing)} of ${countWithNoun(calls, 'call')} would fail.`
          : conditional > 0
            ? `None of ${countWithNoun(calls, 'call')} is known to fail.`
            : `All ${countWithNoun(calls, 'call')} are allowed.`}
      </p>
      {conditional > 0 && (
        <Note mb={2}>
          Unknown: {countWithNoun(conditional, 'call depends', 'calls depend')} on condition keys that the
          events don’t contain ({someNames(conditionalActions)}).
        </Note>
      )}
      <FailingList groups={groups} persona={persona} />
      <UnusedActivities uses={uses} summary={summary} />
    </>
  );
}
