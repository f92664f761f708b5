import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { withBreaks } from './breaks.tsx';
import { InlineButton } from './InlineButton.tsx';
import { Note } from './Note.tsx';
import { SeverityMark } from './SeverityMark.tsx';
import { besideWords } from './theme.ts';

const Item = styled('li')({
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  gap: '0 8px',
  padding: '8px 0',
  borderTop: '1px solid var(--hairline)',
  fontSize: 13,
  '& > svg': { marginTop: 2 },
  '& p': { margin: '2px 0', maxWidth: '76ch' },
  '& a': { color: 'var(--accent)' },
  '& > div > :is(p, div) + .MuiButton-text': { marginLeft: besideWords },
});

interface FindingRowProps {
  readonly finding: DescribedFinding;
  /** Why it is safe is said for all of its group. */
  readonly isExplained: boolean;
  /** Nothing where the text on screen has changed around it. */
  readonly line: number | undefined;
  onGoTo(): void;
  readonly children: ReactNode;
}

/** A finding: what it is, what to do about it, and where it is. */
export function FindingRow({ finding, isExplained, line, onGoTo, children }: FindingRowProps) {
  const isOurs = finding.code.startsWith('SPB_');
  const more = finding.also.length;
  return (
    <Item>
      <SeverityMark type={finding.type} />
      <div>
        <Note tone="plain" mt={0.5} mb={0.5}>
          {finding.message}{' '}
          {line !== undefined && (
            <InlineButton onClick={onGoTo}>
              Line {line}
              {more > 0 && ` and ${more} more`}
            </InlineButton>
          )}
        </Note>
        <Note mt={0.5} mb={0.5}>
          {finding.advice}
        </Note>
        {finding.harmless !== undefined && !isExplained && (
          <p>
            <b>Why it’s safe here:</b> {finding.harmless}
          </p>
        )}
        <Note mt={0.5} mb={0.5}>
          <code>{withBreaks(finding.code)}</code>{' '}
          <a href={finding.link} target="_blank" rel="noreferrer">
            {isOurs ? 'Source of this rule' : 'AWS documentation'}
            <span className="visually-hidden"> on {finding.code}</span>
          </a>
        </Note>
        {children}
      </div>
    </Item>
  );
}
