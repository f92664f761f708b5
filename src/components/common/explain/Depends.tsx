import Button from '@mui/material/Button';
import { type FormEvent, useId } from 'react';
import type { Branch as BranchOf, Dependency } from '../../../policies/simulate/decision.ts';
import { shownVerdict } from '../../../policies/simulate/otherReading.ts';
import { dependsOnReading } from '../../../policies/simulate/verdictWords.ts';
import { ForeignText } from '../ForeignText.tsx';
import { typeValue, useUnfinished } from '../../../state/typing/unfinished.ts';
import { VerdictMark, verdicts } from '../VerdictMark.tsx';
import { Stack } from '../Stack.tsx';
import { Input } from '../Input.tsx';
import { List } from '../List.tsx';
import { InlineButton } from '../InlineButton.tsx';

interface DependsProps {
  /** Distinguishes the explanation from others on the page. */
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
      <Stack as="form" row gap={2} py={1} onSubmit={give}>
        <label htmlFor={id}>
          <code>
            <ForeignText text={key} />
          </code>
        </label>
        <Input
          grow={160}
          style={{ maxWidth: 360 }}
          id={id}
          value={value}
          autoComplete="off"
          onChange={(event) => typeValue(typed, event.target.value)}
        />
        <Button type="submit" variant="outlined" disabled={value === ''}>
          Use this value
        </Button>
      </Stack>
      <List>
        {branches.map((branch) => (
          <Branch
            key={`${branch.isOther} ${branch.value}`}
            branch={branch}
            onGive={() => onGive(key, branch.value ?? [])}
          />
        ))}
        {moreValues > 0 && <MoreValues count={moreValues} />}
      </List>
    </>
  );
}

const MoreValues = ({ count }: { readonly count: number }) => (
  <Stack as="li" row nowrap gap={1.5}>
    {count} more values in the policies weren’t tried
  </Stack>
);

/** The verdict with a value, or without the key. Clicking it gives the key that value. */
const Branch = ({ branch, onGive }: { readonly branch: BranchOf; onGive(): void }) => (
  <Stack as="li" row nowrap gap={1.5}>
    <VerdictMark verdict={shownVerdict(branch)} />
    <span>
      {branch.isOther ? (
        'Any other value'
      ) : (
        <InlineButton onClick={onGive}>
          <ForeignText text={nameOf(branch)} />
        </InlineButton>
      )}
      : {verdicts[shownVerdict(branch)].word.toLowerCase()}
      {branch.otherReading && `, ${dependsOnReading(branch.otherReading)}`}
    </span>
  </Stack>
);

const nameOf = ({ value }: BranchOf): string => (value === undefined ? 'missing' : value || 'empty');
