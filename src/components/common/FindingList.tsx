import type { ReactNode } from 'react';
import { findingTypes } from '../../policies/checks/check.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { lineAt, placesOnScreen } from '../../state/checks/placesOnScreen.ts';
import { FindingRow } from './FindingRow.tsx';
import { FindingRows, type SafeGroup } from './SafeFindings.tsx';
import { severities } from './SeverityMark.tsx';
import { Heading } from './Heading.tsx';
import { Note } from './Note.tsx';

const MAX_SHOWN = 100;

const none: readonly DescribedFinding[] = [];

interface FindingListProps {
  /** On screen. */
  readonly text: string;
  /** The text that the findings are of. */
  readonly checkedText: string;
  readonly findings: readonly DescribedFinding[];
  /** Those that were suppressed before. */
  readonly reopened?: readonly DescribedFinding[];
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
export function FindingList(props: FindingListProps) {
  const { findings, dimmed } = props;
  const ordered = findingTypes.flatMap((type) => findings.filter((finding) => finding.type === type));
  const shown = ordered.slice(0, MAX_SHOWN);
  return (
    <div style={dimmed ? { opacity: 0.6 } : {}} aria-busy={dimmed}>
      <FindingGroups {...props} shown={shown} />
      {ordered.length > shown.length && (
        <Note mt={0.5} mb={0.5}>
          {ordered.length - shown.length} more findings. Resolve the ones above to see them.
        </Note>
      )}
    </div>
  );
}

interface FindingGroupsProps extends FindingListProps {
  readonly shown: readonly DescribedFinding[];
}

/** Each class that has findings, with how many it has, shown or not. */
function FindingGroups(props: FindingGroupsProps) {
  const { findings, shown, reopened = none, headings = 'h3', renderSafeActions } = props;
  const renderRow = rowsAtTheirLines(props);
  return findingTypes.map((type) => {
    const group = shown.filter((finding) => finding.type === type);
    if (group.length === 0) return null;
    const count = findings.filter((finding) => finding.type === type).length;
    return (
      <section key={type}>
        <Heading look="list" tone="quiet" mt={2} mb={1} as={headings}>
          {severities[type].title} ({count})
        </Heading>
        <FindingRows {...{ findings: group, reopened, renderRow, renderSafeActions }} />
      </section>
    );
  });
}

/** A finding beside its line in the text on screen, where that still has it. */
function rowsAtTheirLines({ text, checkedText, onGoTo, renderActions }: FindingListProps) {
  const placeOf = placesOnScreen(checkedText, text);
  return (finding: DescribedFinding, isExplained: boolean) => {
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
}
