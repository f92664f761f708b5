import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import {
  conditionAsText,
  entriesOf,
  problemOfGuarantee,
  readCondition,
  tooLong,
} from '../../policies/guarantees/enteredGuarantee.ts';
import { guaranteeLimits, type UserGuarantee } from '../../policies/model/draft.ts';
import { nextGuaranteeId, putGuarantee } from '../../state/guarantees/guaranteeEdits.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import {
  type EnteredGuarantee,
  forgetGuarantee,
  keyOf,
  useUnfinished,
} from '../../state/typing/unfinished.ts';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { GuaranteeFields } from './GuaranteeFields.tsx';

const Form = styled('form')({
  display: 'grid',
  gridTemplateColumns: 'max-content minmax(0, 1fr)',
  gap: '8px 12px',
  alignItems: 'start',
  maxWidth: 720,
  margin: '8px 0 16px',
  '& label': { paddingTop: 6 },
  '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)', gap: 4 },
});

interface GuaranteeFormProps {
  readonly id: string;
  /** The guarantee that is changed; a new one without it. */
  readonly guarantee?: UserGuarantee;
  onDone(): void;
}

/** A guarantee to fill in; what is typed outlasts the form, until it is saved or canceled. Texts may hold placeholders. */
export function GuaranteeForm({ id, guarantee, onDone }: GuaranteeFormProps) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const roles = selectedPersonas(draft, ruleset).filter(({ kind }) => kind === 'identity');
  const key = keyOf(guarantee);
  const typed = useUnfinished(({ guarantees }) => guarantees[key]);
  const entered = typed ?? enteredOf(guarantee);
  const [problem, setProblem] = useState('');
  const set = (change: Partial<EnteredGuarantee>) =>
    useUnfinished.setState(({ guarantees }) => ({
      guarantees: { ...guarantees, [key]: { ...entered, ...change } },
    }));
  const done = () => {
    forgetGuarantee(key);
    onDone();
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = readEntered(entered);
    const isFull = !guarantee && (draft.guarantees ?? []).length >= guaranteeLimits.guarantees;
    const full = `A draft can have up to ${guaranteeLimits.guarantees} guarantees. Delete one first.`;
    setProblem(isFull ? full : (read.problem ?? ''));
    if (isFull || read.problem !== undefined) return;
    edit(
      (before) => putGuarantee(before, { ...read.guarantee, id: guarantee?.id ?? nextGuaranteeId(before) }),
      guarantee ? 'Guarantee changed' : 'Guarantee added',
    );
    done();
  };
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    done();
  };
  const name = guarantee ? 'Edit guarantee' : 'Add guarantee';
  return (
    <Form id={id} onSubmit={save} onKeyDown={closeOnEscape} aria-label={name} noValidate>
      <GuaranteeFields entered={entered} roles={roles} isNew={!guarantee} onSet={set} />
      <Stack row gap={2} style={{ gridColumn: '1 / -1' }}>
        <Button type="submit" variant="contained">
          {guarantee ? 'Save guarantee' : 'Add guarantee'}
        </Button>
        <Button onClick={done}>Cancel</Button>
        <Note as="span" tone="error" role="alert">
          {problem}
        </Note>
      </Stack>
    </Form>
  );
}

const enteredOf = (from: UserGuarantee | undefined): EnteredGuarantee => ({
  persona: from?.persona ?? '',
  title: from?.title ?? '',
  must: from?.must ?? 'never',
  actions: (from?.actions ?? []).join('\n'),
  resources: (from?.resources ?? []).join('\n'),
  condition: conditionAsText(from?.condition ?? {}),
});

type Read =
  | { readonly guarantee: Omit<UserGuarantee, 'id'>; readonly problem?: undefined }
  | { readonly problem: string };

function readEntered({ persona, title, must, actions, resources, condition: text }: EnteredGuarantee): Read {
  const read = readCondition(text);
  if (!read.ok) return { problem: read.problem };
  const { condition } = read;
  const guarantee = {
    persona,
    title,
    must,
    actions: entriesOf(actions),
    resources: entriesOf(resources),
    condition,
  };
  const problem = problemOfGuarantee(guarantee) ?? tooLong(guarantee);
  return problem === undefined ? { guarantee } : { problem };
}
