import type { ReactNode } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { Box } from './Box.tsx';
import { Disclosure } from './Disclosure.tsx';
import { List } from './List.tsx';
import { Note } from './Note.tsx';

/** From this many on, findings with one explanation are shown as one. */
const TOGETHER = 3;

export interface SafeGroup {
  readonly reason: string;
  readonly findings: readonly DescribedFinding[];
}

/** Findings of one type, and apart from them those that are safe where they are for the same reason, if they are many. */
function apartFromSafe(findings: readonly DescribedFinding[]): {
  readonly rows: readonly DescribedFinding[];
  readonly safe: readonly SafeGroup[];
} {
  const reasons = new Set(findings.flatMap(({ harmless }) => harmless ?? []));
  const safe = [...reasons]
    .map((reason) => ({ reason, findings: findings.filter(({ harmless }) => harmless === reason) }))
    .filter((group) => group.findings.length >= TOGETHER);
  const together = new Set(safe.flatMap((group) => group.findings));
  return { rows: findings.filter((finding) => !together.has(finding)), safe };
}

interface SafeFindingsProps {
  readonly group: SafeGroup;
  /** How many of them were suppressed before. */
  readonly reopened: number;
  /** What can be done about all of them. */
  readonly actions: ReactNode;
  renderRow(finding: DescribedFinding): ReactNode;
}

/** Why they are safe, once, with the findings folded below it. */
const SafeFindings = ({ group: { reason, findings }, reopened, actions, renderRow }: SafeFindingsProps) => (
  <Box line="above" py={2} small>
    <Note tone="plain">
      <b>Why {findings.length} findings are safe here:</b> {reason}
    </Note>
    <Disclosure
      late
      label={`Show ${findings.length} findings${reopened > 0 ? ` (${reopened} reopened)` : ''}`}
    >
      <List look="rows" py={2} small>
        {findings.map(renderRow)}
      </List>
    </Disclosure>
    {actions}
  </Box>
);

interface FindingRowsProps {
  /** Of one type. */
  readonly findings: readonly DescribedFinding[];
  /** Those that were suppressed before. */
  readonly reopened: readonly DescribedFinding[];
  /** `isExplained`: why it is safe is said for all of its group. */
  renderRow(finding: DescribedFinding, isExplained: boolean): ReactNode;
  renderSafeActions: ((group: SafeGroup) => ReactNode) | undefined;
}

/** A row for each finding; many that are safe for the same reason are in one. */
export function FindingRows({ findings, reopened, renderRow, renderSafeActions }: FindingRowsProps) {
  const { rows, safe } = apartFromSafe(findings);
  return (
    <>
      {rows.length > 0 && (
        <List look="rows" py={2} small>
          {rows.map((finding) => renderRow(finding, false))}
        </List>
      )}
      {safe.map((group) => (
        <SafeFindings
          key={group.reason}
          group={group}
          reopened={group.findings.filter((finding) => reopened.includes(finding)).length}
          actions={renderSafeActions?.(group)}
          renderRow={(finding) => renderRow(finding, true)}
        />
      ))}
    </>
  );
}
