import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

export const logsAndMetrics: Activity = {
  id: 'logsAndMetrics',
  title: 'Write logs and metrics',
  summary: 'Log streams and metrics in CloudWatch.',
  options: [],
  published: [
    {
      Sid: 'SageMakerLog',
      Effect: 'Allow',
      Action: [
        'cloudwatch:PutMetricData',
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:PutLogEvents',
        'logs:DescribeLogStreams',
      ],
      Resource: ['*'],
      guide: [
        { policy: 8, statement: 1 },
        { policy: 9, statement: 1 },
      ],
    },
  ],
  hardened: [
    {
      Sid: 'WriteMetrics',
      Effect: 'Allow',
      Action: ['cloudwatch:PutMetricData'],
      Resource: ['*'],
      Condition: { StringLike: { 'cloudwatch:namespace': ['*SageMaker*', '*Sagemaker*', '*sagemaker*'] } },
      guide: [
        { policy: 8, statement: 1 },
        { policy: 9, statement: 1 },
      ],
    },
    {
      Sid: 'WriteLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
      Resource: ['arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/sagemaker/*'],
      guide: [
        { policy: 8, statement: 1 },
        { policy: 9, statement: 1 },
      ],
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['WriteLogs'],
      text: 'Limited to the log groups that SageMaker writes to, /aws/sagemaker/…, of this account and Region.',
      source: sources.logsActions,
    },
    {
      tag: 'hardening',
      statements: ['WriteMetrics'],
      text: 'Limited to metric namespaces with SageMaker in their name. The action stays on *: metrics have no ARN of their own, only data sets do.',
      source: sources.cloudwatchActions,
    },
  ],
  notes: [
    {
      text: 'A container that publishes metrics under a namespace of its own choosing is refused under the hardened form.',
      source: sources.cloudwatchActions,
    },
  ],
};
