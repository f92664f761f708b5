import type { Activity } from './activity.ts';

const repositories = 'arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/sagemaker-studio*';

/** Accounts of AWS that hold the images which builds start from, as the README of the tool lists them. */
const awsAccounts = [
  '763104351884',
  '217643126080',
  '727897471807',
  '626614931356',
  '683313688378',
  '520713654638',
  '462105765813',
];

export const buildImagesInCodeBuild: Activity = {
  id: 'buildImagesInCodeBuild',
  title: 'Build the image in CodeBuild',
  summary: 'Get the source, pull a base image, and push the result.',
  status: 'missingInGuide',
  options: [
    {
      id: 'awsImages',
      label: 'AWS base images',
      help: 'AWS framework images are in accounts that AWS owns.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds pull access to the accounts listed in the README of the tool.',
        },
        {
          value: 'off',
          label: 'No',
          help: 'Only base images from your own sagemaker-studio… repositories or public registries.',
        },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    {
      id: 'vpc',
      label: 'Builds in a VPC',
      help: 'CodeBuild creates network interfaces in your subnets.',
      choices: [
        {
          value: 'off',
          label: 'No',
          help: 'Builds run in the CodeBuild network, with internet access.',
        },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds network interfaces for CodeBuild, in the specified subnets only.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'BuildSource',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:GetObjectVersion'],
      Resource: ['arn:<PARTITION>:s3:::<BUILD_BUCKET_NAME>/codebuild-sagemaker-container-*'],
    },
    {
      Sid: 'BuildLogs',
      Effect: 'Allow',
      Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: ['arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/codebuild/sagemaker-studio*'],
    },
    { Sid: 'BuildEcrLogin', Effect: 'Allow', Action: ['ecr:GetAuthorizationToken'], Resource: ['*'] },
    {
      Sid: 'BuildPush',
      Effect: 'Allow',
      Action: [
        'ecr:BatchCheckLayerAvailability',
        'ecr:BatchGetImage',
        'ecr:GetDownloadUrlForLayer',
        'ecr:InitiateLayerUpload',
        'ecr:UploadLayerPart',
        'ecr:CompleteLayerUpload',
        'ecr:PutImage',
      ],
      Resource: [repositories],
    },
    {
      Sid: 'BuildPullAwsImages',
      Effect: 'Allow',
      Action: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
      Resource: awsAccounts.map((account) => `arn:<PARTITION>:ecr:<REGION>:${account}:repository/*`),
      when: { awsImages: 'on' },
    },
    {
      Sid: 'BuildInterfaces',
      Effect: 'Allow',
      Action: [
        'ec2:CreateNetworkInterface',
        'ec2:DeleteNetworkInterface',
        'ec2:DescribeDhcpOptions',
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      Resource: ['*'],
      when: { vpc: 'on' },
    },
    {
      Sid: 'BuildInterfacePermission',
      Effect: 'Allow',
      Action: ['ec2:CreateNetworkInterfacePermission'],
      Resource: ['arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:network-interface/*'],
      Condition: {
        StringEquals: { 'ec2:AuthorizedService': ['codebuild.amazonaws.com'] },
        ArnEquals: { 'ec2:Subnet': ['arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:subnet/<SUBNET_ID>'] },
      },
      when: { vpc: 'on' },
    },
  ],
};
