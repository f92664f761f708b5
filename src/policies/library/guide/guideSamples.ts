/**
 * The ten sample policies of the guide's chapter on permissions, word for word, mistakes included: policies 4 and 9 are not
 * JSON. White space is as the page gives it on one line. They are material to compare with, never a policy to hand out;
 * the activities hold the repaired form.
 * Source: https://docs.aws.amazon.com/whitepapers/latest/build-secure-enterprise-ml-platform/permissions.html
 */

export interface GuideSample {
  /** 1–10, in the chapter's order. */
  readonly policy: number;
  /** Id of the persona that the chapter gives it to. */
  readonly persona: string;
  readonly title: string;
  readonly text: string;
}

export const guideSamples: readonly GuideSample[] = [
  {
    policy: 1,
    persona: 'dataScientist',
    title: 'SageMaker console access',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SageMakerReadAccess", "Effect": "Allow",',
      '"Action": [ "sagemaker:List*", "sagemaker:Describe*", "sagemaker:Get*" ], "Resource": "*" } ] }',
    ].join(' '),
  },
  {
    policy: 2,
    persona: 'dataScientist',
    title: 'SageMaker notebook access by user ID',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SageMakerNotebookAccessbyOwner", "Effect":',
      '"Allow", "Action": [ "sagemaker:StartNotebookInstance", "sagemaker:StopNotebookInstance",',
      '"sagemaker:CreatePresignedNotebookInstanceUrl" ], "Resource": "*", "Condition": {',
      '"StringEquals": { "sagemaker:ResourceTag/owner": "${aws:userid}" } } } ] }',
    ].join(' '),
  },
  {
    policy: 3,
    persona: 'dataScientist',
    title: 'SageMaker notebook access by principal tag',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SageMakerNotebookAccessbyOwner", "Effect":',
      '"Allow", "Action": [ "sagemaker:StartNotebookInstance", "sagemaker:StopNotebookInstance",',
      '"sagemaker:CreatePresignedNotebookInstanceUrl" ], "Resource": "*", "Condition": {',
      '"StringEquals": { "sagemaker:ResourceTag/owner": "${aws:PrincipalTag/owner}" } } } ] }',
    ].join(' '),
  },
  {
    policy: 4,
    persona: 'dataScientist',
    title: 'SageMaker Studio access',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SageMakerStudioAccessbyOwner" "Effect":',
      '"Allow", "Action": [ "sagemaker:CreatePresignedDomainUrl" ], "Resource": "*", "Condition": {',
      '"StringLike": { "sagemaker:ResourceTag/owner": "${aws:userid}" } } } ]',
    ].join(' '),
  },
  {
    policy: 5,
    persona: 'notebookRole',
    title: 'Processing, training and tuning jobs',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SageMakerTraining", "Effect": "Allow",',
      '"Action": [ "sagemaker:CreateTrainingJob", "sagemaker:CreateHyperParameterTuningJob",',
      '"sagemaker:CreateProcessingJob" ], "Resource": "*" },',
      '{ "Sid": "SageMakerPassRoleTraining", "Effect": "Allow", "Action": [ "iam:PassRole" ],',
      '"Resource": "<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>", "Condition": { "StringEquals": {',
      '"iam:PassedToService": "sagemaker.amazonaws.com" } } } ] }',
    ].join(' '),
  },
  {
    policy: 6,
    persona: 'notebookRole',
    title: 'Docker images in Amazon ECR',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SagemakerCreateECR", "Effect": "Allow",',
      '"Action": [ "ecr:CreateRepository" ], "Resource": "arn:aws:ecr:*:<ACCOUNT_ID>:repository/*",',
      '"Condition": { "StringEquals": { "aws:RequestTag/CreatedBy": "SageMaker" } } },',
      '{ "Sid": "SageMakerECRAccess", "Effect": "Allow", "Action": [ "ecr:GetAuthorizationToken" ],',
      '"Resource": "arn:aws:ecr:*:<ACCOUNT_ID>:repository/*" },',
      '{ "Sid": "SagemakerECRRepo", "Effect": "Allow", "Action": [ "ecr:BatchGetImage",',
      '"ecr:CompleteLayerUpload", "ecr:UploadLayerPart", "ecr:DescribeImages", "ecr:ListImages",',
      '"ecr:InitiateLayerUpload", "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer",',
      '"ecr:PutImage" ], "Resource": "arn:aws:ecr:*:<ACCOUNT_ID>:repository/*", "Condition": {',
      '"StringEquals": { "aws:ResourceTag/CreatedBy": "SageMaker" } } },',
      '{ "Sid": "SagemakerECRRead", "Effect": "Allow", "Action": [ "ecr:DescribeRepositories" ],',
      '"Resource": "arn:aws:ecr:*:*:repository/*" } ] }',
    ].join(' '),
  },
  {
    policy: 7,
    persona: 'notebookRole',
    title: 'Models and endpoints',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SageMakerModel", "Effect": "Allow",',
      '"Action": [ "sagemaker:CreateModel", "sagemaker:DescribeEndpointConfig",',
      '"sagemaker:CreateEndpointConfig", "sagemaker:CreateEndpoint", "sagemaker:DescribeEndpoint" ],',
      '"Resource": "*" },',
      '{ "Sid": "SageMakerPassRoleModel", "Effect": "Allow", "Action": [ "iam:PassRole" ], "Resource":',
      '"<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>", "Condition": { "StringEquals": { "iam:PassedToService":',
      '"sagemaker.amazonaws.com" } } } ] }',
    ].join(' '),
  },
  {
    policy: 8,
    persona: 'trainingRole',
    title: 'Training, tuning and processing job role',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SageMakerLog", "Effect": "Allow", "Action":',
      '[ "cloudwatch:PutMetricData", "logs:CreateLogGroup", "logs:CreateLogStream",',
      '"logs:PutLogEvents", "logs:DescribeLogStreams" ], "Resource": "*" },',
      '{ "Sid": "SageMakerEC2Management", "Effect": "Allow", "Action": [ "ec2:CreateNetworkInterface",',
      '"ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface",',
      '"ec2:DeleteNetworkInterfacePermission", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs",',
      '"ec2:DescribeDhcpOptions", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups" ], "Resource":',
      '"*" },',
      '{ "Sid": "SageMakerKMSUsage", "Effect": "Allow", "Action": [ "kms:CreateGrant", "kms:Decrypt",',
      '"kms:DescribeKey", "kms:Encrypt" ], "Resource": "<DATA_KMS_CMK_ARN>" },',
      '{ "Effect": "Allow", "Action": [ "s3:ListBucket", "s3:GetObject", "s3:PutObject" ], "Resource":',
      '[ "arn:aws:s3::<ACCOUNT_ID>:<INPUT_BUCKET_NAME>",',
      '"arn:aws:s3::<ACCOUNT_ID>:<OUTPUT_BUCKET_NAME>/<PATH_NAME>" ] },',
      '{ "Sid": "SageMakerECRAccess", "Effect": "Allow", "Action": [ "ecr:GetAuthorizationToken" ],',
      '"Resource": "arn:aws:ecr:*:<ACCOUNT_ID>:repository/*" },',
      '{ "Effect": "Allow", "Action": [ "ecr:BatchCheckLayerAvailability",',
      '"ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage" ], "Resource":',
      '"arn:aws:ecr:*:<ACCOUNT_ID>:repository/*", "Condition": { "StringEquals": {',
      '"aws:ResourceTag/CreatedBy": "SageMaker" } } } ] }',
    ].join(' '),
  },
  {
    policy: 9,
    persona: 'hostingRole',
    title: 'SageMaker model hosting role',
    text: [
      '{ "Version": "2012-10-17", "Statement": [ { "Sid": "SageMakerLog", "Effect": "Allow", "Action":',
      '[ "cloudwatch:PutMetricData", "logs:CreateLogGroup", "logs:CreateLogStream",',
      '"logs:PutLogEvents", "logs:DescribeLogStreams" ], "Resource": "*" },',
      '{ "Sid": "SageMakerEC2Management", "Effect": "Allow", "Action": [ "ec2:CreateNetworkInterface",',
      '"ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface",',
      '"ec2:DeleteNetworkInterfacePermission", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs",',
      '"ec2:DescribeDhcpOptions", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups" ], "Resource":',
      '"*" },',
      '{ "Sid": "SageMakerAutoscaling", "Effect": "Allow", "Action": [',
      '"application-autoscaling:DeleteScalingPolicy", "application-autoscaling:DeleteScheduledAction",',
      '"application-autoscaling:DeregisterScalableTarget",',
      '"application-autoscaling:DescribeScalableTargets",',
      '"application-autoscaling:DescribeScalingActivities",',
      '"application-autoscaling:DescribeScalingPolicies",',
      '"application-autoscaling:DescribeScheduledActions", "application-autoscaling:PutScalingPolicy",',
      '"application-autoscaling:PutScheduledAction", "application-autoscaling:RegisterScalableTarget"',
      '], "Resource": "*" },',
      '{ "Sid": "SageMakerKMSUsage", "Effect": "Allow", "Action": [ "kms:CreateGrant", "kms:Decrypt",',
      '"kms:DescribeKey", "kms:Encrypt" ], "Resource": "<DATA_KMS_CMK_ARN>" },',
      '{ "Sid": "SageMakerECRAccess", "Effect": "Allow", "Action": [ "ecr:GetAuthorizationToken" ],',
      '"Resource": "arn:aws:ecr:*:<ACCOUNT_ID>:repository/*", },',
      '{ "Sid": "SageMakerECRUsage", "Effect": "Allow", "Action": [ "ecr:BatchCheckLayerAvailability",',
      '"ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage" ], "Resource":',
      '"arn:aws:ecr:*:<ACCOUNT_ID>:repository/*", "Condition": { "StringEquals": {',
      '"aws:ResourceTag/CreatedBy": "SageMaker" } } },',
      '{ "Sid": "SageMakerElasticInterface", "Effect": "Allow", "Action": [ "elastic-inference:Connect"',
      '], "Resource": "*" } ] }',
    ].join(' '),
  },
  {
    policy: 10,
    persona: 'vpcEndpoint',
    title: 'VPC endpoint',
    text: [
      '{ "Version": "2012-10-17", "Sid": "AccessOnlytoSpecificBucket", "Statement": [ { "Effect":',
      '"Allow", "Principal": "*", "Action": [ "s3:GetObject", "s3:PutObject", "s3:ListBucket",',
      '"s3:GetBucketLocation", "s3:ListAllMyBuckets" ], "Resource": [ "arn:aws:s3:::<bucket_name>",',
      '"arn:aws:s3:::<bucket_name>/*" ] } ] }',
    ].join(' '),
  },
];
