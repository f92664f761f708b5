import { useId } from 'react';
import { matrixContexts } from '../../policies/access/matrixContexts.ts';
import type { MatrixQuestion } from '../../state/screen.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { Input, TextArea } from '../common/Input.tsx';
import { Note } from '../common/Note.tsx';
import { Select } from '../common/Select.tsx';
import { Box } from '../common/Box.tsx';

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
    <Toolbar gap={3} py={1.5}>
      <label htmlFor={`${id}c`}>Request context</label>
      <Select
        id={`${id}c`}
        value={question.context}
        options={matrixContexts.map(({ id: value, label }) => ({ value, label }))}
        onChange={(context) => onAsk({ context })}
      />
      <Select
        aria-label="Access level"
        value={question.level}
        options={[
          { value: '', label: 'All access levels' },
          ...levels.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(level) => onAsk({ level })}
      />
      <Input
        grow={160}
        style={{ maxWidth: 260 }}
        type="search"
        aria-label="Find an action"
        placeholder="Find an action"
        value={question.filter}
        onChange={(event) => onAsk({ filter: event.target.value })}
      />
      <span role="status">{status}</span>
      <GivenContext given={question.given} problem={problem} onAsk={onAsk} />
    </Toolbar>
  );
}

type GivenProps = Pick<MatrixFieldsProps, 'problem' | 'onAsk'> & { readonly given: string };

/** More of the call's context than the chosen one has. */
function GivenContext({ given, problem, onAsk }: GivenProps) {
  const id = useId();
  const lines = given.split('\n').filter((line) => line.trim() !== '').length;
  return (
    <Box style={{ flexBasis: '100%' }}>
      <Disclosure
        label={
          lines === 0 ? 'Add request context…' : `Request context: ${lines === 1 ? '1 key' : `${lines} keys`}`
        }
        startsOpen={lines > 0}
      >
        <label htmlFor={id}>One key per line: key = value. Leave the value empty if the key is absent.</label>
        <TextArea
          tall={72}
          id={id}
          value={given}
          maxLength={10_000}
          spellCheck={false}
          placeholder="sagemaker:InstanceTypes = ml.m5.xlarge, ml.g5.xlarge"
          onChange={(event) => onAsk({ given: event.target.value })}
        />
        {problem !== undefined && (
          <Note tone="error" mt={1} mb={1} role="alert">
            Line {problem.line} {problem.problem}; these lines aren’t used until you correct it.
          </Note>
        )}
      </Disclosure>
    </Box>
  );
}
