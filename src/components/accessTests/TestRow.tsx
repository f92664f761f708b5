import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { findActivity } from '../../policies/library/ruleset.ts';
import type { UserTest } from '../../policies/model/draft.ts';
import type { AnsweredTest } from '../../policies/accessTests/testResult.ts';
import { answerInWords, causeInWords } from '../../policies/accessTests/testWords.ts';
import { setLayout } from '../../policies/draft/editDraft.ts';
import { nextTestId, putTest, removeTest } from '../../state/accessTests/testEdits.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { TestMark, VerdictMark } from '../common/VerdictMark.tsx';
import { MarkedRow } from './MarkedRow.tsx';
import { OptionOffers } from './OptionOffers.tsx';
import { TestForm } from './TestForm.tsx';
import { discardTestForm, keyOf, useUnfinished } from '../../state/typing/unfinished.ts';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { Box } from '../common/Box.tsx';

const Item = styled(MarkedRow)({ '& p': { margin: 0, maxWidth: '76ch' } });
/** A test: what is expected, and the result; opened, why. Each can be copied; those that were added can be changed. */
export function TestRow({ result }: { readonly result: AnsweredTest }) {
  const { proof, owner, state, request, policies } = result;
  const said = (
    <Note as="span" tone="plain">
      {state === 'unknown' && (
        <Box as="b" tone="warning">
          Unknown:{' '}
        </Box>
      )}
      {(state === 'fails' || state === 'error') && (
        <Box as="b" tone="error">
          Failed:{' '}
        </Box>
      )}
      <ForeignText text={proof.title} use="prose" />. <Note as="span">{answerInWords(result)}</Note>
    </Note>
  );
  return (
    <Item>
      {state === 'unknown' ? <VerdictMark verdict="unknown" /> : <TestMark holds={state === 'holds'} />}
      <Disclosure late label={said} startsOpen={state !== 'holds'}>
        {state === 'fails' && <Responsible test={result} />}
        {state === 'fails' && proof.expect === 'allowed' && <OptionOffers test={result} />}
        <Explanation of={`test ${JSON.stringify([owner, proof])}`} request={request} policies={policies} />
        <TestTools result={result} />
      </Disclosure>
    </Item>
  );
}

/** What can be done with a test. A copy is made of the call as it was asked. */
function TestTools({ result: { proof, owner, request } }: { readonly result: AnsweredTest }) {
  const id = useId();
  const draft = useStore((store) => store.draft);
  const entered = owner.kind === 'user' ? draft.proofs.find(({ id }) => id === proof.id) : undefined;
  const key = keyOf(entered);
  const editing = useUnfinished(({ changing }) => changing[key] === true);
  const setEditing = (open: boolean) =>
    useUnfinished.setState(({ changing }) => ({ changing: { ...changing, [key]: open } }));
  const copy: UserTest = {
    id: nextTestId(draft),
    persona: owner.kind === 'guardrail' ? (draft.personas[0] ?? '') : owner.persona,
    title: proof.title,
    expect: proof.expect,
    action: request.action,
    resource: request.resource.arn,
    context: Object.fromEntries(Object.entries(request.context).map(([key, value]) => [key, [value].flat()])),
  };
  return (
    <>
      <Stack row flush gap={3} mb={2}>
        {!proof.trust && !proof.endpoint && (
          <Button onClick={() => edit((before) => putTest(before, copy), 'Test copied')}>
            Copy to your tests
          </Button>
        )}
        {entered && (
          <>
            <Button aria-expanded={editing} aria-controls={id} onClick={() => setEditing(!editing)}>
              Edit…
            </Button>
            <Button onClick={() => edit((before) => removeTest(before, entered.id), 'Test deleted')}>
              Delete
            </Button>
          </>
        )}
      </Stack>
      {entered && editing && <TestForm id={id} saved={entered} onDone={() => discardTestForm(key)} />}
    </>
  );
}

/** The choice behind a failure: the layout, or the activity that should allow the call. */
function Responsible({ test }: { readonly test: AnsweredTest }) {
  const ruleset = useRuleset();
  const { proof, owner } = test;
  const cause = causeInWords(test, ruleset);
  if (cause !== undefined)
    return (
      <p>
        {cause}{' '}
        {test.cause === 'oneRole' ? (
          <Button onClick={() => edit((draft) => setLayout(draft, 'perPersona'), 'One policy per role')}>
            Use one policy per role
          </Button>
        ) : (
          <Button onClick={() => show({ step: 'where', half: 'build' })}>Open step 3</Button>
        )}
      </p>
    );
  const activity = findActivity(proof.activity ?? '', ruleset);
  if (!activity || owner.kind === 'guardrail' || proof.expect === 'denied') return null;
  const choice = { persona: owner.persona, activity: activity.id };
  return (
    <p>
      Expected to be allowed by:{' '}
      <Button onClick={() => show({ step: 'what', half: 'build', focused: choice })}>{activity.title}</Button>
    </p>
  );
}
