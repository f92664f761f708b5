import { expect, test } from 'vitest';
import { quotaOf } from './quotas.ts';
import { percentFull, sizeInWords } from './sizeInWords.ts';

const quota = quotaOf('managed');

test.each([
  [4_000, 'fits', 65],
  [6_143, 'near', 99],
  [6_144, 'near', 100],
  [6_145, 'over', 101],
] as const)('%i characters of a managed policy (%s) are %i%% everywhere', (characters, state, percent) => {
  const size = { characters, least: characters, quota, state, ratio: characters / quota.limit };
  expect(percentFull(size)).toBe(percent);
  expect(sizeInWords(size)).toContain(`(${percent}%)`);
});
