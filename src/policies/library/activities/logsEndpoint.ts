import { endpointActivity, perimeter, strict } from './endpointPolicy.ts';

export const logsEndpoint = endpointActivity({
  id: 'logsEndpoint',
  title: 'CloudWatch Logs',
  summary: 'Write and read the logs of jobs and endpoints from inside the VPC.',
  endpoint: {
    id: 'logs',
    serviceName: 'com.amazonaws.<REGION>.logs',
    type: 'interface',
    carries: ['logs:*'],
    symptom: {
      text: 'The SDK hangs while it streams the log of a job, even though the job runs.',
      source: 'https://github.com/awsdocs/amazon-sagemaker-developer-guide/pull/259',
    },
  },
  statements: [
    ...strict({
      Sid: 'SageMakerLogs',
      Action: [
        'logs:CreateLogGroup',
        'logs:CreateLogStream',
        'logs:DescribeLogStreams',
        'logs:GetLogEvents',
        'logs:PutLogEvents',
      ],
      Resource: [
        'arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/sagemaker/*',
        'arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/codebuild/sagemaker-studio*',
      ],
    }),
    ...strict({
      Sid: 'FindLogGroups',
      Action: ['logs:DescribeLogGroups'],
      Resource: ['*'],
    }),
    ...perimeter('Logs'),
  ],
});
