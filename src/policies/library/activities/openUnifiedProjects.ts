import type { Activity } from './activity.ts';
import { dataZoneActions } from './dataZone.ts';

const open = dataZoneActions({
  Get: 'Connection Environment EnvironmentCredentials GroupProfile IamPortalLoginUrl Project UserProfile',
  List: 'Connections Domains EnvironmentBlueprints Environments ProjectMemberships Projects',
  Search: 'GroupProfiles UserProfiles',
});
const create = dataZoneActions({ Create: 'Project', Delete: 'Project', List: 'ProjectProfiles' });
const useKey = ['kms:Decrypt', 'kms:GenerateDataKey'];
const ofDomain = { 'ForAnyValue:StringEquals': { 'kms:EncryptionContextKeys': ['aws:datazone:domainId'] } };
const all = ['*'];

export const openUnifiedProjects: Activity = {
  id: 'openUnifiedProjects',
  title: 'Open Unified Studio projects',
  summary: 'Sign in to the portal with this role, and open the projects that it’s a member of.',
  status: 'missingInGuide',
  options: [
    {
      id: 'create',
      label: 'Create projects',
      help: 'Whether the role can create and delete projects if DataZone allows it.',
      choices: [
        { value: 'off', label: 'No', help: 'An administrator creates the projects.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds projects, and reading the roles of the account to select one.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'kms',
      label: 'KMS key of the domain',
      help: 'Whether the domain is encrypted with the data key.',
      choices: [
        { value: 'off', label: 'No', help: 'The domain has no customer managed key.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key for the domain.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  published: [
    {
      Sid: 'AmazonDataZoneStatement',
      Effect: 'Allow',
      Action: ['datazone:GetDomain', ...open, ...create],
      Resource: all,
    },
    {
      Sid: 'ReadOnlyStatement',
      Effect: 'Allow',
      Action: ['iam:ListRoles', 'iam:GetRole', 'iam:GetUser'],
      Resource: all,
    },
    {
      Sid: 'DataZoneKMSPermissions',
      Effect: 'Allow',
      Action: useKey,
      Resource: all,
      Condition: { StringLike: { 'kms:ViaService': ['datazone.*.amazonaws.com'] }, ...ofDomain },
    },
  ],
  hardened: [
    { Sid: 'ProjectsOpen', Effect: 'Allow', Action: open, Resource: all },
    {
      Sid: 'ProjectsDomain',
      Effect: 'Allow',
      Action: ['datazone:GetDomain'],
      Resource: ['arn:<PARTITION>:datazone:<REGION>:<ACCOUNT_ID>:domain/<UNIFIED_DOMAIN_ID>'],
    },
    {
      Sid: 'ProjectsCreate',
      Effect: 'Allow',
      Action: [...create, 'iam:ListRoles'],
      Resource: all,
      when: { create: 'on' },
    },
    {
      Sid: 'ProjectsRoles',
      Effect: 'Allow',
      Action: ['iam:GetRole', 'iam:GetUser'],
      Resource: ['arn:<PARTITION>:iam::<ACCOUNT_ID>:role/*', 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/*'],
      when: { create: 'on' },
    },
    {
      Sid: 'ProjectsKey',
      Effect: 'Allow',
      Action: useKey,
      Resource: ['<DATA_KMS_CMK_ARN>'],
      Condition: ofDomain,
      when: { kms: 'on' },
    },
  ],
};
