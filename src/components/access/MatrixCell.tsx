import { useId, useState } from 'react';
import { type Matrix, matrixCall, type MatrixRow } from '../../policies/access/matrixCall.ts';
import type { Verdict } from '../../policies/simulate/decision.ts';
import { Explanation } from '../common/explain/Explanation.tsx';
import { verdicts } from '../common/VerdictMark.tsx';
import { ActionDescriptions } from '../common/ActionDescriptions.tsx';
import { Stack } from '../common/Stack.tsx';
import { Select } from '../common/Select.tsx';

/** What is most worth an explanation comes first. */
const ORDER: readonly Verdict[] = ['error', 'explicitDeny', 'implicitDeny', 'unknown', 'allowed'];

/** The end of an ARN, in which resources differ. */
export const resourceName = (arn: string): string =>
  arn === '*' ? 'no resource (*)' : arn.split(':').slice(5).join(':');

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
        <Stack as="p" row gap={2} mt={1} mb={1}>
          <label htmlFor={id}>Resource</label>
          <Select
            id={id}
            value={shown?.resource ?? ''}
            options={answers.map(({ resource, verdict }) => ({
              value: resource,
              label: `${resourceName(resource)}: ${verdicts[verdict].word.toLowerCase()}`,
            }))}
            onChange={setWanted}
          />
        </Stack>
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
