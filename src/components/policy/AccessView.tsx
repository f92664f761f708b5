import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { levelName } from '../../policies/access/explain.ts';
import { accessMatrix, type Matrix, matrixContexts } from '../../policies/access/matrix.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { fillExamples } from '../../policies/example.ts';
import { deliveredOf, problemsOf } from '../../state/derived.ts';
import { useStore } from '../../state/store.ts';
import { control } from '../common/control.ts';
import { useServices } from '../common/useServices.ts';
import { VerdictMark, verdicts } from '../common/VerdictMark.tsx';
import { MatrixTable } from './MatrixTable.tsx';

const Pane = styled('div')({ display: 'flex', flexDirection: 'column', height: '100%' });
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
const Note = styled('p')({ margin: 0, padding: '4px 16px', fontSize: 13, color: 'var(--ink-2)' });
const Legend = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 4,
  marginLeft: 12,
  whiteSpace: 'nowrap',
});

const levels = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

/** What each role may do of all SageMaker actions, after every change anew. */
export function AccessView() {
  const services = useServices(['sagemaker']);
  if (services.state === 'loading') return <Note>Loading the actions…</Note>;
  if (services.state === 'failed') {
    return (
      <Note role="alert">
        The actions could not be loaded. <Button onClick={services.retry}>Try again</Button>
      </Note>
    );
  }
  return <MatrixOf catalog={services.catalog} />;
}

function MatrixOf({ catalog }: { readonly catalog: Catalog }) {
  const draft = useDeferredValue(useStore((state) => state.draft));
  const [asked, setAsked] = useState<Asked>({ context: 'open', level: '', filter: '' });
  const context = matrixContexts.find((entry) => entry.id === asked.context) ?? matrixContexts[0];
  const matrix = useMemo(() => {
    const filled = fillExamples(draft);
    return context && accessMatrix(filled, deliveredOf(filled).documents, catalog, context);
  }, [draft, catalog, context]);
  if (!matrix || matrix.personas.length === 0)
    return <Note>Only roles and people are compared here. Choose one in step 1.</Note>;
  const shown = shownRows(matrix, asked);
  return (
    <Pane>
      <Bar>
        <MatrixFields asked={asked} onAsk={setAsked} />
        <span role="status">
          {shown.length} of {matrix.rows.length} actions
        </span>
      </Bar>
      <Note>
        {context?.help} {problemsOf(draft).length > 0 && 'Open fields have example values. '}
        {(['allowed', 'explicitDeny', 'implicitDeny', 'unknown'] as const).map((verdict) => (
          <Legend key={verdict}>
            <VerdictMark verdict={verdict} />
            {verdicts[verdict].word}{' '}
          </Legend>
        ))}
      </Note>
      <MatrixTable matrix={matrix} rows={shown} />
    </Pane>
  );
}

/** What is asked, and of which actions. */
interface Asked {
  readonly context: string;
  readonly level: string;
  readonly filter: string;
}

function MatrixFields({ asked, onAsk }: { readonly asked: Asked; onAsk(asked: Asked): void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={`${id}c`}>Asked about</label>
      <Select
        id={`${id}c`}
        value={asked.context}
        onChange={(event) => onAsk({ ...asked, context: event.target.value })}
      >
        {matrixContexts.map((entry) => (
          <option key={entry.id} value={entry.id}>
            {entry.label}
          </option>
        ))}
      </Select>
      <Select
        aria-label="Access level"
        value={asked.level}
        onChange={(event) => onAsk({ ...asked, level: event.target.value })}
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
        value={asked.filter}
        onChange={(event) => onAsk({ ...asked, filter: event.target.value })}
      />
    </>
  );
}

function shownRows({ rows }: Matrix, { level, filter }: Asked): Matrix['rows'] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ action: { name, accessLevel } }) =>
      (level === '' || levelName(accessLevel) === level) &&
      words.every((word) => name.toLowerCase().includes(word)),
  );
}
