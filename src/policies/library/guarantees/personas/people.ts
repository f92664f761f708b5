import { experimentRecords } from './experimentRecords.ts';
import { ownNotebooksAndStudio } from './owners.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const TRAINING = '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>';
const MODEL = '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>';
const AUTOML = '<AUTOML_ROLE_ARN>';
const SCHEDULED = '<NOTEBOOK_JOB_ROLE_ARN>';
const PIPELINE = '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>';
const ownerTag = { 'ForAnyValue:StringEqualsIgnoreCase': { 'aws:TagKeys': ['<OWNER_TAG_KEY>'] } };
const owned = ['arn:*:sagemaker:*:*:notebook-instance/*', 'arn:*:sagemaker:*:*:user-profile/*'];
const approvedNetwork = {
  'ForAllValues:StringEquals': {
    'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
    'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
  },
  Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
};

export const ownTags: readonly Guarantee[] = [
  never(
    [
      'owner-tag-added',
      'Can’t change the owner tag of an existing notebook instance or user profile.',
      ['sagemaker:AddTags'],
    ],
    sources.studioOwner,
    { resources: owned, under: { ...ownerTag, Null: { 'sagemaker:TaggingAction': ['true'] } } },
  ),
  never(
    [
      'owner-tag-removed',
      'Can’t remove the owner tag of a notebook instance or user profile.',
      ['sagemaker:DeleteTags'],
    ],
    sources.studioOwner,
    { resources: owned, under: ownerTag },
  ),
];

export const studioApps: readonly Guarantee[] = [
  onlyOn(
    [
      'engineer-apps',
      'Can create, change, and delete only apps and spaces of the specified Studio domain.',
      [
        'sagemaker:CreateApp',
        'sagemaker:CreateSpace',
        'sagemaker:DeleteApp',
        'sagemaker:DeleteSpace',
        'sagemaker:UpdateSpace',
      ],
    ],
    sageMakerArns('app/<STUDIO_DOMAIN_ID>/*', 'space/<STUDIO_DOMAIN_ID>/*'),
    sources.leastPrivilege,
  ),
];

/** Those who use Studio and those who administer it. */
export const passesNotebookRole: readonly Guarantee[] = [
  onlyOn(
    ['scientist-passes', 'Can pass only the notebook and Studio execution role.', ['iam:PassRole']],
    ['<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>'],
    sources.passRole,
    {
      exceptWith: {
        manageJobs: [TRAINING],
        manageModels: [MODEL],
        managePartnerApps: ['<PARTNER_APP_ROLE_ARN>'],
        scheduleNotebooks: [SCHEDULED],
        startAutoMl: [AUTOML],
      },
    },
  ),
];

export const dataScientist: readonly Guarantee[] = [
  ...ownNotebooksAndStudio,
  onlyOn(
    [
      'studio-domain',
      'Can open user profiles only in the specified Studio domain.',
      ['sagemaker:CreatePresignedDomainUrl*'],
    ],
    sageMakerArns('user-profile/<STUDIO_DOMAIN_ID>/*'),
    sources.studioOwner,
  ),
  ...ownTags,
  ...passesNotebookRole,
  never(
    ['scientist-no-data-deletion', 'Can’t delete objects in any bucket.', ['s3:DeleteObject*']],
    sources.leastPrivilege,
    { without: ['s3TeamAccess', 'scheduleNotebooks'] },
  ),
  never(
    ['scientist-no-other-data', 'Can’t read or write objects in S3.', ['s3:GetObject*', 's3:PutObject*']],
    sources.leastPrivilege,
    { without: ['s3TeamAccess', 'scheduleNotebooks'] },
  ),
];

export const mlopsEngineer: readonly Guarantee[] = [
  onlyOn(
    ['engineer-passes', 'Can pass only the inference and pipeline execution roles.', ['iam:PassRole']],
    [MODEL, PIPELINE],
    sources.passRole,
    {
      exceptWith: {
        manageJobs: [TRAINING],
        monitorModels: [TRAINING],
        packageAlgorithms: [TRAINING],
        startAutoMl: [AUTOML],
      },
    },
  ),
  onlyOn(
    [
      'engineer-endpoints',
      'Can create, change, and delete only endpoints and inference components with the name prefix.',
      [
        'sagemaker:*InferenceComponent',
        'sagemaker:CreateEndpoint',
        'sagemaker:CreateEndpointConfig',
        'sagemaker:DeleteEndpoint*',
        'sagemaker:UpdateEndpoint*',
      ],
    ],
    sageMakerArns(
      'endpoint/<NAME_PREFIX>*',
      'endpoint-config/<NAME_PREFIX>*',
      'inference-component/<NAME_PREFIX>*',
    ),
    sources.leastPrivilege,
  ),
  onlyOn(
    [
      'engineer-pipelines',
      'Can create, start, change, and delete only pipelines with the name prefix.',
      [
        'sagemaker:CreatePipeline',
        'sagemaker:DeletePipeline',
        'sagemaker:RetryPipelineExecution',
        'sagemaker:StartPipelineExecution',
        'sagemaker:StopPipelineExecution',
        'sagemaker:UpdatePipeline*',
      ],
    ],
    sageMakerArns('pipeline/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  ...studioApps,
  deniedUnless(
    [
      'engineer-models-in-vpc',
      'Can’t create models outside the approved subnets and security groups.',
      ['sagemaker:CreateModel'],
    ],
    [approvedNetwork],
    sources.jobVpc,
    { activity: 'manageModels', when: { vpc: 'on' } },
  ),
  never(
    [
      'engineer-no-jobs',
      'Can’t start training or tuning jobs directly. Pipelines can.',
      ['sagemaker:CreateHyperParameterTuningJob', 'sagemaker:CreateTrainingJob'],
    ],
    sources.leastPrivilege,
    { without: ['manageJobs'] },
  ),
  never(
    [
      'engineer-no-processing',
      'Can’t start processing jobs directly. Pipelines can.',
      ['sagemaker:CreateProcessingJob'],
    ],
    sources.leastPrivilege,
    { without: ['manageJobs', 'monitorModels'] },
  ),
];

export const passesToSageMaker: readonly Guarantee[] = [
  deniedUnless(
    ['passes-to-sagemaker', 'Can pass roles only to SageMaker.', ['iam:PassRole']],
    [{ StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } }],
    sources.passRole,
    { without: ['buildImagesFromStudio', 'scheduleNotebooks'] },
  ),
];

/** What holds for those who start work that others’ roles do. */
export const starters: readonly Guarantee[] = [
  ...experimentRecords,
  ...passesToSageMaker,
  deniedUnless(
    ['tags-on-create', 'Can add tags only when it creates a resource.', ['sagemaker:AddTags']],
    [{ Null: { 'sagemaker:TaggingAction': ['false'] } }],
    sources.tagOnCreate,
  ),
  never(
    ['no-tag-removal', 'Can’t remove tags from SageMaker resources.', ['sagemaker:DeleteTags']],
    sources.tagOnCreate,
  ),
  never(['no-inference', 'Can’t invoke endpoints.', ['sagemaker:InvokeEndpoint*']], sources.leastPrivilege, {
    activity: 'manageEndpoints',
    when: { invoke: 'off' },
    besides: { deployModels: { manage: 'off' } },
  }),
  onlyOn(
    [
      'inference-by-name',
      'Can invoke only what has the name prefix, if an option includes invoking.',
      ['sagemaker:InvokeEndpoint*'],
    ],
    sageMakerArns(
      'endpoint-config/<NAME_PREFIX>*',
      'endpoint/<NAME_PREFIX>*',
      'inference-component/<NAME_PREFIX>*',
      'model/<NAME_PREFIX>*',
    ),
    sources.leastPrivilege,
  ),
];
