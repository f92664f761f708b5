import Button from '@mui/material/Button';
import { useMemo } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import {
  fingerprintOf,
  suppressedCoverageOf,
  type Reopened,
  reopeningWords,
} from '../../policies/checks/suppression.ts';
import { accept, removeSuppression } from '../../policies/draft/editDraft.ts';
import type { Acceptance } from '../../policies/model/acceptance.ts';
import { startChecks } from '../../state/checks/startChecks.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { edit } from '../../state/store.ts';
import type { SafeGroup } from '../common/SafeFindings.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { AcceptForm } from './AcceptForm.tsx';
import { ChoiceFixes } from './ChoiceFixes.tsx';

interface OpenActionsProps {
  readonly document: PrintedDocument;
  readonly finding: DescribedFinding;
  readonly reopened: Reopened | undefined;
}

/** What can be done about an open finding. */
export function OpenActions({ document, finding, reopened }: OpenActionsProps) {
  const about = useMemo(() => fingerprintOf(finding, document.policy), [finding, document.policy]);
  if (finding.code === 'SPB_SERVICE_NOT_CHECKED') return <Button onClick={startChecks}>Try again</Button>;
  const give = (reason: string) =>
    edit((draft) => accept(draft, acceptanceFor(document, finding, reason)), 'Finding suppressed');
  return (
    <>
      {reopened && (
        <p>
          {reopeningWords[reopened.because]} Earlier justification: {reopened.acceptance.reason}
        </p>
      )}
      <ChoiceFixes document={document} finding={finding} />
      <AcceptForm of={`${document.id} ${finding.code} ${about}`} onAccept={give} />
    </>
  );
}

interface SafeActionsProps {
  readonly document: PrintedDocument;
  readonly group: SafeGroup;
}

/** Suppresses findings that are safe for the same reason, with that reason. */
export function SafeActions({ document, group: { reason, findings } }: SafeActionsProps) {
  const suppressAll = () =>
    edit(
      (draft) =>
        findings.reduce((before, finding) => accept(before, acceptanceFor(document, finding, reason)), draft),
      `${findings.length} findings suppressed`,
    );
  return (
    <Button variant="outlined" onClick={suppressAll}>
      Suppress {findings.length} findings with this justification
    </Button>
  );
}

function acceptanceFor(document: PrintedDocument, finding: DescribedFinding, reason: string): Acceptance {
  const covers = suppressedCoverageOf(finding, document.policy);
  return {
    document: document.partOf ?? document.id,
    code: finding.code,
    about: fingerprintOf(finding, document.policy),
    reason,
    ...(covers === undefined ? {} : { covers }),
  };
}

/** Why a finding is suppressed, and how it is opened again. */
export function SuppressedActions({ acceptance }: { readonly acceptance: Acceptance | undefined }) {
  if (!acceptance) return null;
  return (
    <p>
      Justification: <ForeignText text={acceptance.reason} use="prose" />{' '}
      <Button onClick={() => edit((draft) => removeSuppression(draft, acceptance), 'Suppression removed')}>
        Remove suppression
      </Button>
    </p>
  );
}
