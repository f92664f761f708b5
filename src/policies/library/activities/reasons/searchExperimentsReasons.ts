import type { ActivityReasons } from '../activityReasons.ts';
import { scopedToAccount } from './sharedReasons.ts';
import { roleManagerLibrary, roleManagerPage } from './sources.ts';

export const searchExperimentsReasons: ActivityReasons = {
  differences: [{ tag: 'hardening', statements: ['SearchExperimentsDescribe'], ...scopedToAccount }],
  notes: [
    {
      text: 'DescribeLineageGroup doesn’t support resource-level permissions, so it uses "Resource": "*". With an ARN, as in the SageMaker Role Manager template, it never matches.',
      source: roleManagerLibrary,
    },
    {
      text: 'List and search actions can’t be limited by name or tag. Anyone with this activity can view the records of the whole account.',
      source: roleManagerPage,
    },
  ],
};
