import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { matrixContexts } from '../../policies/access/matrixContexts.ts';
import type { MatrixQuestion } from '../../state/store.ts';
import { control } from '../common/control.ts';
import { Disclosure } from '../common/Disclosure.tsx';

const Bar = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 12px',
  padding: '6px 16px',
  borderBottom: '1px solid var(--hairline)',
  fontSize: 13,
});
const Field = styled('input')({ ...control, flex: '1 1 160px', maxWidth: 260 });
const Select = styled('select')({ ...control, maxWidth: '100%' });
const More = styled('div')({ flexBasis: '100%' });
const Area = styled('textarea')({
  ...control,
  display: 'block',
  width: '100%',
  maxWidth: 560,
  height: 72,
  padding: 8,
  resize: 'vertical',
});
const Problem = styled('p')({ margin: '4px 0', color: 'var(--error)' });

interface MatrixFieldsProps {
  readonly question: MatrixQuestion;
  readonly levels: readonly string[];
  /** Why the given context cannot be read. */
  readonly problem: { readonly line: number; readonly problem: string } | undefined;
  readonly status: string;
  onAsk(change: Partial<MatrixQuestion>): void;
}

/** What the matrix is asked about: the call, what else is known of it, and which actions are shown. */
export function MatrixFields({ question, levels, problem, status, onAsk }: MatrixFieldsProps) {
  const id = useId();
  return (
    <Bar>
      <label htmlFor={`${id}c`}>Asked about</label>
      <Select
        id={`${id}c`}
        value={question.context}
        onChange={(event) => onAsk({ context: event.target.value })}
      >
        {matrixContexts.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entry.label}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Access level"
        value={question.level}
        onChange={(event) => onAsk({ level: event.target.value })}
      >
        <option value="">every access level</option>
        {levels.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
      <Field
        type="search"
        aria-label="Find an action"
        placeholder="Find an action"
        value={question.filter}
        onChange={(event) => onAsk({ filter: event.target.value })}
      />
      <span role="status">{status}</span>
      <GivenContext given={question.given} problem={problem} onAsk={onAsk} />
    </Bar>
  );
}

type GivenProps = Pick<MatrixFieldsProps, 'problem' | 'onAsk'> & { readonly given: string };

/** More of the call's context than the chosen one has. */
function GivenContext({ given, problem, onAsk }: GivenProps) {
  const id = useId();
  const lines = given.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <More>
      <Disclosure
        label={lines === 0 ? 'Say more of the call…' : `More is said of the call: ${lines}`}
        startsOpen={lines > 0}
      >
        <label htmlFor={id}>
          One key of the request a line, key = value. With nothing behind the sign the key is missing.
        </label>
        <Area
          id={id}
          value={given}
          maxLength={10_000}
          spellCheck={false}
          placeholder="sagemaker:InstanceTypes = ml.m5.xlarge, ml.g5.xlarge"
          onChange={(event) => onAsk({ given: event.target.value })}
        />
        {problem !== undefined && (
          <Problem role="alert">
            Line {problem.line} {problem.problem}; none of these lines is taken into account.
          </Problem>
        )}
      </Disclosure>
    </More>
  );
}
