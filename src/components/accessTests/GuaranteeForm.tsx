import { useState } from 'react';
import { selectedPersonas } from '../../policies/draft/selection.ts';
import {
  conditionAsText,
  entriesOf,
  problemOfGuarantee,
  readCondition,
  sizeProblemOfGuarantee,
} from '../../policies/guarantees/enteredGuarantee.ts';
import { guaranteeLimits, type UserGuarantee } from '../../policies/model/draft.ts';
import { nextGuaranteeId, putGuarantee } from '../../state/guarantees/guaranteeEdits.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import {
  type EnteredGuarantee,
  discardGuaranteeForm,
  keyOf,
  useUnfinished,
} from '../../state/typing/unfinished.ts';
import { EntryForm } from './EntryForm.tsx';
import { GuaranteeFields } from './GuaranteeFields.tsx';

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
    discardGuaranteeForm(key);
    onDone();
  };
  const save = () => {
    const isFull = !guarantee && (draft.guarantees ?? []).length >= guaranteeLimits.guarantees;
    const read = isFull ? { problem: full } : readEntered(entered);
    setProblem(read.problem ?? '');
    if (read.problem !== undefined) return;
    edit(
      (before) => putGuarantee(before, { ...read.guarantee, id: guarantee?.id ?? nextGuaranteeId(before) }),
      guarantee ? 'Guarantee changed' : 'Guarantee added',
    );
    done();
  };
  return (
    <EntryForm
      id={id}
      name={guarantee ? 'Edit guarantee' : 'Add guarantee'}
      saveLabel={guarantee ? 'Save guarantee' : 'Add guarantee'}
      problem={problem}
      onSave={save}
      onCancel={done}
    >
      <GuaranteeFields entered={entered} roles={roles} isNew={!guarantee} onSet={set} />
    </EntryForm>
  );
}

const full = `A draft can have up to ${guaranteeLimits.guarantees} guarantees. Delete one first.`;

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
  const problem = problemOfGuarantee(guarantee) ?? sizeProblemOfGuarantee(guarantee);
  return problem === undefined ? { guarantee } : { problem };
}
