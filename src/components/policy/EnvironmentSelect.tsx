import Button from '@mui/material/Button';
import { type RefObject, useEffect, useId, useRef } from 'react';
import { usableEnvironments } from '../../policies/draft/environments.ts';
import type { Environment } from '../../policies/model/draft.ts';
import { outcomeMarks } from '../../state/accessTests/testsLine.ts';
import { useShownEnvironment } from '../../state/derived/shownValues.ts';
import {
  type EnvironmentEvidence,
  useEnvironmentEvidence,
  watchEnvironments,
} from '../../state/environments/environmentEvidence.ts';
import { show, useStore } from '../../state/store.ts';
import { Note } from '../common/Note.tsx';
import { Select } from '../common/Select.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

const none: readonly Environment[] = [];

const SHARED = '';

const editedNote =
  'Policies have manual edits, so only the shared values are used. Reset the edits to use an environment.';

/** Whose values the policies are shown, checked and tested with. Nothing without environments. */
export function EnvironmentSelect() {
  const environments = useStore(({ draft }) => draft.environments ?? none);
  const has = environments.length > 0;
  useEffect(() => (has ? watchEnvironments() : undefined), [has]);
  return has ? <Values environments={environments} /> : null;
}

function Values({ environments }: { readonly environments: readonly Environment[] }) {
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const evidence = useEnvironmentEvidence();
  const isEdited = useStore(({ draft }) => usableEnvironments(draft).length === 0);
  const view = useStore(({ screen }) => screen.view);
  const shown = useShownEnvironment();
  const isOfShared = view === 'changes' || view === 'access' || view === 'review';
  return (
    <Toolbar as="section" onPage px={3} aria-label="Environment shown">
      <label htmlFor={id}>Environment</label>
      <Select
        ref={select}
        id={id}
        value={shown?.name ?? SHARED}
        options={[
          { value: SHARED, label: 'Shared values' },
          ...(isEdited ? [] : environments).map(({ name }) => ({
            value: name,
            label: `${name}${inWords(evidence[name])}`,
          })),
        ]}
        onChange={(name) =>
          show({
            environment: name === SHARED ? null : name,
            preview: null,
            ...(isOfShared ? { view: 'policy', half: 'policy' } : {}),
          })
        }
      />
      {shown && <ReadOnly select={select} />}
      {isEdited && <Note as="span">{editedNote}</Note>}
      {isOfShared && <Note as="span">This view uses the shared values.</Note>}
    </Toolbar>
  );
}

const ReadOnly = ({ select }: { readonly select: RefObject<HTMLElement | null> }) => (
  <Note as="span" style={{ whiteSpace: 'nowrap' }}>
    Read-only.{' '}
    <Button
      onClick={() => {
        // The button goes, and leaves the focus beside it.
        select.current?.focus();
        show({ environment: null });
      }}
    >
      Show shared values
    </Button>
  </Note>
);

/** What is known of it, where that is not what is known of the shared values: nothing that was not checked looks fine. */
function inWords(evidence: EnvironmentEvidence | 'same' | undefined): string {
  if (evidence === 'same') return ': same policies as shared values';
  if (!evidence) return '';
  const { findings, tests } = evidence;
  const run = tests.outcome === 'none' ? '' : `; tests ${outcomeMarks[tests.outcome]} ${tests.text}`;
  return `: ${findings}${run}`;
}
