import { styled } from '@mui/material/styles';
import type { ProofResult } from '../../policies/proofs/run.ts';
import { notAskedInWords } from '../../policies/proofs/words.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { ProofRow } from './ProofRow.tsx';

const Section = styled('section')({
  fontSize: 13,
  borderTop: '1px solid var(--hairline)',
  padding: '4px 0',
  '& > h3': { margin: '4px 0', fontSize: 13, fontWeight: 600 },
});
const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });
const Unasked = styled('ul')({ margin: '4px 0', paddingLeft: 20, color: 'var(--ink-2)' });

interface ProofGroupProps {
  readonly title: string;
  readonly results: readonly ProofResult[];
  /** Whether all of them are in sight from the start. */
  readonly open: boolean;
}

/** The proofs of one owner: those that fail or are unknown in sight, the others behind their number. */
export function ProofGroup({ title, results, open }: ProofGroupProps) {
  const failing = results.filter(({ state }) => state !== 'holds' && state !== 'notAsked');
  const holding = results.filter(({ state }) => state === 'holds');
  const unasked = results.filter(({ state }) => state === 'notAsked');
  return (
    <Section aria-label={title}>
      <h3>{title}</h3>
      <List>
        {failing.map((result) => (
          <ProofRow key={`${result.proof.expect} ${result.proof.id}`} result={result} />
        ))}
      </List>
      {holding.length > 0 && (
        <Disclosure
          late
          label={`✓ ${holding.length} ${holding.length === 1 ? 'holds' : 'hold'}`}
          startsOpen={open}
        >
          <List>
            {holding.map((result) => (
              <ProofRow key={`${result.proof.expect} ${result.proof.id}`} result={result} />
            ))}
          </List>
        </Disclosure>
      )}
      {unasked.length > 0 && (
        <Disclosure label={`${unasked.length} not asked`}>
          <Unasked>
            {unasked.map((result) => (
              <li key={`${result.proof.expect} ${result.proof.id}`}>
                <ForeignText text={result.proof.title} use="prose" />:{' '}
                {result.state === 'notAsked' && notAskedInWords(result.why, result.proof)}
              </li>
            ))}
          </Unasked>
        </Disclosure>
      )}
    </Section>
  );
}
