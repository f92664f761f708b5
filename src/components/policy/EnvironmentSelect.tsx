import Button from '@mui/material/Button';
import { useEffect, useId } from 'react';
import { MOST_ENVIRONMENTS } from '../../policies/draft/environments.ts';
import type { Environment } from '../../policies/model/draft.ts';
import { startEnvironmentTests, useEnvironmentTests } from '../../state/accessTests/environmentTests.ts';
import { outcomeMarks, type TestsLine } from '../../state/accessTests/testsLine.ts';
import { useShownEnvironment } from '../../state/derived/shownValues.ts';
import { show, useStore } from '../../state/store.ts';
import { Note } from '../common/Note.tsx';
import { Select } from '../common/Select.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

const none: readonly Environment[] = [];

const BASE = '';

/** Whose values the policies are shown, checked and tested with. Nothing without environments. */
export function EnvironmentSelect() {
  const environments = useStore(({ draft }) => draft.environments ?? none);
  const has = environments.length > 0;
  useEffect(() => (has ? startEnvironmentTests() : undefined), [has]);
  return has ? <Values environments={environments.slice(0, MOST_ENVIRONMENTS)} /> : null;
}

function Values({ environments }: { readonly environments: readonly Environment[] }) {
  const id = useId();
  const tests = useEnvironmentTests();
  const view = useStore(({ screen }) => screen.view);
  const shown = useShownEnvironment();
  const isOfBase = view === 'changes' || view === 'access';
  return (
    <Toolbar as="section" onPage px={3} aria-label="Values shown">
      <label htmlFor={id}>Values of</label>
      <Select
        id={id}
        value={shown?.name ?? BASE}
        options={[
          { value: BASE, label: 'base values' },
          ...environments.map(({ name }) => ({ value: name, label: `${name}${inWords(tests[name])}` })),
        ]}
        onChange={(name) =>
          show({
            environment: name === BASE ? null : name,
            preview: null,
            ...(isOfBase ? { view: 'policy', half: 'policy' } : {}),
          })
        }
      />
      {shown && (
        <Note as="span" style={{ flex: '1 1 200px' }}>
          Read-only. Text, findings, tests, and sizes use the values of {shown.name}.{' '}
          <Button onClick={() => show({ environment: null })}>Show base values</Button>
        </Note>
      )}
      {isOfBase && <Note as="span">This view uses the base values.</Note>}
    </Toolbar>
  );
}

/** What its tests say, where they are not those of the base values: nothing that was not run looks fine. */
function inWords(line: TestsLine | 'same' | undefined): string {
  if (line === 'same') return ': same policies as base values';
  if (!line || line.outcome === 'none') return '';
  return `: tests ${outcomeMarks[line.outcome]} ${line.text}`;
}
