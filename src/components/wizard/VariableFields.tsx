import { lazy, Suspense } from 'react';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { useRuleset } from '../../state/store.ts';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { VariableConflicts } from './RoleConflicts.tsx';
import { isRuled } from './presetRules.tsx';
import { VariableField } from './VariableField.tsx';
import { WikiLink } from './WikiLink.tsx';

const ReadActionPicker = lazy(() =>
  import('./ReadActionPicker.tsx').then((module) => ({ default: module.ReadActionPicker })),
);

const RuledField = lazy(() => import('./RuledField.tsx').then((module) => ({ default: module.RuledField })));

/** Fields for variables; each can be sought by its id. */
export function VariableFields({ variables }: { readonly variables: readonly Variable[] }) {
  const ruleset = useRuleset();
  return variables.map((variable) => (
    <div key={variable.id} data-variable={variable.id}>
      {isRuled(variable.id, ruleset) ? (
        <LazyBoundary fallback={<p>{couldNotLoad('the rules of your organization')}</p>}>
          <Suspense fallback={<p>Loading the rules of your organization…</p>}>
            <RuledField variable={variable} />
          </Suspense>
        </LazyBoundary>
      ) : variable.kind === 'readAction' ? (
        <LazyBoundary fallback={<p>{couldNotLoad('the list of actions')}</p>}>
          <Suspense fallback={<p>Loading the list of actions…</p>}>
            <ReadActionPicker variable={variable} />
          </Suspense>
        </LazyBoundary>
      ) : (
        <VariableField variable={variable} />
      )}
      {variable.kind === 'roleArn' && <VariableConflicts variable={variable} />}
      <WikiLink kind="variables" id={variable.id} />
    </div>
  ));
}

const couldNotLoad = (what: string): string =>
  `Couldn’t load ${what}. Reload the page – your draft is saved.`;
