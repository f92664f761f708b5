import type { Activity } from './activity.ts';

export const logsAndMetrics: Activity = {
  id: 'logsAndMetrics',
  title: 'Write logs and metrics',
  summary: 'Write log streams and metrics to CloudWatch.',
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
};
