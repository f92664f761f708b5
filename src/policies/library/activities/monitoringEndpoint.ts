import {
  bounded,
  boundedOption,
  endpointActivity,
  perimeter,
  strict,
  styleOption,
} from './endpointPolicy.ts';

export const monitoringEndpoint = endpointActivity({
  id: 'monitoringEndpoint',
  title: 'CloudWatch metrics',
  summary: 'Publish metrics of jobs and endpoints from inside the VPC.',
  endpoint: {
    id: 'monitoring',
    serviceName: 'com.amazonaws.<REGION>.monitoring',
    type: 'interface',
    carries: ['cloudwatch:*'],
    symptom: {
      text: 'Container metrics are missing in CloudWatch. Calls that publish them time out.',
      source:
        'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-interface-VPC.html',
    },
  },
  options: [
    styleOption,
    boundedOption,
    {
      id: 'read',
      label: 'Read metrics',
      help: 'TrainingJobAnalytics of the SDK reads the metrics of a job.',
      choices: [
        { value: 'off', label: 'No', help: 'Only publishing.' },
        { value: 'on', label: 'Yes', help: 'Adds reading and listing metrics.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  statements: [
    ...strict({ Sid: 'PublishMetrics', Action: ['cloudwatch:PutMetricData'], Resource: ['*'] }),
    ...bounded({
      Sid: 'ReadMetrics',
      Action: ['cloudwatch:GetMetricData', 'cloudwatch:GetMetricStatistics', 'cloudwatch:ListMetrics'],
      Resource: ['*'],
      when: { read: 'on' },
    }),
    ...perimeter('Monitoring'),
  ],
});
