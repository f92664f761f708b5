import { type AccessTest, arn, mustAllow, mustDeny, object, sageMaker } from '../accessTest.ts';

/** Of what one persona each can have besides: steps of pipelines, asynchronous calls, registered models, and cluster sessions. */

const steps = { activity: 'pipelineIntegrations' };
const asynchronous = { activity: 'invokeAsync' };
const registers = { activity: 'registerModels' };
const shell = { activity: 'clusterShell' };

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
    sageMaker('endpoint/zz-another-team-1'),
    {},
    asynchronous,
  ],
  ['async-upload-other', 'uploads a request elsewhere', 's3:PutObject', elsewhere, {}, asynchronous],
  ['async-read-other', 'reads a response elsewhere', 's3:GetObject', elsewhere, {}, asynchronous],
  ['async-delete', 'deletes a response', 's3:DeleteObject', response, {}, asynchronous],
  ['async-list-other', 'lists another bucket', 's3:ListBucket', object('zz-another-team'), {}, asynchronous],
]);

const serves = { activity: 'serveAsync' };
const request = object('<ASYNC_REQUEST_BUCKET>/<ASYNC_REQUEST_PREFIX>/1.json');
const part = object('<ASYNC_RESPONSE_BUCKET>/<ASYNC_RESPONSE_PREFIX>/1.part');
const topic = arn('sns', '<ASYNC_TOPIC>');
const otherTopic = arn('sns', 'zz-another-team');
const notifies = { ...serves, when: { notify: 'on' } };

export const servesAsynchronously: readonly AccessTest[] = [
  ...mustAllow([
    ['async-request', 'reads an asynchronous request', 's3:GetObject', request, {}, serves],
    ['async-response', 'writes an asynchronous response', 's3:PutObject', response, {}, serves],
    ['async-abort', 'cancels a failed upload', 's3:AbortMultipartUpload', part, {}, serves],
    ['async-notify', 'notifies a topic', 'sns:Publish', topic, {}, notifies],
  ]),
  ...mustDeny([
    ['async-request-change', 'overwrites an asynchronous request', 's3:PutObject', request, {}, serves],
    ['async-request-delete', 'deletes an asynchronous request', 's3:DeleteObject', request, {}, serves],
    ['async-response-read', 'reads an asynchronous response', 's3:GetObject', response, {}, serves],
    ['async-response-acl', 'publishes a response', 's3:PutObjectAcl', response, {}, serves],
    ['async-read-other', 'reads another team’s request', 's3:GetObject', elsewhere, {}, serves],
    ['async-write-other', 'writes a response elsewhere', 's3:PutObject', elsewhere, {}, serves],
    ['async-notify-other', 'notifies another team’s topic', 'sns:Publish', otherTopic, {}, serves],
    ['async-subscribe', 'subscribes to a topic', 'sns:Subscribe', topic, {}, serves],
  ]),
];

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
      sageMaker('model-package-group/<NAME_PREFIX>1'),
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
      sageMaker('model-package-group/<NAME_PREFIX>1'),
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
