import { styled } from '@mui/material/styles';
import type { ActionChanges } from '../../policies/changes.ts';
import { fontMono } from '../../theme.ts';
import { Disclosure } from '../common/Disclosure.tsx';

const Region = styled('section')({
  padding: '8px 16px',
  borderBottom: '1px solid var(--hairline)',
  fontSize: 13,
  '& > p': { margin: 0 },
});
const Lists = styled('div')({ maxHeight: '30vh', overflow: 'auto' });
const Heading = styled('h3')({ margin: '8px 0 2px', fontSize: 13, fontWeight: 600 });
const Actions = styled('p')({ margin: 0, font: `12px/20px ${fontMono}`, overflowWrap: 'anywhere' });

const rows = [
  { of: 'added', short: 'added', long: 'Allowed actions added' },
  { of: 'removed', short: 'removed', long: 'Allowed actions removed' },
  {
    of: 'rescoped',
    short: 'with another resource or condition',
    long: 'Actions with another resource or condition',
  },
  { of: 'deniedAdded', short: 'newly denied', long: 'Denied actions added' },
  { of: 'deniedRemoved', short: 'no longer denied', long: 'Denied actions removed' },
] as const satisfies readonly { of: keyof ActionChanges; short: string; long: string }[];

interface ChangesSummaryProps {
  readonly changes: ActionChanges;
  readonly sameText: boolean;
}

/** How many named actions changed, and which. Says that it compares names, so that nobody takes it for a proof. */
export function ChangesSummary({ changes, sameText }: ChangesSummaryProps) {
  const present = rows.filter((row) => changes[row.of].length > 0);
  return (
    <Region aria-label="Summary of changes">
      <p>{sentence(changes, sameText)}</p>
      {present.length > 0 && (
        <Disclosure label="Which actions">
          <Lists tabIndex={0} role="group" aria-label="Changed actions">
            {present.map((row) => (
              <div key={row.of}>
                <Heading>{row.long}</Heading>
                <Actions>{changes[row.of].join(', ')}</Actions>
              </div>
            ))}
            <p>Actions are compared as written: a wildcard counts as one, and is not expanded.</p>
          </Lists>
        </Disclosure>
      )}
    </Region>
  );
}

function sentence(changes: ActionChanges, sameText: boolean): string {
  if (sameText) return 'No differences.';
  const always = [`${changes.added.length} actions added`, `${changes.removed.length} removed`];
  const others = rows
    .slice(2)
    .filter((row) => changes[row.of].length > 0)
    .map((row) => `${changes[row.of].length} ${row.short}`);
  return `${[...always, ...others].join(', ')}.`;
}
