import Button from '@mui/material/Button';
import { useDeferredValue } from 'react';
import { guaranteeOwnerInWords } from '../../policies/guarantees/guaranteeWords.ts';
import type { GuaranteeResult } from '../../policies/guarantees/guaranteeResult.ts';
import { useGuarantees } from '../../state/guarantees/guaranteesStore.ts';
import { guaranteesLineOf } from '../../state/guarantees/guaranteesLine.ts';
import { startGuarantees } from '../../state/guarantees/startGuarantees.ts';
import { useRuleset } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { TestsCount } from '../common/TestsCount.tsx';
import { GuaranteeRow } from './GuaranteeRow.tsx';

/** What holds for every request: those that are violated or undecided in sight, the proven ones behind their number. */
export function GuaranteesSection() {
  const guarantees = useGuarantees();
  const { state } = guarantees;
  // A long list is drawn when there is time: typing goes first. What could not be computed has none, at once.
  const later = useDeferredValue(guarantees);
  const { results } = state === 'failed' ? guarantees : later;
  return (
    <Stack as="section" small py={1} aria-label="Guarantees" aria-busy={results !== guarantees.results}>
      <Stack row gap={2} rowGap={0}>
        <Heading look="group" mt={1} mb={1}>
          Guarantees
        </Heading>
        {guaranteesLineOf(guarantees).outcome !== 'none' && (
          <TestsCount line={guaranteesLineOf(guarantees)} />
        )}
      </Stack>
      {state === 'failed' ? (
        <Note mb={2} role="alert">
          Couldn’t compute the guarantees, so nothing is proven.{' '}
          <Button onClick={startGuarantees}>Try again</Button>
        </Note>
      ) : (
        <Note mb={1}>
          {state === 'stale' ? 'Computing… Showing the previous results.' : noteOf(results.length)}
        </Note>
      )}
      <OfOwners results={results} />
    </Stack>
  );
}

const noteOf = (many: number): string =>
  many === 0
    ? 'No guarantees yet. Add one to prove it for every possible request, not for single calls.'
    : 'Checked for every possible request, not for single calls.';

function OfOwners({ results }: { readonly results: readonly GuaranteeResult[] }) {
  const ruleset = useRuleset();
  const open = results.filter(({ answer }) => answer.state !== 'proven');
  const proven = results.filter(({ answer }) => answer.state === 'proven');
  const ownerOf = ({ owner }: GuaranteeResult) => guaranteeOwnerInWords(owner, ruleset);
  return (
    <>
      <Rows results={open} />
      {[...new Set(proven.map(ownerOf))].map((owner) => {
        const ofOwner = proven.filter((result) => ownerOf(result) === owner);
        return (
          <Disclosure key={owner} late label={`✓ ${ofOwner.length} proven: ${owner}`}>
            <Rows results={ofOwner} />
          </Disclosure>
        );
      })}
    </>
  );
}

const Rows = ({ results }: { readonly results: readonly GuaranteeResult[] }) => (
  <List>
    {results.map((result) => (
      <GuaranteeRow key={`${JSON.stringify(result.owner)} ${result.id}`} result={result} />
    ))}
  </List>
);
