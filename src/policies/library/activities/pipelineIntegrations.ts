import type { Activity } from './activity.ts';

const anywhere = (service: string, resource: string) => `arn:<PARTITION>:${service}:*:*:${resource}`;
const named = (service: string, before = '') =>
  ['sagemaker', 'sageMaker', 'SageMaker'].map((name) => anywhere(service, `${before}*${name}*`));

export const pipelineIntegrations: Activity = {
  id: 'pipelineIntegrations',
  title: 'Call Lambda functions and queues from a pipeline',
  summary: 'Invoke the functions of Lambda steps and send the messages of callback steps.',
  status: 'missingInGuide',
  options: [],
  published: [
    {
      Sid: 'PipelineFunctionsPublished',
      Effect: 'Allow',
      Action: [
        'lambda:CreateFunction',
        'lambda:DeleteFunction',
        'lambda:GetFunction',
        'lambda:InvokeFunction',
        'lambda:UpdateFunctionCode',
      ],
      Resource: named('lambda', 'function:'),
    },
    {
      Sid: 'PipelineQueuesPublished',
      Effect: 'Allow',
      Action: ['sqs:CreateQueue', 'sqs:SendMessage'],
      Resource: named('sqs'),
    },
    {
      Sid: 'PipelinePassRolePublished',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['arn:<PARTITION>:iam::*:role/*'],
      Condition: {
        StringEquals: {
          'iam:PassedToService': [
            'lambda.amazonaws.com',
            'elasticmapreduce.amazonaws.com',
            'ec2.amazonaws.com',
          ],
        },
      },
    },
    {
      Sid: 'PipelineEventsPublished',
      Effect: 'Allow',
      Action: ['events:DescribeRule', 'events:PutRule', 'events:PutTargets'],
      Resource: [
        anywhere('events', 'rule/SageMakerPipelineExecutionEMRStepStatusUpdateRule'),
        anywhere('events', 'rule/SageMakerPipelineExecutionEMRClusterStatusUpdateRule'),
      ],
    },
    {
      Sid: 'PipelineEmrPublished',
      Effect: 'Allow',
      Action: [
        'elasticmapreduce:AddJobFlowSteps',
        'elasticmapreduce:CancelSteps',
        'elasticmapreduce:DescribeStep',
        'elasticmapreduce:RunJobFlow',
        'elasticmapreduce:DescribeCluster',
        'elasticmapreduce:TerminateJobFlows',
        'elasticmapreduce:ListSteps',
      ],
      Resource: [anywhere('elasticmapreduce', 'cluster/*')],
    },
  ],
  hardened: [
    {
      Sid: 'PipelineFunctions',
      Effect: 'Allow',
      Action: ['lambda:GetFunction', 'lambda:InvokeFunction'],
      Resource: ['arn:<PARTITION>:lambda:<REGION>:<ACCOUNT_ID>:function:<NAME_PREFIX>*'],
    },
    {
      Sid: 'PipelineQueues',
      Effect: 'Allow',
      Action: ['sqs:SendMessage'],
      Resource: ['arn:<PARTITION>:sqs:<REGION>:<ACCOUNT_ID>:<NAME_PREFIX>*'],
    },
  ],
};
