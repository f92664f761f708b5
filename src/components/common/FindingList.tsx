import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { findingTypes } from '../../policies/checks/check.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { lineAt, placesOnScreen } from '../../state/checks/placesOnScreen.ts';
import { SeverityMark, severities } from './SeverityMark.tsx';

const List = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });
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
});
const Message = styled('p')({ overflowWrap: 'anywhere', '& > b': { fontWeight: 600 } });
const Heading = styled('h3')({
  margin: '8px 0 4px',
  fontSize: 12,
  lineHeight: '20px',
  fontWeight: 600,
  color: 'var(--ink-2)',
});
const GoTo = styled(Button)({
  minHeight: 24,
  padding: '0 4px',
  '@media (pointer: coarse)': { minHeight: 44 },
});
const Code = styled('code')({ fontSize: 12, color: 'var(--ink-2)', overflowWrap: 'anywhere' });
const Small = styled('p')({ color: 'var(--ink-2)' });

const MAX_SHOWN = 100;

interface FindingListProps {
  /** On screen. */
  readonly text: string;
  /** The text that the findings are of. */
  readonly checkedText: string;
  readonly findings: readonly DescribedFinding[];
  /** Level of the groups' headings. */
  readonly headings?: 'h3' | 'h4';
  /** They belong to an older text. */
  readonly dimmed: boolean;
  /** Its range is that of the text on screen. */
  onGoTo(finding: DescribedFinding): void;
  renderActions(finding: DescribedFinding): ReactNode;
}

/** Findings by class, the worst first and within it in the order of the text. */
export function FindingList({
  text,
  checkedText,
  findings,
  headings = 'h3',
  dimmed,
  onGoTo,
  renderActions,
}: FindingListProps) {
  const ordered = findingTypes.flatMap((type) => findings.filter((finding) => finding.type === type));
  const shown = ordered.slice(0, MAX_SHOWN);
  const placeOf = placesOnScreen(checkedText, text);
  return (
    <div style={dimmed ? { opacity: 0.6 } : {}} aria-busy={dimmed}>
      {findingTypes.map((type) => {
        const group = shown.filter((finding) => finding.type === type);
        if (group.length === 0) return null;
        return (
          <section key={type}>
            <Heading as={headings}>
              {severities[type].title} ({findings.filter((finding) => finding.type === type).length})
            </Heading>
            <List>
              {group.map((finding) => {
                const range = placeOf(finding.range);
                return (
                  <FindingRow
                    key={`${finding.code} ${finding.range.offset} ${finding.message}`}
                    finding={finding}
                    line={range && lineAt(text, range.offset)}
                    onGoTo={() => range && onGoTo({ ...finding, range })}
                  >
                    {renderActions(finding)}
                  </FindingRow>
                );
              })}
            </List>
          </section>
        );
      })}
      {ordered.length > shown.length && (
        <Small>{ordered.length - shown.length} more. They are listed when those above are gone.</Small>
      )}
    </div>
  );
}

interface FindingRowProps {
  readonly finding: DescribedFinding;
  /** Nothing where the text on screen has changed around it. */
  readonly line: number | undefined;
  onGoTo(): void;
  readonly children: ReactNode;
}

function FindingRow({ finding, line, onGoTo, children }: FindingRowProps) {
  const own = finding.code.startsWith('SPB_');
  const more = finding.also.length;
  return (
    <Item>
      <SeverityMark type={finding.type} />
      <div>
        <Message>
          {finding.message}{' '}
          {line !== undefined && (
            <GoTo onClick={onGoTo}>
              Line {line}
              {more > 0 && ` and ${more} more`}
            </GoTo>
          )}
        </Message>
        <Small>{finding.advice}</Small>
        {finding.harmless !== undefined && (
          <p>
            <b>Why it is safe here:</b> {finding.harmless}
          </p>
        )}
        <Small>
          <Code>{finding.code}</Code>{' '}
          <a href={finding.link} target="_blank" rel="noreferrer">
            {own ? 'Where this rule comes from' : 'AWS documentation'}
            <span className="visually-hidden"> on {finding.code}</span>
          </a>
        </Small>
        {children}
      </div>
    </Item>
  );
}
