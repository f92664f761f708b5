import { inVpc } from '../../activities/roleManager.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const tag = 'sagemaker:is-scheduling-notebook-job';

const byServices = { policy: 'trust', trust: 'notebookJobService' } as const;

export const notebookJobRole: readonly Guarantee[] = [
  deniedUnless(
    ['schedule-assumed', 'Only EventBridge and SageMaker can assume this role.', ['sts:AssumeRole*']],
    [{}],
    sources.principals,
    { ...byServices, principals: { Service: ['events.amazonaws.com', 'sagemaker.amazonaws.com'] } },
  ),
  deniedUnless(
    [
      'schedule-assumed-in-account',
      'EventBridge can assume this role only for rules in this account, and SageMaker only for its resources in this account.',
      ['sts:AssumeRole*'],
    ],
    [
      {
        StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
        ArnLike: {
          'aws:SourceArn': ['arn:<PARTITION>:events:<REGION>:<ACCOUNT_ID>:rule/*', ...sageMakerArns('*')],
        },
      },
    ],
    sources.confusedDeputy,
    { ...byServices, when: { confusedDeputy: 'on' } },
  ),
  deniedUnless(
    [
      'schedule-pipelines',
      'Can start only pipelines of scheduled notebooks.',
      ['sagemaker:StartPipelineExecution'],
    ],
    [{ StringEquals: { [`aws:ResourceTag/${tag}`]: ['true'] } }],
    sources.leastPrivilege,
  ),
  deniedUnless(
    ['schedule-jobs', 'Can start only jobs that run a scheduled notebook.', ['sagemaker:Create*Job']],
    [{ StringEquals: { [`aws:RequestTag/${tag}`]: ['true'] } }],
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'schedule-jobs-in-vpc',
      'Can’t run notebook jobs outside the approved subnets and security groups.',
      ['sagemaker:Create*Job'],
    ],
    [inVpc],
    sources.jobVpc,
    { activity: 'runNotebookJobs', when: { vpc: 'on' } },
  ),
  onlyOn(
    ['schedule-passes', 'Can pass only its own role.', ['iam:PassRole']],
    ['<NOTEBOOK_JOB_ROLE_ARN>'],
    sources.passRole,
  ),
  never(
    [
      'schedule-changes-nothing',
      'Can’t change pipelines, schedules, or endpoints.',
      ['events:*', 'sagemaker:CreateEndpoint*', 'sagemaker:CreatePipeline', 'sagemaker:Update*'],
    ],
    sources.leastPrivilege,
  ),
];
