import { type AccessTest, arn, carefulCall, mustAllow, mustDeny, object, sageMaker } from '../accessTest.ts';

/** Of what several personas can have besides: endpoints and their scaling, pipelines and what they call, and cluster sessions. */

const endpoints = { activity: 'manageEndpoints' };
const pipelines = { activity: 'managePipelines' };
const scaling = { activity: 'endpointAutoscaling' };
const steps = { activity: 'pipelineIntegrations' };
const asynchronous = { activity: 'invokeAsync' };
const registers = { activity: 'registerModels' };
const shell = { activity: 'clusterShell' };
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

const step = arn('lambda', 'function:<NAME_PREFIX>1');
const otherStep = arn('lambda', 'function:zz-another-team');
const queue = arn('sqs', '<NAME_PREFIX>1');

export const callsFromPipelines: readonly AccessTest[] = [
  ...mustAllow([
    ['step', 'invokes the function of a step', 'lambda:InvokeFunction', step, {}, steps],
    ['step-view', 'views the function of a step', 'lambda:GetFunction', step, {}, steps],
    ['step-message', 'sends the message of a step', 'sqs:SendMessage', queue, {}, steps],
  ]),
  ...mustDeny([
    ['step-other', 'invokes another team’s function', 'lambda:InvokeFunction', otherStep, {}, steps],
    ['step-change', 'changes the code of a function', 'lambda:UpdateFunctionCode', step, {}, steps],
    [
      'step-other-message',
      'sends to another team’s queue',
      'sqs:SendMessage',
      arn('sqs', 'zz-another-team'),
      {},
      steps,
    ],
    ['step-receive', 'reads the messages of a queue', 'sqs:ReceiveMessage', queue, {}, steps],
    ['step-create', 'creates a function', 'lambda:CreateFunction', step, {}, steps],
  ]),
];

const response = object('<ASYNC_RESPONSE_BUCKET>/<ASYNC_RESPONSE_PREFIX>/1.out');
const elsewhere = object('zz-another-team/1.json');

export const invokesAsynchronously: readonly AccessTest[] = mustDeny([
  [
    'async-other',
    'invokes another team’s endpoint',
    'sagemaker:InvokeEndpointAsync',
    other('endpoint'),
    {},
    asynchronous,
  ],
  ['async-upload-other', 'uploads a request elsewhere', 's3:PutObject', elsewhere, {}, asynchronous],
  ['async-read-other', 'reads a response elsewhere', 's3:GetObject', elsewhere, {}, asynchronous],
  ['async-delete', 'deletes a response', 's3:DeleteObject', response, {}, asynchronous],
  ['async-list-other', 'lists another bucket', 's3:ListBucket', object('zz-another-team'), {}, asynchronous],
]);

const version = sageMaker('model-package/<NAME_PREFIX>1/1');
const otherVersion = sageMaker('model-package/zz-another-team/1');
const status = (of: string) => ({ 'sagemaker:ModelApprovalStatus': of });
const registration = 'sagemaker:CreateModelPackage';
const registered = (approved: string) => ({ ...registers, when: { approved } });

export const registersModels: readonly AccessTest[] = [
  ...mustAllow([
    ['register', 'registers a model', registration, version, status('PendingManualApproval'), registers],
    [
      'register-approved',
      'registers a model as approved',
      registration,
      version,
      status('Approved'),
      registered('on'),
    ],
    [
      'register-group',
      'creates a group',
      'sagemaker:CreateModelPackageGroup',
      named('model-package-group'),
      {},
      registers,
    ],
    ['register-view', 'views a model', 'sagemaker:DescribeModelPackage', version, {}, registers],
  ]),
  ...mustDeny([
    [
      'register-as-approved',
      'registers a model as approved',
      registration,
      version,
      status('Approved'),
      registered('off'),
    ],
    [
      'register-other',
      'registers a model of another team',
      registration,
      otherVersion,
      status('Rejected'),
      registers,
    ],
    ['register-approve', 'approves a model', 'sagemaker:UpdateModelPackage', version, {}, registers],
    ['register-delete', 'deletes a model', 'sagemaker:DeleteModelPackage', version, {}, registers],
    [
      'register-retag',
      'changes the tags of a group',
      'sagemaker:AddTags',
      named('model-package-group'),
      {},
      registers,
    ],
  ]),
];

const session = (of: string) => arn('ssm', `session/${of}-1`);
const own = { 'aws:userid': 'AROAEXAMPLE:ana' };
const document = (name: string) => arn('ssm', `document/${name}`);

export const opensSessions: readonly AccessTest[] = [
  ...mustAllow([
    [
      'session-document',
      'opens a shell',
      'ssm:StartSession',
      document('SSM-SessionManagerRunShell'),
      {},
      shell,
    ],
    ['session-end', 'ends its own session', 'ssm:TerminateSession', session('AROAEXAMPLE:ana'), own, shell],
    [
      'session-resume',
      'resumes its own session',
      'ssm:ResumeSession',
      session('AROAEXAMPLE:ana'),
      own,
      shell,
    ],
  ]),
  ...mustDeny([
    [
      'session-other',
      'opens a session on another cluster',
      'ssm:StartSession',
      sageMaker('cluster/zzanother001'),
      {},
      shell,
    ],
    [
      'session-port',
      'forwards a port',
      'ssm:StartSession',
      document('AWS-StartPortForwardingSession'),
      {},
      shell,
    ],
    [
      'session-of-others',
      'ends a colleague’s session',
      'ssm:TerminateSession',
      session('AROAEXAMPLE:ben'),
      own,
      shell,
    ],
    [
      'session-command',
      'runs a command on every node',
      'ssm:SendCommand',
      document('AWS-RunShellScript'),
      {},
      shell,
    ],
  ]),
];
