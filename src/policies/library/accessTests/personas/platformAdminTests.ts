import { managesPartnerApps } from './partnerAppTests.ts';
import { buysCapacity } from './buysCapacity.ts';
import { administersNotebooks } from './administersNotebooks.ts';
import { carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const domains = { activity: 'manageDomains' };
const inVpc = { ...domains, when: { vpc: 'on' } };
const images = { activity: 'manageStudioImages' };
const writesImages = { ...images, when: { images: 'write' } };
const viewsImages = { ...images, when: { images: 'view' } };
const appConfig = sageMaker('app-image-config/<NAME_PREFIX>1');
const newDomain = sageMaker('domain/d-new000000000');
const domain = sageMaker('domain/<STUDIO_DOMAIN_ID>');
const profile = sageMaker('user-profile/<STUDIO_DOMAIN_ID>/ana');
const notebookRole = '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>';
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const serviceRole = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/aws-service-role';
const vpcOnly = { ...carefulCall, 'sagemaker:AppNetworkAccessType': 'VpcOnly', 'sagemaker:AuthMode': 'SSO' };

export const platformAdmin: readonly AccessTest[] = [
  ...managesPartnerApps,
  ...buysCapacity,
  ...administersNotebooks,
  ...mustAllow([
    ['create', 'creates a domain in the VPC', 'sagemaker:CreateDomain', newDomain, vpcOnly, domains],
    ['update', 'changes the settings of a domain', 'sagemaker:UpdateDomain', domain, vpcOnly, domains],
    ['profile', 'adds a user profile', 'sagemaker:CreateUserProfile', profile, carefulCall, domains],
    [
      'app',
      'views an app that was left running',
      'sagemaker:DescribeApp',
      sageMaker('app/<STUDIO_DOMAIN_ID>/ana/JupyterLab/default'),
      {},
      domains,
    ],
    [
      'pass',
      'passes the notebook and Studio execution role',
      'iam:PassRole',
      notebookRole,
      toSageMaker,
      domains,
    ],
    [
      'image',
      'registers an image for Studio',
      'sagemaker:CreateImage',
      sageMaker('image/<NAME_PREFIX>1'),
      carefulCall,
      writesImages,
    ],
    [
      'command',
      'changes the command that an app starts with',
      'sagemaker:UpdateAppImageConfig',
      appConfig,
      {},
      writesImages,
    ],
    [
      'view-image',
      'views an image',
      'sagemaker:DescribeImage',
      sageMaker('image/<NAME_PREFIX>1'),
      {},
      images,
    ],
    [
      'script',
      'creates a lifecycle configuration',
      'sagemaker:CreateStudioLifecycleConfig',
      sageMaker('studio-lifecycle-config/<NAME_PREFIX>1'),
      carefulCall,
      { ...images, when: { scripts: 'write' } },
    ],
  ]),
  ...mustDeny([
    [
      'new-command',
      'creates an app image configuration, whose command runs as each user',
      'sagemaker:CreateAppImageConfig',
      appConfig,
      carefulCall,
      viewsImages,
    ],
    [
      'changed-command',
      'changes the command that the apps of users start with',
      'sagemaker:UpdateAppImageConfig',
      appConfig,
      {},
      viewsImages,
    ],
    [
      'new-version',
      'adds a version of an image that users start',
      'sagemaker:CreateImageVersion',
      sageMaker('image/<NAME_PREFIX>1'),
      {},
      viewsImages,
    ],
    [
      'new-script',
      'creates a lifecycle configuration, which runs as each user',
      'sagemaker:CreateStudioLifecycleConfig',
      sageMaker('studio-lifecycle-config/<NAME_PREFIX>1'),
      carefulCall,
      { ...images, when: { scripts: 'view' } },
    ],
    [
      'other-script',
      'deletes another team’s lifecycle configuration',
      'sagemaker:DeleteStudioLifecycleConfig',
      sageMaker('studio-lifecycle-config/zz-another-team'),
    ],
    [
      'internet',
      'creates a domain with direct internet access',
      'sagemaker:CreateDomain',
      newDomain,
      { ...vpcOnly, 'sagemaker:AppNetworkAccessType': 'PublicInternetOnly' },
      inVpc,
    ],
    [
      'other-key',
      'creates a domain without the volume key',
      'sagemaker:CreateDomain',
      newDomain,
      { ...vpcOnly, 'sagemaker:VolumeKmsKey': [], 'sagemaker:VolumeKmsKeyArn': [] },
      { ...domains, when: { kms: 'on' } },
    ],
    [
      'other-domain',
      'changes another domain',
      'sagemaker:UpdateDomain',
      sageMaker('domain/d-other0000000'),
      vpcOnly,
    ],
    [
      'other-profile',
      'deletes a user profile of another domain',
      'sagemaker:DeleteUserProfile',
      sageMaker('user-profile/d-other0000000/ana'),
    ],
    ['open', 'opens a user profile', 'sagemaker:CreatePresignedDomainUrl', profile],
    [
      'other-role',
      'passes an administrator role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
    ],
    [
      'other-service',
      'passes the notebook and Studio execution role to EC2',
      'iam:PassRole',
      notebookRole,
      { 'iam:PassedToService': 'ec2.amazonaws.com' },
    ],
    [
      'own-policy',
      'changes the policies of a role',
      'iam:PutRolePolicy',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/MLPlatform',
    ],
    [
      'other-linked',
      'creates the service-linked role of another service',
      'iam:CreateServiceLinkedRole',
      `${serviceRole}/ecs.amazonaws.com/AWSServiceRoleForECS`,
      { 'iam:AWSServiceName': 'ecs.amazonaws.com' },
    ],
    [
      'other-image',
      'replaces another team’s image',
      'sagemaker:CreateImageVersion',
      sageMaker('image/zz-another-team'),
    ],
    ['data', 'reads training data', 's3:GetObject', object('<WORK_BUCKET_NAME>/x.csv')],
  ]),
];
