import { deniedUnless, type Guarantee, guaranteeSources as sources, never, onlyOn } from '../guarantee.ts';

const tag = 'sagemaker:is-scheduling-notebook-job';

export const notebookJobRole: readonly Guarantee[] = [
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
