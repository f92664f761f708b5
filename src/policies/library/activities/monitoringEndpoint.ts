import { endpointActivity, perimeter, strict } from './endpointPolicy.ts';

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
  statements: [
    ...strict({ Sid: 'PublishMetrics', Action: ['cloudwatch:PutMetricData'], Resource: ['*'] }),
    ...perimeter('Monitoring'),
  ],
});
