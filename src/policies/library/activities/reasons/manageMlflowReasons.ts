import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const manageMlflowReasons: ActivityReasons = {
  companions: [
    { statements: ['ManageMlflowPassRole'], ...passedRole },
    { statements: ['ManageMlflowTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Tracking servers are limited to the name prefix. The ARN of an app has a generated ID, so this covers all apps of the account and Region.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Managing a server doesn’t include opening it: add the MLflow user for that.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html',
    },
  ],
};
