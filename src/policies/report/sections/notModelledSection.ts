import { notModelled as gaps } from '../../accessTests/notModelled.ts';
import { paragraph } from '../text.ts';
import type { ReportPart } from './part.ts';

/** What no test and no comparison of this report takes into account. */
export const notModelledSection: ReportPart = {
  id: 'notModelled',
  title: 'Not covered by tests',
  blocks: () => [
    paragraph('The tests and the access comparison don’t consider:'),
    { kind: 'list', items: gaps.map((gap) => [gap]) },
  ],
};
