import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type FormEvent, useId } from 'react';
import type { Branch as BranchOf, Dependency } from '../../../policies/simulate/decision.ts';
import { shownVerdict } from '../../../policies/simulate/otherReading.ts';
import { dependsOnReading } from '../../../policies/simulate/verdictWords.ts';
import { control } from '../control.ts';
import { ForeignText } from '../ForeignText.tsx';
import { typeValue, useUnfinished } from '../unfinished.ts';
import { VerdictMark, verdicts } from '../VerdictMark.tsx';

const Form = styled('form')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  padding: '4px 0',
});
const Field = styled('input')({ ...control, flex: '1 1 160px', maxWidth: 360 });
const Branches = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });
const Branch = styled('li')({ display: 'flex', gap: 6, alignItems: 'center', overflowWrap: 'anywhere' });

const Take = styled(Button)({
  minHeight: 24,
  minWidth: 24,
  padding: '0 4px',
  fontWeight: 400,
  '@media (pointer: coarse)': { minHeight: 44 },
});

interface DependsProps {
  /** Of the explanation, among all of the page. */
  readonly of: string;
  readonly dependency: Dependency;
  /** A list without values says that the key is missing. */
  onGive(key: string, value: string | readonly string[]): void;
}

/** A key that was not given: the verdict with and without it, and a field to give it a value. */
export function Depends({ of, dependency: { key, branches, moreValues }, onGive }: DependsProps) {
  const id = useId();
  const typed = `${of} ${key}`;
  const value = useUnfinished(({ values }) => values[typed] ?? '');
  const give = (event: FormEvent) => {
    event.preventDefault();
    onGive(key, value);
  };
  return (
    <>
      <Form onSubmit={give}>
        <label htmlFor={id}>
          <code>
            <ForeignText text={key} />
          </code>
        </label>
        <Field
          id={id}
          value={value}
          autoComplete="off"
          onChange={(event) => typeValue(typed, event.target.value)}
        />
        <Button type="submit" variant="outlined" disabled={value === ''}>
          Give it this value
        </Button>
      </Form>
      <Branches>
        {branches.map((branch) => (
          <Branch key={`${branch.isOther} ${branch.value}`}>
            <VerdictMark verdict={shownVerdict(branch)} />
            <span>
              {branch.isOther ? (
                'any other value'
              ) : (
                <Take onClick={() => onGive(key, branch.value ?? [])}>
                  <ForeignText text={nameOf(branch)} />
                </Take>
              )}
              : {verdicts[shownVerdict(branch)].word.toLowerCase()}
              {branch.otherReading && `, ${dependsOnReading(branch.otherReading)}`}
            </span>
          </Branch>
        ))}
        {moreValues > 0 && <Branch>{moreValues} more values that the policies name were not tried</Branch>}
      </Branches>
    </>
  );
}

const nameOf = ({ value }: BranchOf): string => (value === undefined ? 'missing' : value || 'empty');
