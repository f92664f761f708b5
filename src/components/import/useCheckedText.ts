import { useEffect, useState } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { checkTexts } from '../../state/checks/checksClient.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import type { CheckedPolicy } from '../../state/checks/checkedPolicy.ts';
import { countOf, summaryOf } from '../common/FindingCounts.tsx';
import { notChecked } from '../common/findingsLine.tsx';

interface Result {
  readonly state: 'checking' | 'checked' | WorkerFailure;
  readonly findings: readonly DescribedFinding[];
  readonly rules: number;
  /** Findings not listed. */
  readonly more: number;
}

export interface Checked extends Result {
  /** The findings are those of an older text or type. */
  readonly older: boolean;
  /** The text that they are of. */
  readonly text: string;
}

const nothing: Result & { readonly policy: CheckedPolicy | null } = {
  policy: null,
  state: 'checking',
  findings: [],
  rules: 0,
  more: 0,
};

/** Texts longer than any policy are checked when the writing pauses, so that checks do not pile up. */
const LONG = 100_000;
const PAUSE_MS = 400;

/** Findings of a text that is being written. Those of the text before stay until the new ones are there. */
export function useCheckedText(policy: CheckedPolicy): Checked {
  const [result, setResult] = useState(nothing);
  useEffect(() => {
    const { text, type, resourceType } = policy;
    const as = { type, ...(resourceType === '' ? {} : { resourceType }) };
    let cancel = () => {};
    const start = () => {
      cancel = checkTexts([{ key: 'text', text, as }], ({ results: [result], failures, rules, done }) => {
        const { findings = [], more = 0 } = result ?? {};
        const state = failures['text'] ?? (done ? 'checked' : 'checking');
        setResult({ policy, state, findings, rules, more });
      });
    };
    const timer = setTimeout(start, text.length > LONG ? PAUSE_MS : 0);
    return () => {
      clearTimeout(timer);
      cancel();
    };
  }, [policy]);
  const older = result.policy !== policy;
  return {
    ...result,
    older,
    text: result.policy?.text ?? policy.text,
    state: older ? 'checking' : result.state,
  };
}

/** Nothing was found out about the text, and what to do. */
const notCheckedYet: Readonly<Record<WorkerFailure, string>> = {
  ...notChecked,
  notStarted: `${notChecked.notStarted} Change the text to try again.`,
  noData: `${notChecked.noData} Change the text to try again.`,
};

/** The state of the checks in one line. */
export function checkLine({ state, findings, rules, more, older }: Checked, text: string): string {
  if (text.trim() === '') return '';
  if (state !== 'checked' && state !== 'checking') return notCheckedYet[state];
  if (findings.length > 0) {
    const rest = more > 0 ? `, and ${more.toLocaleString('en')} more not listed` : '';
    return `${summaryOf(countOf(findings))}${rest}${older ? ' (checking)' : ''}`;
  }
  return state === 'checking' ? 'Checking…' : `No issues found (${rules} checks)`;
}
