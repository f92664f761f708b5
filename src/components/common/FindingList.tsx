import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { findingTypes } from '../../policies/checks/check.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { lineAt, placesOnScreen } from '../../state/checks/placesOnScreen.ts';
import { apartFromSafe, SafeFindings, type SafeGroup } from './SafeFindings.tsx';
import { SeverityMark, severities } from './SeverityMark.tsx';
import { List } from './List.tsx';
import { Heading } from './Heading.tsx';
import { Note } from './Note.tsx';
import { InlineButton } from './InlineButton.tsx';
import { withBreaks } from './breaks.tsx';

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
  /** What can be done about several findings that are safe for the same reason. */
  renderSafeActions?(group: SafeGroup): ReactNode;
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
  renderSafeActions,
}: FindingListProps) {
  const ordered = findingTypes.flatMap((type) => findings.filter((finding) => finding.type === type));
  const shown = ordered.slice(0, MAX_SHOWN);
  const placeOf = placesOnScreen(checkedText, text);
  const rowOf = (finding: DescribedFinding, isExplained = false) => {
    const range = placeOf(finding.range);
    return (
      <FindingRow
        key={`${finding.code} ${finding.range.offset} ${finding.message}`}
        finding={finding}
        isExplained={isExplained}
        line={range && lineAt(text, range.offset)}
        onGoTo={() => range && onGoTo({ ...finding, range })}
      >
        {renderActions(finding)}
      </FindingRow>
    );
  };
  return (
    <div style={dimmed ? { opacity: 0.6 } : {}} aria-busy={dimmed}>
      {findingTypes.map((type) => {
        const group = shown.filter((finding) => finding.type === type);
        if (group.length === 0) return null;
        const count = findings.filter((finding) => finding.type === type).length;
        const { rows, safe } = apartFromSafe(group);
        return (
          <section key={type}>
            <Heading look="list" tone="quiet" mt={2} mb={1} as={headings}>
              {severities[type].title} ({count})
            </Heading>
            <List look="rows" py={2} small>
              {rows.map((finding) => rowOf(finding))}
            </List>
            {safe.map((together) => (
              <SafeFindings
                key={together.reason}
                group={together}
                actions={renderSafeActions?.(together)}
                renderRow={(finding) => rowOf(finding, true)}
              />
            ))}
          </section>
        );
      })}
      {ordered.length > shown.length && (
        <Note mt={0.5} mb={0.5}>
          {ordered.length - shown.length} more findings. Resolve the ones above to see them.
        </Note>
      )}
    </div>
  );
}

interface FindingRowProps {
  readonly finding: DescribedFinding;
  /** Why it is safe is said for all of its group. */
  readonly isExplained: boolean;
  /** Nothing where the text on screen has changed around it. */
  readonly line: number | undefined;
  onGoTo(): void;
  readonly children: ReactNode;
}

function FindingRow({ finding, isExplained, line, onGoTo, children }: FindingRowProps) {
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
