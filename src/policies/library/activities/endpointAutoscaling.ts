import type { Activity } from './activity.ts';

const describe = [
  'application-autoscaling:DescribeScalableTargets',
  'application-autoscaling:DescribeScalingActivities',
  'application-autoscaling:DescribeScalingPolicies',
  'application-autoscaling:DescribeScheduledActions',
];

const write = [
  'application-autoscaling:DeleteScalingPolicy',
  'application-autoscaling:DeleteScheduledAction',
  'application-autoscaling:DeregisterScalableTarget',
  'application-autoscaling:PutScalingPolicy',
  'application-autoscaling:PutScheduledAction',
  'application-autoscaling:RegisterScalableTarget',
];

export const endpointAutoscaling: Activity = {
  id: 'endpointAutoscaling',
  title: 'Configure endpoint autoscaling',
  summary: 'Register endpoints as scalable targets and set their scaling policies.',
  options: [],
  published: [
    {
      Sid: 'SageMakerAutoscaling',
      Effect: 'Allow',
      Action: [...write, ...describe],
      Resource: ['*'],
      guide: [{ policy: 9, statement: 3 }],
    },
  ],
  hardened: [
    {
      Sid: 'ScalingRead',
      Effect: 'Allow',
      Action: describe,
      Resource: ['*'],
      guide: [{ policy: 9, statement: 3 }],
    },
    {
      Sid: 'ScalingWrite',
      Effect: 'Allow',
      Action: write,
      Resource: ['arn:<PARTITION>:application-autoscaling:<REGION>:<ACCOUNT_ID>:scalable-target/*'],
      Condition: { StringEquals: { 'application-autoscaling:service-namespace': ['sagemaker'] } },
      guide: [{ policy: 9, statement: 3 }],
    },
    {
      Sid: 'ScalingEndpoint',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeEndpoint', 'sagemaker:UpdateEndpointWeightsAndCapacities'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:endpoint/<NAME_PREFIX>*'],
    },
    {
      Sid: 'ScalingEndpointConfig',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeEndpointConfig'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:endpoint-config/*'],
    },
    {
      Sid: 'ScalingAlarms',
      Effect: 'Allow',
      Action: ['cloudwatch:PutMetricAlarm', 'cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms'],
      Resource: ['arn:<PARTITION>:cloudwatch:<REGION>:<ACCOUNT_ID>:alarm:TargetTracking-endpoint/*'],
    },
    {
      Sid: 'ScalingServiceRole',
      Effect: 'Allow',
      Action: ['iam:CreateServiceLinkedRole'],
      Resource: [
        'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/aws-service-role/sagemaker.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint',
      ],
      Condition: {
        StringEquals: { 'iam:AWSServiceName': ['sagemaker.application-autoscaling.amazonaws.com'] },
      },
    },
  ],
};
