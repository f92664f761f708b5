import { jumpStartObjects } from '../../activities/awsBuckets.ts';
import { artifacts, driver, scheduled } from '../../activities/notebookJobParts.ts';
import { inVpc } from '../../activities/roleManager.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const arn = (service: string, resource: string) =>
  `arn:<PARTITION>:${service}:<REGION>:<ACCOUNT_ID>:${resource}`;
const object = (path: string) => `arn:<PARTITION>:s3:::${path}`;
const TRAINING = '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>';
const MODEL = '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>';
const repositories = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/*');
const push = ['ecr:CompleteLayerUpload', 'ecr:InitiateLayerUpload', 'ecr:PutImage', 'ecr:UploadLayerPart'];
const notebooks = object('<NOTEBOOK_BUCKET_NAME>/<NOTEBOOK_PREFIX>/*');
const team = [object('<WORK_BUCKET_NAME>/<WORK_PREFIX>/*')];
const dataOfOthers = {
  s3TeamAccess: team,
  manageGlueTables: team,
  buildImagesFromStudio: [object('<BUILD_BUCKET_NAME>/codebuild-sagemaker-container-*')],
  scheduleNotebooks: [`${artifacts}/*`],
};
/** The bucket with the driver of notebook jobs is one of AWS. */
const readWithOthers = {
  ...dataOfOthers,
  scheduleNotebooks: [...dataOfOthers.scheduleNotebooks, driver, `${driver}/*`],
};
const accountWide = ['s3AccountAccess'];

const jobs = ['HyperParameterTuningJob', 'ProcessingJob', 'TrainingJob'];
const start = jobs.map((job) => `sagemaker:Create${job}`);
const startAndStop = [...start, ...jobs.map((job) => `sagemaker:Stop${job}`)];
const named = sageMakerArns(
  'hyper-parameter-tuning-job/<NAME_PREFIX>*',
  'processing-job/<NAME_PREFIX>*',
  'training-job/<NAME_PREFIX>*',
);
const namedByOthers = {
  manageJobs: sageMakerArns(
    'automl-job/<NAME_PREFIX>*',
    'reserved-capacity/*',
    'training-plan/<NAME_PREFIX>*',
    'transform-job/<NAME_PREFIX>*',
  ),
  monitorModels: sageMakerArns('monitoring-schedule/<NAME_PREFIX>*'),
};
const byScheduler = { StringEquals: scheduled };
const ofJobs = {
  activity: 'runJobs',
  when: { vpc: 'on' },
  besides: { manageJobs: { vpc: 'on' }, monitorModels: { vpc: 'on' } },
};
/** Notebook jobs of the scheduler can be anywhere unless their option says otherwise. */
const ofAllJobs = { ...ofJobs, besides: { ...ofJobs.besides, scheduleNotebooks: { vpc: 'on' } } };
const without = ['scheduleNotebooks'];

export const notebookRole: readonly Guarantee[] = [
  deniedUnless(
    ['notebook-jobs-in-vpc', 'Can’t start jobs outside the approved subnets and security groups.', start],
    [inVpc],
    sources.jobVpc,
    ofAllJobs,
  ),
  deniedUnless(
    [
      'other-jobs-in-vpc',
      'Can’t start jobs outside the approved subnets and security groups, except notebook jobs of the scheduler.',
      start,
    ],
    [inVpc, byScheduler],
    sources.jobVpc,
    ofJobs,
  ),
  onlyOn(
    ['notebook-job-names', 'Can start and stop only jobs with the name prefix.', startAndStop],
    named,
    sources.leastPrivilege,
    { exceptWith: namedByOthers, without },
  ),
  onlyOn(
    [
      'other-job-names',
      'Can start and stop only jobs with the name prefix, except notebook jobs of the scheduler.',
      startAndStop,
    ],
    named,
    sources.leastPrivilege,
    { exceptWith: namedByOthers, unless: [byScheduler] },
  ),
  onlyOn(
    [
      'notebook-deploys',
      'Can deploy only models, endpoint configurations, and endpoints with the name prefix.',
      ['sagemaker:CreateEndpoint', 'sagemaker:CreateEndpointConfig', 'sagemaker:CreateModel'],
    ],
    sageMakerArns('endpoint-config/<NAME_PREFIX>*', 'endpoint/<NAME_PREFIX>*', 'model/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  onlyOn(
    ['notebook-passes', 'Can pass only the training and inference execution roles.', ['iam:PassRole']],
    [TRAINING, MODEL],
    sources.passRole,
    {
      exceptWith: {
        managePipelines: ['<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>'],
        buildImagesFromStudio: ['<IMAGE_BUILD_ROLE_ARN>'],
        scheduleNotebooks: ['<NOTEBOOK_JOB_ROLE_ARN>'],
        startAutoMl: ['<AUTOML_ROLE_ARN>'],
      },
    },
  ),
  onlyOn(
    [
      'notebook-data',
      'Can read and write objects only in the notebook location.',
      ['s3:GetObject*', 's3:PutObject*'],
    ],
    [notebooks],
    sources.leastPrivilege,
    {
      without: [...accountWide, ...Object.keys(dataOfOthers)],
      activity: 'notebookData',
      when: { jumpStart: 'off' },
    },
  ),
  onlyOn(
    [
      'other-data',
      'Can read objects only in the notebook location, in the locations of other selected activities, and in the JumpStart bucket that AWS owns.',
      ['s3:GetObject*'],
    ],
    [notebooks, ...jumpStartObjects],
    sources.leastPrivilege,
    { exceptWith: readWithOthers, without: accountWide },
  ),
  onlyOn(
    [
      'other-writes',
      'Can write objects only in the notebook location, and in the locations of other selected activities.',
      ['s3:PutObject*'],
    ],
    [notebooks],
    sources.leastPrivilege,
    { exceptWith: dataOfOthers, without: accountWide },
  ),
  onlyOn(
    ['notebook-pushes', 'Can push images only to repositories with the prefix.', push],
    [repositories],
    sources.ecr,
  ),
  deniedUnless(
    [
      'notebook-repositories',
      'Can create only repositories with the required tag.',
      ['ecr:CreateRepository'],
    ],
    [{ StringEquals: { 'aws:RequestTag/<ECR_TAG_KEY>': ['<ECR_TAG_VALUE>'] } }],
    sources.ecrTags,
    { without: ['buildImagesFromStudio'] },
  ),
  deniedUnless(
    ['notebook-grants', 'Can create KMS grants only through SageMaker.', ['kms:CreateGrant']],
    [{ StringEquals: { 'kms:ViaService': ['sagemaker.<REGION>.<DNS_SUFFIX>'] } }],
    sources.grants,
  ),
];

const buildSource = object('<BUILD_BUCKET_NAME>/codebuild-sagemaker-container-*');

export const noSageMaker: readonly Guarantee[] = [
  never(['build-no-sagemaker', 'Can’t call SageMaker.', ['sagemaker:*']], sources.codeBuild),
];

export const imageBuildRole: readonly Guarantee[] = [
  onlyOn(
    ['build-source', 'Can read only the source that Studio uploads for a build.', ['s3:GetObject*']],
    [buildSource],
    sources.codeBuild,
  ),
  onlyOn(
    ['build-pushes', 'Can push images only to Studio repositories.', push],
    [arn('ecr', 'repository/sagemaker-studio*')],
    sources.codeBuild,
  ),
  onlyOn(
    [
      'build-logs',
      'Can write only to the log groups of the build projects.',
      ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    ],
    [arn('logs', 'log-group:/aws/codebuild/sagemaker-studio*')],
    sources.codeBuild,
  ),
  ...noSageMaker,
  never(['build-no-keys', 'Can’t use KMS keys.', ['kms:*']], sources.codeBuild),
];
