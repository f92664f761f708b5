import { styled } from '@mui/material/styles';
import { countProofs, type Proofs, useProofs } from '../../state/proofs/proofs.ts';
import type { EvidenceLine } from './findingsLine.tsx';

const Count = styled('span')({
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 600,
  color: 'var(--allow)',
  '&[data-unknown="true"]': { color: 'var(--caution)' },
  '&[data-fails="true"]': { color: 'var(--error)' },
  '&[data-old="true"]': { color: 'var(--ink-3)' },
});

/** How many proofs hold. Proofs that have not been asked of the present choices are never shown as holding. */
export function useProofsLine(): EvidenceLine {
  const proofs = useProofs();
  const { holds, fails, unknown } = countProofs(proofs.results);
  const asked = proofs.results.length > 0 && proofs.state !== 'failed';
  return {
    mark: asked && (
      <Count data-fails={fails > 0} data-unknown={unknown > 0} data-old={proofs.state === 'stale'}>
        {fails > 0 ? '✗' : unknown > 0 ? '?' : '✓'} {holds}/{holds + fails + unknown}
        <span className="visually-hidden"> hold</span>
      </Count>
    ),
    line: lineOf(proofs),
    busy: proofs.state !== 'current',
  };
}

function lineOf({ state, results, withExamples }: Proofs): string {
  if (state === 'failed') return 'Not asked: the proofs could not be started.';
  if (state === 'idle') return 'Asking…';
  const { holds, fails, unknown, notAsked } = countProofs(results);
  const parts = [
    fails > 0 && `${fails} ${fails === 1 ? 'fails' : 'fail'}`,
    unknown > 0 && `${unknown} unknown`,
    `${holds} ${holds === 1 ? 'holds' : 'hold'}`,
    notAsked > 0 && `${notAsked} not asked`,
  ];
  const older = state === 'stale' ? ' (of the choices before; asking)' : '';
  return `${parts.filter(Boolean).join(', ')}${withExamples ? ', open fields with example values' : ''}${older}`;
}
