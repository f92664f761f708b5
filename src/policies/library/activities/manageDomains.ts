import type { Activity } from './activity.ts';
import {
  arn,
  byVpcAndKms,
  domainGrant,
  listAll,
  passRole,
  tagOnCreate,
  tagsOption,
  volumeKey,
  vpcOption,
} from './roleManager.ts';

const inDomain = (type: string): string => arn(type, '<STUDIO_DOMAIN_ID>/*');
const domain = arn('domain', '<STUDIO_DOMAIN_ID>');
/** The ID of a domain, which its ARN has, is made when it is created. */
const newDomain = {
  Sid: 'DomainsCreate',
  Action: ['sagemaker:CreateDomain'],
  Resource: [arn('domain', '*')],
} as const;
const throughVpc = { StringEquals: { 'sagemaker:AppNetworkAccessType': ['VpcOnly'] } };
const volume = '<VOLUME_KMS_CMK_ARN>';

export const manageDomains: Activity = {
  id: 'manageDomains',
  title: 'Manage Studio domains and user profiles',
  summary: 'Create domains, and change their user profiles and spaces, without opening them.',
  status: 'missingInGuide',
  options: [
    vpcOption('new domains'),
    {
      id: 'kms',
      label: 'Domains with a customer managed key',
      help: 'New domains must use the volume key for their storage.',
      choices: [
        { value: 'off', label: 'No', help: 'Domains use an AWS managed key.' },
        { value: 'on', label: 'Yes', help: 'Adds the file system and use of the volume key.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    ...byVpcAndKms(newDomain, { ArnEquals: volumeKey }).map((template) =>
      template.when?.['vpc'] === 'on'
        ? { ...template, Condition: { ...template.Condition, ...throughVpc } }
        : template,
    ),
    {
      Sid: 'DomainsChange',
      Effect: 'Allow',
      Action: ['sagemaker:DeleteDomain', 'sagemaker:DescribeDomain', 'sagemaker:UpdateDomain'],
      Resource: [domain],
    },
    {
      Sid: 'DomainsMembers',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateSpace',
        'sagemaker:CreateUserProfile',
        'sagemaker:DeleteApp',
        'sagemaker:DeleteSpace',
        'sagemaker:DeleteUserProfile',
        'sagemaker:DescribeApp',
        'sagemaker:DescribeSpace',
        'sagemaker:DescribeUserProfile',
        'sagemaker:UpdateSpace',
        'sagemaker:UpdateUserProfile',
      ],
      Resource: [inDomain('app'), inDomain('space'), inDomain('user-profile')],
    },
    listAll('DomainsList', [
      'sagemaker:ListApps',
      'sagemaker:ListAppImageConfigs',
      'sagemaker:ListDomains',
      'sagemaker:ListSpaces',
      'sagemaker:ListUserProfiles',
    ]),
    passRole('DomainsPassRole', '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>'),
    {
      Sid: 'DomainsServiceRole',
      Effect: 'Allow',
      Action: ['iam:CreateServiceLinkedRole'],
      Resource: [
        'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForAmazonSageMakerNotebooks',
      ],
      Condition: { StringEquals: { 'iam:AWSServiceName': ['sagemaker.amazonaws.com'] } },
    },
    {
      Sid: 'DomainsFileSystem',
      Effect: 'Allow',
      Action: ['elasticfilesystem:CreateFileSystem'],
      Resource: ['*'],
      when: { kms: 'on' },
    },
    {
      Sid: 'DomainsKey',
      Effect: 'Allow',
      Action: ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKeyWithoutPlaintext'],
      Resource: [volume],
      when: { kms: 'on' },
    },
    domainGrant('DomainsVolumeKeyGrant'),
    tagOnCreate(
      'DomainsTag',
      ['CreateDomain', 'CreateSpace', 'CreateUserProfile'],
      [arn('domain', '*'), inDomain('space'), inDomain('user-profile')],
    ),
  ],
};
