import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useDeferredValue, useMemo } from 'react';
import { levelName } from '../../policies/catalog/accessLevels.ts';
import { accessMatrix } from '../../policies/access/matrix.ts';
import type { Matrix } from '../../policies/access/matrixCall.ts';
import { matrixContexts } from '../../policies/access/matrixContexts.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { rolesOf } from '../../policies/draft/roles.ts';
import { deliveredOf, problemsOf } from '../../state/derived/derived.ts';
import { type MatrixQuestion, show, useRuleset, useStore } from '../../state/store.ts';
import { contextFromText } from '../common/contextText.ts';
import { useServices } from '../common/useServices.ts';
import { VerdictMark, verdicts } from '../common/VerdictMark.tsx';
import { MatrixFields } from './MatrixFields.tsx';
import { MatrixTable } from './MatrixTable.tsx';

const Pane = styled('div')({ display: 'flex', flexDirection: 'column', height: '100%' });
const Note = styled('p')({ margin: 0, padding: '4px 16px', fontSize: 13, color: 'var(--ink-2)' });
const Legend = styled('ul')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 16px',
  listStyle: 'none',
  margin: 0,
  padding: '0 16px 4px',
  fontSize: 13,
  color: 'var(--ink-2)',
  '& > li': { display: 'inline-flex', alignItems: 'center', gap: 4 },
});

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
  const ruleset = useRuleset();
  const draft = useDeferredValue(useStore((state) => state.draft));
  const question = useStore((state) => state.screen.matrix);
  const context = matrixContexts.find(({ id }) => id === question.context) ?? matrixContexts[0];
  const given = useMemo(() => contextFromText(question.given), [question.given]);
  const matrix = useMemo(() => {
    const filled = fillExamples(draft, ruleset);
    const own = given.ok ? given.context : {};
    const asked = context && { ...context, context: { ...context.context, ...own } };
    return asked && accessMatrix(filled, deliveredOf(filled).documents, catalog, asked, ruleset);
  }, [draft, ruleset, catalog, context, given]);
  if (!matrix || matrix.personas.length === 0)
    return <Note>Only roles and people are compared here. Choose one in step 1.</Note>;
  const shown = shownRows(matrix, question);
  return (
    <Pane>
      <MatrixFields
        question={question}
        levels={levelsOf(matrix)}
        problem={given.ok ? undefined : given}
        onAsk={(change) => show({ matrix: { ...question, ...change } })}
        status={`${shown.length} of ${matrix.rows.length} actions`}
      />
      <Note>
        {context?.help} {problemsOf(draft).length > 0 && 'Open fields have example values. '}
        {rolesOf(draft, ruleset).some(({ personas }) => personas.length > 1) &&
          'One role has the permissions of all these personas, so their results are identical.'}
      </Note>
      <Legend aria-label="What the marks mean">
        {(['allowed', 'explicitDeny', 'implicitDeny', 'unknown', 'mixed'] as const).map((verdict) => (
          <li key={verdict}>
            <VerdictMark verdict={verdict} />
            {verdicts[verdict].word}
          </li>
        ))}
      </Legend>
      <MatrixTable matrix={matrix} rows={shown} />
    </Pane>
  );
}

const levelsOf = ({ rows }: Matrix): readonly string[] => [
  ...new Set(rows.map(({ action }) => levelName(action.accessLevel))),
];

function shownRows({ rows }: Matrix, { level, filter }: MatrixQuestion): Matrix['rows'] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    ({ action: { name, accessLevel } }) =>
      (level === '' || levelName(accessLevel) === level) &&
      words.every((word) => name.toLowerCase().includes(word)),
  );
}
