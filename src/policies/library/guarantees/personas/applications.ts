import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const object = (location: 'REQUEST' | 'RESPONSE') =>
  `arn:<PARTITION>:s3:::<ASYNC_${location}_BUCKET>/<ASYNC_${location}_PREFIX>/*`;

export const endpointCaller: readonly Guarantee[] = [
  onlyOn(
    [
      'caller-endpoints',
      'Can invoke only endpoints and inference components with the name prefix.',
      ['sagemaker:InvokeEndpoint*'],
    ],
    sageMakerArns('endpoint/<NAME_PREFIX>*', 'inference-component/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  onlyOn(
    [
      'caller-only-invokes',
      'Can’t create, read, change, or delete SageMaker resources, except human reviews that it can request.',
      [
        'sagemaker:Add*',
        'sagemaker:Create*',
        'sagemaker:Delete*',
        'sagemaker:Describe*',
        'sagemaker:List*',
        'sagemaker:Search',
        'sagemaker:Start*',
        'sagemaker:Stop*',
        'sagemaker:Update*',
      ],
    ],
    [],
    sources.leastPrivilege,
    {
      exceptWith: {
        startReviews: sageMakerArns('flow-definition/<NAME_PREFIX>*', 'human-loop/<NAME_PREFIX>*'),
      },
    },
  ),
  never(
    [
      'caller-changes-nothing',
      'Can’t create, change, or delete SageMaker resources.',
      ['sagemaker:Add*', 'sagemaker:Create*', 'sagemaker:Delete*', 'sagemaker:Update*'],
    ],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['caller-writes', 'Can write objects only to the location of asynchronous requests.', ['s3:PutObject*']],
    [],
    sources.leastPrivilege,
    { exceptWith: { invokeAsync: [object('REQUEST')] } },
  ),
  onlyOn(
    ['caller-reads', 'Can read objects only from the location of asynchronous responses.', ['s3:GetObject*']],
    [],
    sources.leastPrivilege,
    { exceptWith: { invokeAsync: [object('RESPONSE')] } },
  ),
  deniedUnless(
    ['assumed-by-lambda', 'Only Lambda can assume this role.', ['sts:AssumeRole*']],
    [{}],
    sources.principals,
    {
      policy: 'trust',
      trust: 'computeService',
      when: { service: 'lambda' },
      principals: { Service: ['lambda.amazonaws.com'] },
    },
  ),
];

const jobs = [
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:CreateModel',
  'sagemaker:CreateProcessingJob',
  'sagemaker:CreateTrainingJob',
];

const ofSteps = ['hyper-parameter-tuning-job', 'model', 'processing-job', 'training-job', 'transform-job'];

export const pipelineRole: readonly Guarantee[] = [
  deniedUnless(
    [
      'pipeline-in-vpc',
      'Can’t start jobs or create models outside the approved subnets and security groups.',
      jobs,
    ],
    [
      {
        'ForAllValues:StringEquals': {
          'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
          'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
        },
        Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
      },
    ],
    sources.jobVpc,
    { activity: 'pipelineSteps', when: { vpc: 'on' } },
  ),
  onlyOn(
    ['pipeline-names', 'Can start and stop only jobs that pipelines name.', [...jobs, 'sagemaker:Stop*Job']],
    sageMakerArns(...ofSteps.map((type) => `${type}/pipelines-*`)),
    sources.leastPrivilege,
    { activity: 'pipelineSteps', when: { names: 'generated' } },
  ),
  onlyOn(
    [
      'pipeline-names-or-prefix',
      'Can start and stop only jobs that pipelines name, or that have the name prefix where that is selected.',
      [...jobs, 'sagemaker:Stop*Job'],
    ],
    ofSteps.flatMap((type) => sageMakerArns(`${type}/pipelines-*`, `${type}/<NAME_PREFIX>*`)),
    sources.leastPrivilege,
  ),
  onlyOn(
    [
      'pipeline-passes',
      'Can pass only the training, inference, and pipeline execution roles.',
      ['iam:PassRole'],
    ],
    [
      '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
      '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>',
      '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>',
    ],
    sources.passRole,
  ),
  never(
    [
      'pipeline-deploys-nothing',
      'Can’t approve models, or create or change endpoints.',
      ['sagemaker:CreateEndpoint*', 'sagemaker:UpdateEndpoint*', 'sagemaker:UpdateModelPackage'],
    ],
    sources.leastPrivilege,
  ),
];
