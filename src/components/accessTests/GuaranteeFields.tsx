import { useId } from 'react';
import { conditionAsText } from '../../policies/guarantees/enteredGuarantee.ts';
import { readyQuestions } from '../../policies/library/guarantees/readyQuestions.ts';
import type { Persona } from '../../policies/library/personas/persona.ts';
import type { EnteredGuarantee } from '../../state/typing/unfinished.ts';
import { CharacterNote } from '../common/CharacterNote.tsx';
import { Input, TextArea } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';
import { Select } from '../common/Select.tsx';

interface FieldsProps {
  readonly entered: EnteredGuarantee;
  readonly roles: readonly Persona[];
  readonly isNew: boolean;
  onSet(change: Partial<EnteredGuarantee>): void;
}

const areas = [
  { of: 'actions', label: 'Actions', placeholder: 'One per line, such as iam:PassRole or s3:Put*' },
  { of: 'resources', label: 'Resources', placeholder: 'One ARN per line; empty for every resource' },
  {
    of: 'condition',
    label: 'Condition',
    placeholder: '{"StringEquals": {"aws:RequestedRegion": "eu-west-1"}}',
  },
] as const;

const demands = [
  { value: 'never', label: 'Must never be possible' },
  { value: 'unless', label: 'Must always be denied unless they meet the condition' },
] as const;

/** Which requests of which role, and what must hold for them. */
export function GuaranteeFields({ entered, roles, isNew, onSet }: FieldsProps) {
  const id = useId();
  return (
    <>
      {isNew && <ReadyQuestions onSet={onSet} />}
      <label htmlFor={`${id}title`}>Name</label>
      <Input
        id={`${id}title`}
        value={entered.title}
        maxLength={2000}
        placeholder="No role reads the payroll bucket."
        autoComplete="off"
        onChange={(event) => onSet({ title: event.target.value })}
      />
      <label htmlFor={`${id}role`}>Role</label>
      <Select
        id={`${id}role`}
        value={entered.persona}
        options={[
          { value: '', label: 'Every role' },
          ...roles.map(({ id: value, title }) => ({ value, label: title })),
        ]}
        onChange={(persona) => onSet({ persona })}
      />
      <label htmlFor={`${id}must`}>These requests</label>
      <Select id={`${id}must`} value={entered.must} options={demands} onChange={(must) => onSet({ must })} />
      <Areas id={id} entered={entered} onSet={onSet} />
      <CharacterNote
        text={[entered.title, entered.actions, entered.resources, entered.condition].join(' · ')}
      />
    </>
  );
}

const Areas = ({ id, entered, onSet }: Pick<FieldsProps, 'entered' | 'onSet'> & { readonly id: string }) =>
  areas.map(({ of, label, placeholder }) => [
    <label key={`${of} label`} htmlFor={`${id}${of}`}>
      {label}
    </label>,
    <TextArea
      key={of}
      tall={of === 'condition' ? 88 : 64}
      id={`${id}${of}`}
      value={entered[of]}
      spellCheck={false}
      placeholder={placeholder}
      onChange={(event) => onSet({ [of]: event.target.value })}
    />,
  ]);

const NONE = '';

const enteredOf = ({ title, must, actions, resources, condition }: (typeof readyQuestions)[number]) => ({
  title,
  must,
  actions: actions.join('\n'),
  resources: resources.join('\n'),
  condition: conditionAsText(condition),
});

/** The reference policies of AWS for custom policy checks, to start from. */
function ReadyQuestions({ onSet }: Pick<FieldsProps, 'onSet'>) {
  const id = useId();
  const fill = (wanted: string) => {
    const ready = readyQuestions.find((one) => one.id === wanted);
    if (ready) onSet(enteredOf(ready));
  };
  return (
    <>
      <label htmlFor={id}>Start from</label>
      <div>
        <Select
          id={id}
          value={NONE}
          options={[
            { value: NONE, label: 'AWS reference policy…' },
            ...readyQuestions.map(({ id: value, label }) => ({ value, label })),
          ]}
          onChange={fill}
        />
        <Note>
          Questions from the AWS{' '}
          <a
            href="https://github.com/aws-samples/iam-access-analyzer-custom-policy-check-samples"
            target="_blank"
            rel="noreferrer"
          >
            custom policy check samples
          </a>
          . Replace the resource in them.
        </Note>
      </div>
    </>
  );
}
