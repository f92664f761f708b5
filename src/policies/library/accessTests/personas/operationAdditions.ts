import { type AccessTest, arn, carefulCall, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

/** Of what several personas can have besides: endpoints and their scaling, and pipelines. */

const endpoints = { activity: 'manageEndpoints' };
const pipelines = { activity: 'managePipelines' };
const scaling = { activity: 'endpointAutoscaling' };
const to = (service: string) => ({ 'iam:PassedToService': `${service}.amazonaws.com` });
const named = (type: string) => sageMaker(`${type}/<NAME_PREFIX>1`);
const other = (type: string) => sageMaker(`${type}/zz-another-team-1`);

export const managesEndpoints: readonly AccessTest[] = [
  ...mustAllow([
    [
      'own-endpoint',
      'creates an endpoint',
      'sagemaker:CreateEndpoint',
      named('endpoint'),
      carefulCall,
      endpoints,
    ],
    [
      'own-config',
      'configures an endpoint',
      'sagemaker:CreateEndpointConfig',
      named('endpoint-config'),
      carefulCall,
      endpoints,
    ],
    [
      'own-endpoint-delete',
      'deletes an endpoint',
      'sagemaker:DeleteEndpoint',
      named('endpoint'),
      {},
      endpoints,
    ],
    ['own-endpoint-list', 'lists the endpoints', 'sagemaker:ListEndpoints', '*', {}, endpoints],
  ]),
  ...mustDeny([
    [
      'endpoint-other',
      'deletes another team’s endpoint',
      'sagemaker:DeleteEndpoint',
      other('endpoint'),
      {},
      endpoints,
    ],
    [
      'endpoint-other-update',
      'changes another team’s endpoint',
      'sagemaker:UpdateEndpoint',
      other('endpoint'),
      {},
      endpoints,
    ],
    [
      'endpoint-other-config',
      'deletes the configuration of another team’s endpoint',
      'sagemaker:DeleteEndpointConfig',
      other('endpoint-config'),
      {},
      endpoints,
    ],
    [
      'endpoint-other-call',
      'invokes another team’s endpoint',
      'sagemaker:InvokeEndpoint',
      other('endpoint'),
      {},
      endpoints,
    ],
    [
      'endpoint-retag',
      'changes the tags of an endpoint',
      'sagemaker:AddTags',
      named('endpoint'),
      {},
      endpoints,
    ],
  ]),
];

const pipelineRole = '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>';

export const managesPipelines: readonly AccessTest[] = [
  ...mustAllow([
    ['own-pipeline', 'creates a pipeline', 'sagemaker:CreatePipeline', named('pipeline'), {}, pipelines],
    [
      'own-pipeline-start',
      'starts a pipeline',
      'sagemaker:StartPipelineExecution',
      named('pipeline'),
      {},
      pipelines,
    ],
    ['own-pipeline-list', 'lists the pipelines', 'sagemaker:ListPipelines', '*', {}, pipelines],
    [
      'own-pipeline-pass',
      'passes the pipeline role to SageMaker',
      'iam:PassRole',
      pipelineRole,
      to('sagemaker'),
      pipelines,
    ],
  ]),
  ...mustDeny([
    [
      'pipeline-other',
      'starts another team’s pipeline',
      'sagemaker:StartPipelineExecution',
      other('pipeline'),
      {},
      pipelines,
    ],
    [
      'pipeline-other-change',
      'changes another team’s pipeline',
      'sagemaker:UpdatePipeline',
      other('pipeline'),
      {},
      pipelines,
    ],
    [
      'pipeline-pass-other',
      'passes the pipeline role to Lambda',
      'iam:PassRole',
      pipelineRole,
      to('lambda'),
      pipelines,
    ],
    [
      'pipeline-retag',
      'changes the tags of a pipeline',
      'sagemaker:AddTags',
      named('pipeline'),
      {},
      pipelines,
    ],
  ]),
];

const target = arn('application-autoscaling', 'scalable-target/1234');
const namespace = (of: string) => ({ 'application-autoscaling:service-namespace': of });
const register = 'application-autoscaling:RegisterScalableTarget';
const weights = 'sagemaker:UpdateEndpointWeightsAndCapacities';
const alarm = (of: string) => arn('cloudwatch', `alarm:${of}`);

export const scalesEndpoints: readonly AccessTest[] = [
  ...mustAllow([
    ['scaling', 'registers an endpoint for scaling', register, target, namespace('sagemaker'), scaling],
    [
      'scaling-view',
      'views the scaling policies',
      'application-autoscaling:DescribeScalingPolicies',
      '*',
      {},
      scaling,
    ],
    ['scaling-weights', 'scales an endpoint', weights, named('endpoint'), {}, scaling],
    [
      'scaling-alarm',
      'sets the alarm of a policy',
      'cloudwatch:PutMetricAlarm',
      alarm('TargetTracking-endpoint/1'),
      {},
      scaling,
    ],
  ]),
  ...mustDeny([
    ['scaling-table', 'scales a table of DynamoDB', register, target, namespace('dynamodb'), scaling],
    ['scaling-other', 'scales another team’s endpoint', weights, other('endpoint'), {}, scaling],
    [
      'scaling-other-alarm',
      'deletes an alarm of something else',
      'cloudwatch:DeleteAlarms',
      alarm('payments'),
      {},
      scaling,
    ],
    [
      'scaling-other-role',
      'creates the service-linked role of another service',
      'iam:CreateServiceLinkedRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/aws-service-role/spot.amazonaws.com/AWSServiceRoleForEC2Spot',
      { 'iam:AWSServiceName': 'spot.amazonaws.com' },
      scaling,
    ],
  ]),
];
