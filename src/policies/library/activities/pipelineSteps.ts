import type { Activity, StatementTemplate } from './activity.ts';
import { arn, inVpc, passRole, tagOnCreate, tagsOption, vpcOption } from './roleManager.ts';

/** What Pipelines names the jobs and models of steps unless the definition names them. */
const GENERATED = 'pipelines-*';
const types = ['training-job', 'processing-job', 'hyper-parameter-tuning-job', 'transform-job', 'model'];
const named = (name: string | undefined, of: readonly string[]) => of.map((type) => arn(type, name));

type Core = Pick<StatementTemplate, 'Sid' | 'Action' | 'Condition'>;

/** One statement on generated names and one on names with the prefix. */
const byNames = (statement: Core, of: readonly string[], when = {}): readonly StatementTemplate[] => [
  { ...statement, Effect: 'Allow', Resource: named(GENERATED, of), when: { ...when, names: 'generated' } },
  {
    ...statement,
    Sid: `${statement.Sid}ByPrefix`,
    Effect: 'Allow',
    Resource: named(undefined, of),
    when: { ...when, names: 'prefix' },
  },
];

const inNetwork = {
  Action: [
    'sagemaker:CreateTrainingJob',
    'sagemaker:CreateProcessingJob',
    'sagemaker:CreateHyperParameterTuningJob',
    'sagemaker:CreateModel',
  ],
};
const networked = ['training-job', 'processing-job', 'hyper-parameter-tuning-job', 'model'];
const created = [
  'CreateTrainingJob',
  'CreateProcessingJob',
  'CreateHyperParameterTuningJob',
  'CreateTransformJob',
  'CreateModel',
];

export const pipelineSteps: Activity = {
  id: 'pipelineSteps',
  title: 'Run the steps of a pipeline',
  summary: 'Start and follow training, tuning, processing, and transform jobs, and create models.',
  status: 'missingInGuide',
  options: [
    {
      id: 'names',
      label: 'Names of jobs and models',
      help: 'By default, Pipelines names them pipelines-…, in every pipeline of the account.',
      choices: [
        { value: 'generated', label: 'Generated', help: 'Only names that start with pipelines-.' },
        {
          value: 'prefix',
          label: 'With the name prefix',
          help: 'Requires use_custom_job_prefix=True in the PipelineDefinitionConfig, and a name in each step.',
        },
      ],
      default: 'generated',
      stances: ['hardened'],
    },
    vpcOption('the jobs and models'),
    {
      id: 'stepRole',
      label: 'Role of the jobs',
      help: 'A step without a role runs with the pipeline execution role.',
      choices: [
        {
          value: 'own',
          label: 'Training execution role',
          help: 'The code of steps can’t start jobs. Name the role in each step.',
        },
        {
          value: 'pipeline',
          label: 'Pipeline execution role',
          help: 'Adds iam:PassRole for itself. Also add the activities for data, logs, keys, and images.',
        },
      ],
      default: 'own',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    ...byNames({ Sid: 'StepsInVpc', ...inNetwork, Condition: inVpc }, networked, { vpc: 'on' }),
    ...byNames({ Sid: 'StepsAnywhere', ...inNetwork }, networked, { vpc: 'off' }),
    ...byNames(
      {
        Sid: 'StepsFollow',
        Action: [
          'sagemaker:CreateTransformJob',
          'sagemaker:DescribeTransformJob',
          'sagemaker:StopTransformJob',
          'sagemaker:DescribeTrainingJob',
          'sagemaker:StopTrainingJob',
          'sagemaker:DescribeProcessingJob',
          'sagemaker:StopProcessingJob',
          'sagemaker:DescribeHyperParameterTuningJob',
          'sagemaker:StopHyperParameterTuningJob',
          'sagemaker:DescribeModel',
        ],
      },
      types,
    ),
    {
      Sid: 'StepsResults',
      Effect: 'Allow',
      Action: ['s3:GetObject'],
      Resource: ['arn:<PARTITION>:s3:::<OUTPUT_BUCKET_NAME>/<PATH_NAME>/*'],
    },
    passRole('StepsPassTrainingRole', '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>'),
    passRole('StepsPassModelRole', '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>'),
    {
      ...passRole('StepsPassOwnRole', '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>'),
      when: { stepRole: 'pipeline' },
    },
    {
      ...tagOnCreate('StepsTag', created, named(GENERATED, types)),
      when: { tags: 'on', names: 'generated' },
    },
    {
      ...tagOnCreate('StepsTagByPrefix', created, named(undefined, types)),
      when: { tags: 'on', names: 'prefix' },
    },
  ],
};
