import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const manageLabelingReasons: ActivityReasons = {
  companions: [
    { statements: ['LabelingJobsPassRole'], ...passedRole },
    { statements: ['LabelingJobsTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'AWS documents sagemaker:WorkteamType and sagemaker:WorkteamArn for this, with samples that deny the public workforce.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-security-workforce-authentication.html',
    },
    {
      text: 'The labeling job reads the input and writes the results with its own role. The console also lists buckets and shows results, which is not included.',
      source: sources.apiPermissions,
    },
  ],
};
