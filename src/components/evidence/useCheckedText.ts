import { useEffect, useState } from 'react';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { checkTexts } from '../../state/checks/client.ts';
import type { CheckedPolicy } from './CheckedPolicyInput.tsx';
import { countOf, summaryOf } from './FindingCounts.tsx';

interface Result {
  readonly state: 'checking' | 'checked' | 'failed';
  readonly findings: readonly DescribedFinding[];
  readonly rules: number;
}

export interface Checked extends Result {
  /** The findings are those of an older text or type. */
  readonly older: boolean;
}

const nothing: Result & { readonly policy: CheckedPolicy | null } = {
  policy: null,
  state: 'checking',
  findings: [],
  rules: 0,
};

/** Findings of a text that is being written. Those of the text before stay until the new ones are there. */
export function useCheckedText(policy: CheckedPolicy): Checked {
  const [result, setResult] = useState(nothing);
  useEffect(() => {
    const { text, type, resourceType } = policy;
    const as = { type, ...(resourceType === '' ? {} : { resourceType }) };
    return checkTexts([{ key: 'text', text, as }], {
      onAnswer: ({ results, rules, done }) =>
        setResult({
          policy,
          state: done ? 'checked' : 'checking',
          findings: results[0]?.findings ?? [],
          rules,
        }),
      onFailure: () => setResult({ policy, state: 'failed', findings: [], rules: 0 }),
    });
  }, [policy]);
  const older = result.policy !== policy;
  return { ...result, older, state: older ? 'checking' : result.state };
}

/** The state of the checks in one line. */
export function checkLine({ state, findings, rules, older }: Checked, text: string): string {
  if (text.trim() === '') return 'Paste a policy, or write one. It is checked as you type, in this browser.';
  if (state === 'failed')
    return 'Not checked: the checks could not be started. Change the text to try again.';
  if (findings.length > 0) return `${summaryOf(countOf(findings))}${older ? ' (checking)' : ''}`;
  return state === 'checking' ? 'Checking…' : `No findings from ${rules} checks`;
}
