import type { Entered } from '../../state/typing/unfinished.ts';
import { useId } from 'react';
import type { Persona } from '../../policies/library/personas/persona.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { ActionOptions } from './ActionOptions.tsx';
import { Input, TextArea } from '../common/Input.tsx';
import { Select } from '../common/Select.tsx';

interface FieldsProps {
  readonly entered: Entered;
  readonly personas: readonly Persona[];
  onSet(change: Partial<Entered>): void;
}

const texts = [
  { of: 'title', label: 'Name', placeholder: 'starts a colleague’s notebook' },
  { of: 'action', label: 'Action', placeholder: 'sagemaker:StartNotebookInstance' },
  {
    of: 'resource',
    label: 'Resource',
    placeholder: 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:notebook-instance/x',
  },
] as const;

/** Who calls what, on which resource, with which context, and what is expected. */
export function TestFields({ entered, personas, onSet }: FieldsProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={`${id}who`}>Role</label>
      <Select
        id={`${id}who`}
        value={entered.persona}
        options={personas.map(({ id: value, title }) => ({ value, label: title }))}
        onChange={(persona) => onSet({ persona })}
      />
      <Texts id={id} entered={entered} onSet={onSet} />
      <CharacterNote text={[entered.title, entered.action, entered.resource].join(' · ')} />
      <label htmlFor={`${id}context`}>Context</label>
      <TextArea
        tall={88}
        id={`${id}context`}
        value={entered.context}
        spellCheck={false}
        placeholder="sagemaker:ResourceTag/owner = ben"
        onChange={(event) => onSet({ context: event.target.value })}
      />
      <ActionOptions id={`${id}actions`} typed={entered.action} />
      <label htmlFor={`${id}expect`}>Expected</label>
      <Select
        id={`${id}expect`}
        value={entered.expect}
        options={[
          { value: 'allowed', label: 'Allow' },
          { value: 'denied', label: 'Deny' },
        ]}
        onChange={(expect) => onSet({ expect })}
      />
    </>
  );
}

const Texts = ({ id, entered, onSet }: Pick<FieldsProps, 'entered' | 'onSet'> & { readonly id: string }) =>
  texts.map(({ of, label, placeholder }) => [
    <label key={`${of} label`} htmlFor={`${id}${of}`}>
      {label}
    </label>,
    <Input
      key={of}
      id={`${id}${of}`}
      value={entered[of]}
      maxLength={2000}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      list={of === 'action' ? `${id}actions` : undefined}
      onChange={(event) => onSet({ [of]: event.target.value })}
    />,
  ]);
