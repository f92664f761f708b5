import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

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
      companion: {
        text: 'Scaling reads and changes the capacity of the endpoint.',
        source: sources.scalingPrerequisites,
      },
    },
    {
      Sid: 'ScalingEndpointConfig',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeEndpointConfig'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:endpoint-config/*'],
      companion: {
        text: 'Scaling looks up the current configuration, which can have a generated name.',
        source: 'https://github.com/aws-controllers-k8s/community/issues/2110',
      },
    },
    {
      Sid: 'ScalingAlarms',
      Effect: 'Allow',
      Action: ['cloudwatch:PutMetricAlarm', 'cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms'],
      Resource: ['arn:<PARTITION>:cloudwatch:<REGION>:<ACCOUNT_ID>:alarm:TargetTracking-endpoint/*'],
      companion: {
        text: 'Target tracking uses alarms. For endpoints, their names start with this prefix.',
        source: 'https://github.com/boto/boto3/issues/2839',
      },
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
      companion: {
        text: 'Registering the first scalable target in an account creates this service-linked role.',
        source: sources.scalingPrerequisites,
      },
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['ScalingWrite'],
      text: 'Limited to SageMaker scalable targets in this account and Region.',
      source: sources.scalingActions,
    },
    {
      tag: 'hardening',
      statements: ['ScalingRead'],
      text: 'The Describe actions don’t support resource-level permissions, so they use "Resource": "*" in a separate statement.',
      source: sources.scalingActions,
    },
    {
      tag: 'validity',
      statements: ['ScalingEndpoint', 'ScalingEndpointConfig', 'ScalingAlarms', 'ScalingServiceRole'],
      text: 'Configuring scaling requires permissions on the endpoint, its alarms, and the service-linked role.',
      source: sources.scalingPrerequisites,
    },
  ],
};
