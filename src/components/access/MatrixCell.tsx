import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import { type Matrix, matrixCall, type MatrixRow } from '../../policies/access/matrixCall.ts';
import type { Verdict } from '../../policies/simulate/decision.ts';
import { control } from '../common/control.ts';
import { Explanation } from '../common/explain/Explanation.tsx';
import { verdicts } from '../common/VerdictMark.tsx';
import { ActionDescriptions } from '../common/ActionDescriptions.tsx';

const Ask = styled('p')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, margin: '4px 0' });
const Select = styled('select')({ ...control, maxWidth: '100%' });

/** What is most worth an explanation comes first. */
const ORDER: readonly Verdict[] = ['error', 'explicitDeny', 'implicitDeny', 'unknown', 'allowed'];

/** The end of an ARN, which tells resources apart. */
export const resourceName = (arn: string): string =>
  arn === '*' ? 'no resource' : arn.split(':').slice(5).join(':');

interface MatrixCellProps {
  readonly matrix: Matrix;
  readonly row: MatrixRow;
  readonly persona: string;
}

/** What an action does, and why a role may or may not call it on each of its resources. */
export function MatrixCell({ matrix, row, persona }: MatrixCellProps) {
  const id = useId();
  const verdictsOf = row.byResource[matrix.personas.indexOf(persona)];
  const answers = row.resources.flatMap((resource, index) => {
    const call = matrixCall(matrix, persona, row, resource);
    return call ? [{ resource, ...call, verdict: verdictsOf?.[index] ?? 'error' }] : [];
  });
  const [worst] = answers.toSorted((one, other) => ORDER.indexOf(one.verdict) - ORDER.indexOf(other.verdict));
  const [wanted, setWanted] = useState<string>();
  const shown = answers.find(({ resource }) => resource === wanted) ?? worst;
  return (
    <div>
      <ActionDescriptions service="sagemaker" actions={[row.action.name.replace(/^.*:/, '')]} />
      {answers.length > 1 && (
        <Ask>
          <label htmlFor={id}>Asked of</label>
          <Select id={id} value={shown?.resource} onChange={(event) => setWanted(event.target.value)}>
            {answers.map(({ resource, verdict }) => (
              <option key={resource} value={resource}>
                {resourceName(resource)}: {verdicts[verdict].word.toLowerCase()}
              </option>
            ))}
          </Select>
        </Ask>
      )}
      {shown && (
        <Explanation
          key={shown.resource}
          of={`matrix ${persona} ${row.action.name} ${shown.resource}`}
          request={shown.request}
          policies={shown.policies}
          missingKeys="unknown"
        />
      )}
    </div>
  );
}
