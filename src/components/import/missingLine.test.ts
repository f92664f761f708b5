import { expect, test } from 'vitest';
import type { FoundPolicy } from '../../policies/import/importReading.ts';
import { toOffset } from '../../policies/language/policy.ts';
import type { ReviewItem } from '../../state/import/reviewItems.ts';
import { examplePolicy } from './examplePolicy.ts';
import { missingLine } from './missingLine.ts';
import { acceptedPolicies } from './useAdd.ts';

const found: FoundPolicy = {
  title: 'Policy 1',
  kind: 'identity',
  source: '',
  text: examplePolicy,
  policy: JSON.parse(examplePolicy),
  places: [],
  range: { offset: toOffset(0), length: examplePolicy.length },
  repairs: [],
  notes: [],
  doubtful: false,
};
const item: ReviewItem = {
  key: 'text',
  title: 'Policy 1',
  kind: 'identity',
  base: examplePolicy,
  text: examplePolicy,
  found,
  isWanted: true,
};
const there = { isBlank: false, isCurrent: true };

test.each([
  ['nothing is there', { isBlank: true, isCurrent: true, items: [] }, /^Paste a policy/],
  ['the text is being read', { isBlank: false, isCurrent: false, items: [] }, /^Reading/],
  ['no policy is in the text', { ...there, items: [] }, /^No policy found/],
  ['none is selected', { ...there, items: [{ ...item, isWanted: false }] }, /^Select/],
  [
    'a set has none of the kind',
    { ...there, items: [{ ...item, kind: 'resource' as const }] },
    /resource-based policies/,
  ],
  [
    'it is no policy yet',
    { ...there, items: [{ ...item, text: '{', found: undefined, isWanted: false }] },
    /^Correct/,
  ],
])('nothing can be added while %s, and the dialog says so', (_, looked, says) => {
  expect(acceptedPolicies(looked.items)).toEqual([]);
  expect(missingLine(looked)).toMatch(says);
});
