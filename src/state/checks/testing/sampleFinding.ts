import type { DescribedFinding } from '../../../policies/checks/described.ts';
import { toOffset } from '../../../policies/language/policy.ts';

/** A finding, of which tests count how many there are. */
export const sampleFinding: DescribedFinding = {
  code: 'X',
  type: 'WARNING',
  values: {},
  path: [],
  also: [],
  range: { offset: toOffset(0), length: 1 },
  message: '',
  advice: '',
  link: '',
};
