import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const own = {
  StringEquals: { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': ['${aws:PrincipalTag/<PRINCIPAL_TAG_KEY>}'] },
};
const TRAINING = '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>';
const MODEL = '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>';
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

export const dataScientist: readonly Guarantee[] = [
  deniedUnless(
    [
      'own-notebooks',
      'Starts and stops only notebook instances with their own owner tag.',
      ['sagemaker:StartNotebookInstance', 'sagemaker:StopNotebookInstance'],
    ],
    [own],
    sources.studioOwner,
  ),
  deniedUnless(
    [
      'own-notebook-url',
      'Opens only notebook instances with their own owner tag.',
      ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    ],
    [own],
    sources.studioOwner,
  ),
  deniedUnless(
    [
      'own-studio',
      'Opens only the Studio user profile with their own owner tag.',
      ['sagemaker:CreatePresignedDomainUrl'],
    ],
    [own],
    sources.studioOwner,
  ),
  onlyOn(
    [
      'studio-domain',
      'Opens user profiles of the specified Studio domain only.',
      ['sagemaker:CreatePresignedDomainUrl*'],
    ],
    sageMakerArns('user-profile/<STUDIO_DOMAIN_ID>/*'),
    sources.studioOwner,
  ),
  never(
    [
      'owner-tag-added',
      'Changes no owner tag of an existing notebook instance or user profile.',
      ['sagemaker:AddTags'],
    ],
    sources.studioOwner,
    { resources: owned, under: { ...ownerTag, Null: { 'sagemaker:TaggingAction': ['true'] } } },
  ),
  never(
    [
      'owner-tag-removed',
      'Removes no owner tag of a notebook instance or user profile.',
      ['sagemaker:DeleteTags'],
    ],
    sources.studioOwner,
    { resources: owned, under: ownerTag },
  ),
  onlyOn(
    [
      'scientist-passes',
      'Passes the notebook and Studio execution role, and no other role.',
      ['iam:PassRole'],
    ],
    ['<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>'],
    sources.passRole,
    { exceptWith: { manageJobs: [TRAINING], manageModels: [MODEL] } },
  ),
  never(
    ['scientist-no-data-deletion', 'Deletes no object in any bucket.', ['s3:DeleteObject*']],
    sources.leastPrivilege,
    { without: ['s3TeamAccess'] },
  ),
  never(
    ['scientist-no-other-data', 'Reads and writes no objects in S3.', ['s3:GetObject*', 's3:PutObject*']],
    sources.leastPrivilege,
    { without: ['s3TeamAccess'] },
  ),
];

export const mlopsEngineer: readonly Guarantee[] = [
  onlyOn(
    [
      'engineer-passes',
      'Passes the inference and pipeline execution roles, and no other role.',
      ['iam:PassRole'],
    ],
    [MODEL, PIPELINE],
    sources.passRole,
    { exceptWith: { manageJobs: [TRAINING], monitorModels: [TRAINING] } },
  ),
  onlyOn(
    [
      'engineer-endpoints',
      'Creates, changes, and deletes only endpoints with the name prefix.',
      [
        'sagemaker:CreateEndpoint',
        'sagemaker:CreateEndpointConfig',
        'sagemaker:DeleteEndpoint*',
        'sagemaker:UpdateEndpoint*',
      ],
    ],
    sageMakerArns('endpoint/<NAME_PREFIX>*', 'endpoint-config/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  onlyOn(
    [
      'engineer-pipelines',
      'Creates, starts, changes, and deletes only pipelines with the name prefix.',
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
  onlyOn(
    [
      'engineer-apps',
      'Creates, changes, and deletes only apps and spaces of the specified Studio domain.',
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
  deniedUnless(
    [
      'engineer-models-in-vpc',
      'Creates no model outside the approved subnets and security groups.',
      ['sagemaker:CreateModel'],
    ],
    [approvedNetwork],
    sources.jobVpc,
    { activity: 'manageModels', when: { vpc: 'on' } },
  ),
  never(
    [
      'engineer-no-jobs',
      'Starts no training, tuning, or processing job directly; pipelines can.',
      [
        'sagemaker:CreateHyperParameterTuningJob',
        'sagemaker:CreateProcessingJob',
        'sagemaker:CreateTrainingJob',
      ],
    ],
    sources.leastPrivilege,
    { without: ['manageJobs', 'monitorModels'] },
  ),
];

/** What holds for those who start work that others’ roles do. */
export const starters: readonly Guarantee[] = [
  deniedUnless(
    ['passes-to-sagemaker', 'Passes roles to SageMaker only.', ['iam:PassRole']],
    [{ StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } }],
    sources.passRole,
    { without: ['buildImagesFromStudio'] },
  ),
  deniedUnless(
    ['tags-on-create', 'Adds tags only while it creates a resource.', ['sagemaker:AddTags']],
    [{ Null: { 'sagemaker:TaggingAction': ['false'] } }],
    sources.tagOnCreate,
  ),
  never(
    ['no-tag-removal', 'Removes no tags of SageMaker resources.', ['sagemaker:DeleteTags']],
    sources.tagOnCreate,
  ),
  never(
    ['no-inference', 'Sends no data to an endpoint.', ['sagemaker:InvokeEndpoint*']],
    sources.leastPrivilege,
  ),
];

/** Those who work for others open no notebook and no Studio of theirs. */
export const noSignIns: readonly Guarantee[] = [
  never(
    [
      'no-presigned-urls',
      'Opens no notebook instance, user profile, or other SageMaker app of anyone.',
      ['sagemaker:CreatePresigned*'],
    ],
    sources.studioOwner,
  ),
];
