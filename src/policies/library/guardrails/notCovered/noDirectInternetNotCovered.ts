import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const noDirectInternetNotCovered: readonly Reason[] = [
  {
    text: 'Only CreateNotebookInstance supports this condition key. For Studio, use “Require VPC only mode for Studio”. The routes of the VPC determine its outbound access.',
    source: references.keys,
  },
];
