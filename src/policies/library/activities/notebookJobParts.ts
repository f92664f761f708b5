import type { ActivityOption, StatementTemplate } from './activity.ts';
import { inVpc, vpcOption } from './roleManager.ts';

/** Statements that users who schedule notebooks and the role of scheduled notebooks share. */

export const jobsPage =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html';

export const artifacts = 'arn:<PARTITION>:s3:::sagemaker-automated-execution-<ACCOUNT_ID>-<REGION>';
export const driver = 'arn:<PARTITION>:s3:::sagemakerheadlessexecution-*';

/** The tag that the scheduler sets on all that it creates. */
export const scheduled = { 'aws:ResourceTag/sagemaker:is-scheduling-notebook-job': ['true'] } as const;

/** Bucket names are global, and this one can be guessed: another account can have it. */
const ofAccount = { StringEquals: { 'aws:ResourceAccount': ['<ACCOUNT_ID>'] } } as const;

export const artifactObjects = (Sid: string, Action: readonly string[]): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource: [`${artifacts}/*`],
  Condition: ofAccount,
});

export const artifactBuckets = (Sid: string): readonly StatementTemplate[] => [
  {
    Sid: `${Sid}Bucket`,
    Effect: 'Allow',
    Action: ['s3:GetBucketLocation', 's3:ListBucket'],
    Resource: [artifacts],
    Condition: ofAccount,
  },
  {
    Sid: `${Sid}Driver`,
    Effect: 'Allow',
    Action: ['s3:GetBucketLocation', 's3:GetObject', 's3:ListBucket'],
    Resource: [driver, `${driver}/*`],
  },
];

/** Older drafts say nothing of the network of notebook jobs, and allow any. */
export const notebookJobVpcOption: ActivityOption = {
  ...vpcOption('the notebook jobs'),
  default: 'off',
  recommended: 'on',
};

/** A statement outside of the VPC and in it. */
export const byVpc = (statement: StatementTemplate): readonly StatementTemplate[] => [
  { ...statement, when: { vpc: 'off' } },
  {
    ...statement,
    Sid: `${statement.Sid}InVpc`,
    Condition: { ...statement.Condition, ...inVpc },
    when: { vpc: 'on' },
  },
];
