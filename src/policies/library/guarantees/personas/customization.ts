import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const object = (bucket: string, prefix: string) => `arn:<PARTITION>:s3:::<${bucket}>/<${prefix}>/*`;
const output = object('OUTPUT_BUCKET_NAME', 'PATH_NAME');
const jobs = sageMakerArns('job/*/<NAME_PREFIX>*');
const turns = ['sagemaker:CompleteRollout', 'sagemaker:Sample*', 'sagemaker:UpdateReward'];

const assumedBy = (id: string, trust: string, service: string, by: string, when = {}): Guarantee =>
  deniedUnless([id, `Only ${by} can assume this role.`, ['sts:AssumeRole*']], [{}], sources.principals, {
    policy: 'trust',
    trust,
    when,
    principals: { Service: [service] },
  });

export const jobRole: readonly Guarantee[] = [
  onlyOn(
    ['customization-writes', 'Can write objects only to the location of its output.', ['s3:PutObject*']],
    [output],
    sources.leastPrivilege,
  ),
  onlyOn(
    [
      'customization-agents',
      'Can invoke only agents and functions with the name prefix.',
      ['bedrock-agentcore:InvokeAgentRuntime*', 'lambda:InvokeFunction'],
    ],
    [
      'arn:<PARTITION>:bedrock-agentcore:<REGION>:<ACCOUNT_ID>:runtime/<NAME_PREFIX>*',
      'arn:<PARTITION>:lambda:<REGION>:<ACCOUNT_ID>:function:<NAME_PREFIX>*',
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'customization-deploys-nothing',
      'Can’t start jobs, approve models, or deploy them.',
      [
        'sagemaker:CreateEndpoint*',
        'sagemaker:CreateJob',
        'sagemaker:CreateTrainingJob',
        'sagemaker:UpdateModelPackage',
      ],
    ],
    sources.leastPrivilege,
  ),
  assumedBy('assumed-by-jobs', 'jobService', 'job.sagemaker.amazonaws.com', 'the CreateJob service'),
];

export const agentRole: readonly Guarantee[] = [
  onlyOn(
    ['agent-jobs', 'Can take part only in jobs with the name prefix.', turns],
    jobs,
    sources.leastPrivilege,
  ),
  never(
    [
      'agent-starts-nothing',
      'Can’t start, stop, or delete jobs, or invoke endpoints.',
      [
        'sagemaker:Create*',
        'sagemaker:Delete*',
        'sagemaker:InvokeEndpoint*',
        'sagemaker:Start*',
        'sagemaker:Stop*',
      ],
    ],
    sources.leastPrivilege,
  ),
  never(['agent-no-data', 'Can’t use S3.', ['s3:*']], sources.leastPrivilege),
  assumedBy(
    'assumed-by-agentcore',
    'agentCoreService',
    'bedrock-agentcore.amazonaws.com',
    'Bedrock AgentCore',
  ),
  deniedUnless(
    [
      'agentcore-in-account',
      'AgentCore can assume this role only for resources of this account.',
      ['sts:AssumeRole*'],
    ],
    [{ StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] } }],
    sources.confusedDeputy,
    { policy: 'trust', trust: 'agentCoreService', when: { confusedDeputy: 'on' } },
  ),
];

export const customizer: readonly Guarantee[] = [
  onlyOn(
    [
      'customizer-jobs',
      'Can create, stop, and delete only jobs with the name prefix.',
      ['sagemaker:CreateJob', 'sagemaker:DeleteJob', 'sagemaker:StopJob'],
    ],
    jobs,
    sources.leastPrivilege,
  ),
  deniedUnless(
    ['customizer-passes-to', 'Can pass roles only to the CreateJob service.', ['iam:PassRole']],
    [{ StringEquals: { 'iam:PassedToService': ['job.sagemaker.amazonaws.com'] } }],
    sources.passRole,
    { without: ['manageModels'] },
  ),
  onlyOn(
    ['customizer-passes', 'Can pass only the model customization execution role.', ['iam:PassRole']],
    ['<CUSTOMIZATION_ROLE_ARN>'],
    sources.passRole,
    { exceptWith: { manageModels: ['<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>'] } },
  ),
  never(['customizer-no-turns', 'Can’t sample from models in training.', turns], sources.leastPrivilege),
];
