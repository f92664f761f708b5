import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole } from './sharedReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const runLabelingReasons: ActivityReasons = {
  companions: [{ statements: ['LabelingPassRole'], ...passedRole }],
  notes: [
    {
      text: 'The managed policy AmazonSageMakerGroundTruthExecution matches buckets, functions, and queues by parts of their names, in every account.',
      source: managedPolicyPage('AmazonSageMakerGroundTruthExecution'),
    },
    {
      text: 'Built-in tasks call AWS functions whose policies allow it. Streaming labeling jobs also need Amazon SQS and Amazon SNS, which are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-security-permission-execution-role.html',
    },
  ],
};
