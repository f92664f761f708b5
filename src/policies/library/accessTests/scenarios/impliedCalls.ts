import { arn } from '../accessTest.ts';
import {
  assumed,
  clusterInterfaceCalls,
  customizationInterfaceCalls,
  describes,
  grant,
  interfaceCalls,
  logs,
  passRole,
  passRoleToJobs,
  processingInterfaceCalls,
  pulls,
  signsIn,
  tagged,
} from './callLists.ts';
import type { ImpliedCalls } from './impliedCall.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg';
const roles = `${guide}/sagemaker-roles.html`;
const apiPermissions = `${guide}/api-permissions-reference.html`;
const s3Kms = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html';

const jobs = [
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:CreateProcessingJob',
];
const [training = '', tuning = '', processing = ''] = jobs;
const model = 'sagemaker:CreateModel';
const customization = 'sagemaker:CreateJob';
const cluster = 'sagemaker:CreateCluster';
const tracking = 'sagemaker:CreateMlflowTrackingServer';

const clusterRoles = `${guide}/sagemaker-hyperpod-prerequisites-iam.html`;
const managedPolicies = 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference';
const jobFullAccess = `${managedPolicies}/AmazonSageMakerJobFullAccess.html`;

const tagKeys = { 'aws:RequestTag/<REQUIRED_TAG_KEY>': 'ana', 'aws:TagKeys': ['<REQUIRED_TAG_KEY>'] };

/** Which calls follow from which parameter of which create call. */
export const impliedCalls: readonly ImpliedCalls[] = [
  {
    creates: [...jobs, model],
    parameter: 'role',
    calls: [
      passRole,
      {
        by: 'service',
        title: 'is assumed by SageMaker',
        action: 'sts:AssumeRole',
        resource: '$role',
        context: { 'aws:SourceAccount': '<ACCOUNT_ID>', 'aws:SourceArn': '$resource' },
      },
    ],
    source: `${roles}#sagemaker-roles-pass-role`,
  },
  {
    creates: ['sagemaker:CreatePipeline'],
    parameter: 'role',
    calls: [passRole],
    source: `${guide}/build-and-manage-access.html`,
  },
  {
    creates: [customization],
    parameter: 'role',
    calls: passRoleToJobs,
    source: `${guide}/model-customize-mtrl-prereqs.html`,
  },
  { creates: [cluster], parameter: 'role', calls: [passRole, assumed], source: clusterRoles },
  {
    creates: [tracking],
    parameter: 'role',
    calls: [passRole, assumed],
    source: `${guide}/mlflow-create-tracking-server-iam.html`,
  },
  {
    creates: [
      ...jobs,
      'sagemaker:CreateTransformJob',
      model,
      'sagemaker:CreateModelPackage',
      'sagemaker:CreateModelPackageGroup',
      'sagemaker:CreateEndpointConfig',
      'sagemaker:CreateEndpoint',
      'sagemaker:CreatePipeline',
      customization,
      cluster,
      tracking,
    ],
    parameter: 'tags',
    calls: [
      {
        by: 'caller',
        title: 'adds the tags',
        action: 'sagemaker:AddTags',
        resource: '$resource',
        context: { ...tagKeys, 'sagemaker:TaggingAction': '$create' },
      },
    ],
    source: `${guide}/security_iam_id-based-policy-examples.html#grant-tagging-permissions`,
  },
  {
    creates: ['ecr:CreateRepository'],
    parameter: 'tags',
    calls: [
      {
        by: 'caller',
        title: 'adds the tags',
        action: 'ecr:TagResource',
        resource: '$resource',
        context: { 'aws:RequestTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>', 'aws:TagKeys': ['<ECR_TAG_KEY>'] },
      },
    ],
    source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-supported-iam-actions-tagging.html',
  },
  {
    creates: [...jobs, 'sagemaker:CreateTransformJob'],
    parameter: 'volumeKey',
    calls: [grant],
    source: apiPermissions,
  },
  {
    creates: ['sagemaker:CreateEndpoint'],
    parameter: 'volumeKey',
    calls: [
      {
        ...grant,
        by: 'caller',
      },
    ],
    source: apiPermissions,
  },
  {
    // The volume is made with the endpoint, so that only CreateEndpoint needs the grant.
    creates: ['sagemaker:CreateEndpointConfig'],
    parameter: 'volumeKey',
    calls: [],
    source: apiPermissions,
  },
  {
    creates: [customization],
    parameter: 'outputKey',
    calls: [
      {
        by: 'role',
        title: 'gets a data key for the output',
        action: 'kms:GenerateDataKey',
        resource: '<DATA_KMS_CMK_ARN>',
        context: { 'kms:ViaService': 's3.<REGION>.<DNS_SUFFIX>' },
      },
    ],
    source: jobFullAccess,
  },
  {
    creates: jobs,
    parameter: 'outputKey',
    calls: [
      { by: 'role', title: 'encrypts the output', action: 'kms:Encrypt', resource: '<DATA_KMS_CMK_ARN>' },
      {
        by: 'role',
        title: 'gets a data key for the output',
        action: 'kms:GenerateDataKey',
        resource: '<DATA_KMS_CMK_ARN>',
        source: s3Kms,
      },
    ],
    source: `${roles}#sagemaker-roles-createtrainingjob-perms`,
  },
  {
    creates: [...jobs, model],
    parameter: 'inputKey',
    calls: [
      { by: 'role', title: 'decrypts its input', action: 'kms:Decrypt', resource: '<DATA_KMS_CMK_ARN>' },
    ],
    source: s3Kms,
  },
  {
    creates: [training, tuning],
    parameter: 'vpc',
    calls: interfaceCalls,
    source: `${roles}#sagemaker-roles-createtrainingjob-perms`,
  },
  {
    creates: [processing],
    parameter: 'vpc',
    calls: processingInterfaceCalls,
    source: `${roles}#sagemaker-roles-createprocessingjob-perms`,
  },
  { creates: [customization], parameter: 'vpc', calls: customizationInterfaceCalls, source: jobFullAccess },
  { creates: [cluster], parameter: 'vpc', calls: clusterInterfaceCalls, source: clusterRoles },
  {
    creates: [model],
    parameter: 'vpc',
    calls: [
      ...interfaceCalls,
      ...describes(['DescribeVpcEndpoints']).map((call) => ({ ...call, source: `${guide}/host-vpc.html` })),
    ],
    source: `${roles}#sagemaker-roles-createmodel-perms`,
  },
  {
    creates: [...jobs, model],
    parameter: 'image',
    calls: [signsIn, ...pulls(arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/image'), { context: tagged })],
    source: `${roles}#sagemaker-roles-createtrainingjob-perms`,
  },
  {
    creates: [...jobs, model],
    parameter: 'awsImage',
    calls: [
      signsIn,
      ...pulls('arn:<PARTITION>:ecr:<REGION>:<AWS_IMAGE_ACCOUNT>:repository/pytorch', {
        context: { 'aws:ResourceAccount': '<AWS_IMAGE_ACCOUNT>' },
        registry: 'public',
      }),
    ],
    source: `${roles}#sagemaker-roles-createtrainingjob-perms`,
  },
  {
    creates: [...jobs, model],
    parameter: 'logGroup',
    calls: logs,
    source: `${roles}#sagemaker-roles-createtrainingjob-perms`,
  },
  {
    creates: [cluster],
    parameter: 'logGroup',
    calls: logs,
    source: `${managedPolicies}/AmazonSageMakerClusterInstanceRolePolicy.html`,
  },
  {
    creates: ['sagemaker:CreateEndpoint'],
    parameter: 'endpointConfig',
    calls: [
      {
        by: 'caller',
        title: 'uses the endpoint configuration',
        action: 'sagemaker:CreateEndpoint',
        resource: arn('sagemaker', 'endpoint-config/<NAME_PREFIX>1'),
      },
    ],
    source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
  },
];
