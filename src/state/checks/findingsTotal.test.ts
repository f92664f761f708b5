import { describe, expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { suppressionOf } from '../../policies/checks/suppression.ts';
import { documentsOf } from '../derived/derived.ts';
import type { Checks } from './findingsStore.ts';
import { findingsTotal } from './findingsTotal.ts';
import { sampleFinding } from './testing/sampleFinding.ts';

const documents = documentsOf(createDraft({ personas: ['dataScientist'] }, builtIn));
const [first, second] = documents.map(({ id }) => id);

const byDocument = (findings: readonly DescribedFinding[], text?: string): Checks['byDocument'] =>
  Object.fromEntries(
    documents.map((document) => [
      document.id,
      { text: text ?? document.text, roles: '', findings, suppressionOf },
    ]),
  );

const checked: Checks = { state: 'checked', rules: 3, late: false, byDocument: byDocument([]), failures: {} };

describe('the count of findings', () => {
  it.each<[title: string, checks: Checks, state: string, text: string]>([
    ['none', checked, 'checked', 'No issues found'],
    ['one for each', { ...checked, byDocument: byDocument([sampleFinding]) }, 'checked', '2 findings'],
    ['not yet checked', { ...checked, byDocument: {} }, 'checking', 'Checking…'],
    [
      'of an older text, for a while',
      { ...checked, late: true, byDocument: byDocument([], 'older') },
      'checking',
      'Checking…',
    ],
    [
      'one policy not checked',
      { ...checked, failures: { [second ?? '']: 'stopped' } },
      'partial',
      'No issues found; 1 policy not checked',
    ],
    [
      'none checked',
      { ...checked, failures: { [first ?? '']: 'stopped', [second ?? '']: 'stopped' } },
      'notChecked',
      'Not checked',
    ],
    ['the checks did not load', { ...checked, state: 'failed' }, 'notChecked', 'Not checked'],
  ])('%s', (_title, checks, state, text) => {
    expect(findingsTotal(documents, checks, [])).toMatchObject({ state, text });
  });
});
