import { notModelled as gaps } from '../../proofs/notModelled.ts';
import { paragraph } from '../text.ts';
import type { ReportPart } from './part.ts';

/** What no proof and no comparison of this report takes into account. */
export const notModelled: ReportPart = {
  id: 'notModelled',
  title: 'What is not modelled',
  blocks: () => [
    paragraph('The proofs and the comparison of access do not take this into account:'),
    { kind: 'list', items: gaps.map((gap) => [gap]) },
  ],
};
