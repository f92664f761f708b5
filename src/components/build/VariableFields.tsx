import { lazy, Suspense } from 'react';
import type { Variable } from '../../policies/variables/variable.ts';
import { VariableField } from './VariableField.tsx';

const ReadActionPicker = lazy(() =>
  import('./ReadActionPicker.tsx').then((module) => ({ default: module.ReadActionPicker })),
);

/** Fields for variables; each can be sought by its id. */
export function VariableFields({ variables }: { readonly variables: readonly Variable[] }) {
  return variables.map((variable) => (
    <div key={variable.id} data-variable={variable.id}>
      {variable.kind === 'readAction' ? (
        <Suspense fallback={<p>Loading the list of actions…</p>}>
          <ReadActionPicker variable={variable} />
        </Suspense>
      ) : (
        <VariableField variable={variable} />
      )}
    </div>
  ));
}
