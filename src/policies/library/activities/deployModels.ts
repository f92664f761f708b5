import type { Activity, ActivityOption } from './activity.ts';

const models = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:model/<NAME_PREFIX>*';
const configs = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:endpoint-config/<NAME_PREFIX>*';
const endpoints = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:endpoint/<NAME_PREFIX>*';

const options: readonly ActivityOption[] = [
  {
    id: 'vpc',
    label: 'Model network',
    help: 'Whether a model must use the specified subnets and security groups.',
    choices: [
      {
        value: 'on',
        label: 'Specified subnets only',
        help: 'Denies models without a VPC or with any other subnet or security group.',
      },
      { value: 'off', label: 'Any network', help: 'Models can run outside the VPC, as in the guide.' },
    ],
    default: 'off',
    stances: ['hardened'],
  },
  {
    id: 'tags',
    label: 'Tags on models and endpoints',
    help: 'Creating a tagged model or endpoint requires sagemaker:AddTags.',
    choices: [
      { value: 'on', label: 'Yes', help: 'Adds tagging during creation only.' },
      { value: 'off', label: 'No', help: 'Denies creating them with tags.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'volumeKey',
    label: 'Endpoints with a volume key',
    help: 'An endpoint with a volume encrypted with a customer managed key needs a grant on that key.',
    choices: [
      { value: 'on', label: 'Yes', help: 'Adds kms:CreateGrant for AWS resources, through SageMaker only.' },
      { value: 'off', label: 'No', help: 'Denies deploying such an endpoint.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'manage',
    label: 'After deployment',
    help: 'The guide sample can create endpoints but can’t update, delete, or invoke them.',
    choices: [
      { value: 'off', label: 'Create only', help: 'As in the guide.' },
      {
        value: 'on',
        label: 'Update, delete, and invoke',
        help: 'Adds these actions for endpoints, configurations, and models with the name prefix.',
      },
    ],
    default: 'off',
    stances: ['hardened'],
  },
];

export const deployModels: Activity = {
  id: 'deployModels',
  title: 'Create models and deploy endpoints',
  summary:
    'Create a model, its endpoint configuration, and its endpoint, and pass the inference execution role.',
  options,
  published: [
    {
      Sid: 'SageMakerModel',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateModel',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:CreateEndpointConfig',
        'sagemaker:CreateEndpoint',
        'sagemaker:DescribeEndpoint',
      ],
      Resource: ['*'],
      guide: [{ policy: 7, statement: 1 }],
    },
    {
      Sid: 'SageMakerPassRoleModel',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } },
      guide: [{ policy: 7, statement: 2 }],
    },
  ],
  hardened: [
    {
      Sid: 'ModelCreate',
      Effect: 'Allow',
      Action: ['sagemaker:CreateModel'],
      Resource: [models],
      when: { vpc: 'off' },
      guide: [{ policy: 7, statement: 1 }],
    },
    {
      Sid: 'ModelCreateInVpc',
      Effect: 'Allow',
      Action: ['sagemaker:CreateModel'],
      Resource: [models],
      Condition: {
        'ForAllValues:StringEquals': {
          'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
          'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
        },
        Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
      },
      when: { vpc: 'on' },
      guide: [{ policy: 7, statement: 1 }],
    },
    {
      Sid: 'ModelDeploy',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateEndpointConfig',
        'sagemaker:CreateEndpoint',
        'sagemaker:DescribeModel',
        'sagemaker:DescribeEndpointConfig',
        'sagemaker:DescribeEndpoint',
      ],
      Resource: [models, configs, endpoints],
      guide: [{ policy: 7, statement: 1 }],
    },
    {
      Sid: 'ModelPassRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } },
      guide: [{ policy: 7, statement: 2 }],
    },
    {
      Sid: 'ModelTagOnCreate',
      Effect: 'Allow',
      Action: ['sagemaker:AddTags'],
      Resource: [models, configs, endpoints],
      Condition: {
        StringEquals: {
          'sagemaker:TaggingAction': ['CreateModel', 'CreateEndpointConfig', 'CreateEndpoint'],
        },
      },
      when: { tags: 'on' },
    },
    {
      Sid: 'EndpointVolumeKeyGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: {
        Bool: { 'kms:GrantIsForAWSResource': ['true'] },
        StringEquals: {
          'kms:ViaService': ['sagemaker.<REGION>.amazonaws.com', 'sagemaker.<REGION>.<DNS_SUFFIX>'],
        },
      },
      when: { volumeKey: 'on' },
    },
    {
      Sid: 'EndpointManage',
      Effect: 'Allow',
      Action: [
        'sagemaker:UpdateEndpoint',
        'sagemaker:DeleteEndpoint',
        'sagemaker:DeleteEndpointConfig',
        'sagemaker:DeleteModel',
        'sagemaker:InvokeEndpoint',
      ],
      Resource: [models, configs, endpoints],
      when: { manage: 'on' },
    },
  ],
};
