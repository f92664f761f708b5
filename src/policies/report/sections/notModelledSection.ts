import { notModelled as gaps } from '../../accessTests/notModelled.ts';
import { paragraph } from '../text.ts';
import type { ReportPart } from './part.ts';

/** What no test and no comparison of this report takes into account. */
export const notModelled: ReportPart = {
  id: 'notModelled',
  title: 'What is not modelled',
  blocks: () => [
    paragraph('The tests and the comparison of access don’t take this into account:'),
    { kind: 'list', items: gaps.map((gap) => [gap]) },
  ],
};
