import { useMemo } from 'react';
import Button from '@mui/material/Button';
import type { AnswerWithoutRole } from '../../policies/accessTests/refusals/answerWithoutRole.ts';
import type { RefusalChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import { startWithChange } from '../../policies/accessTests/refusals/startWithChange.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import type { EvidenceQuestion } from '../../state/evidence/evidenceProtocol.ts';
import { goToChoice } from '../../state/derived/choicesBehind.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { Stack } from '../common/Stack.tsx';
import { failureWords, useEvidence } from '../common/useEvidence.ts';
import { MissingStatement } from './MissingStatement.tsx';
import { offerSentence } from './offerSentence.ts';
import { explicitDenyWords } from './refusalWords.ts';

interface NoRoleAnswerProps {
  readonly call: RefusedCall;
  readonly resources: readonly string[];
  onDone(): void;
}

/** The answer while the draft has no role: what is missing, and where a set of policies with it would begin. */
export function NoRoleAnswer({ call, resources, onDone }: NoRoleAnswerProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const question = useMemo(
    (): EvidenceQuestion => ({
      place: `refusal ${call.action} ${call.layer}`,
      kind: 'refusal',
      draft,
      call,
      resources,
      persona: undefined,
      preset: ruleset.preset,
    }),
    [draft, call, resources, ruleset],
  );
  const evidence = useEvidence(question, null);
  if (call.explicit === true) return <p>{explicitDenyWords(call.layer, call.policy)}</p>;
  if (evidence.state === 'failed')
    return (
      <p role="alert">
        Unknown: {failureWords[evidence.failure]}. <Button onClick={evidence.retry}>Try again</Button>
      </p>
    );
  if (evidence.state !== 'answered' || evidence.answer.kind !== 'refusalStarts') return <p>Computing…</p>;
  return <Starts call={call} answer={evidence.answer.answer} onDone={onDone} />;
}

interface StartsProps {
  readonly call: RefusedCall;
  readonly answer: AnswerWithoutRole;
  onDone(): void;
}

function Starts({ call, answer: { starts, statement, noStatement }, onDone }: StartsProps) {
  const isElsewhere = call.layer !== undefined && call.layer !== 'identity';
  return (
    <>
      <MissingStatement
        source="message"
        statement={statement}
        problems={noStatement}
        layer={call.layer ?? 'identity'}
        title={undefined}
      />
      {!isElsewhere && (
        <p role="status">
          {starts.length === 0
            ? 'No activity allows this call with the values in the message. Add the statement to the policy of the role.'
            : 'To build a role that allows it, select one of these:'}
        </p>
      )}
      <List look="rows">
        {starts.map(({ persona, offers }) => (
          <li key={persona}>
            <PersonaStart persona={persona} />
            {offers.map(({ change, openKeys }) => (
              <Start
                key={JSON.stringify(change)}
                persona={persona}
                change={change}
                openKeys={openKeys}
                onDone={onDone}
              />
            ))}
          </li>
        ))}
      </List>
    </>
  );
}

function PersonaStart({ persona }: { readonly persona: string }) {
  const ruleset = useRuleset();
  return (
    <Stack row gap={2}>
      <PersonaMark persona={persona} />
      <span>{findPersona(persona, ruleset)?.title}</span>
    </Stack>
  );
}

interface StartProps {
  readonly persona: string;
  readonly change: RefusalChange;
  readonly openKeys: readonly string[];
  onDone(): void;
}

/** An activity with which the persona's role would be allowed to make the call. */
function Start({ persona, change, openKeys, onDone }: StartProps) {
  const ruleset = useRuleset();
  if (change.kind !== 'activity') return null;
  const title = ruleset.activityById.get(change.activity)?.title;
  const personaTitle = findPersona(persona, ruleset)?.title ?? persona;
  const start = () => {
    edit((before) => startWithChange(before, persona, change, ruleset), `${personaTitle} selected`);
    onDone();
    goToChoice({ label: personaTitle, step: 'what', choice: { persona, activity: change.activity } });
  };
  return (
    <p>
      <ForeignText text={offerSentence(change, openKeys, ruleset)} use="prose" />{' '}
      <Button onClick={start}>Start with “{title}”</Button>
    </p>
  );
}
