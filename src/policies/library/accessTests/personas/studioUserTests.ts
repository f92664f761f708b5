import { connectsLocalIde, runsStudioApps } from './studioAdditions.ts';
import { teamData } from './sharedAdditions.ts';
import { usesPartnerApps } from './partnerAppTests.ts';
import { carefulCall, mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const open = { activity: 'studioAccessByOwner' };
const apps = { activity: 'runStudioApps' };
const opens = (open: string) => ({ ...apps, when: { open } });
const other = sageMaker('user-profile/<STUDIO_DOMAIN_ID>/ben');
const profile = sageMaker('user-profile/<STUDIO_DOMAIN_ID>/ana');
const app = sageMaker('app/<STUDIO_DOMAIN_ID>/ana/JupyterLab/default');
const space = sageMaker('space/<STUDIO_DOMAIN_ID>/ana-private');
const ownedBy = (owner: string) => ({
  'sagemaker:ResourceTag/<OWNER_TAG_KEY>': owner,
  'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana',
});
const ownSpace = {
  'sagemaker:SpaceSharingType': 'Private',
  'sagemaker:DomainId': '<STUDIO_DOMAIN_ID>',
  'sagemaker:UserProfileName': 'ana',
  'sagemaker:OwnerUserProfileArn': profile,
  'sagemaker:RemoteAccess': 'DISABLED',
};

export const studioUser: readonly AccessTest[] = [
  ...teamData,
  ...runsStudioApps,
  ...connectsLocalIde,
  ...usesPartnerApps,
  ...mustAllow([
    [
      'open',
      'opens Studio with their own profile',
      'sagemaker:CreatePresignedDomainUrl',
      profile,
      ownedBy('ana'),
      { ...open, when: { match: 'principalTag' } },
    ],
    ['app', 'starts JupyterLab', 'sagemaker:CreateApp', app, { ...carefulCall, ...ownSpace }, apps],
    [
      'space',
      'creates a private space',
      'sagemaker:CreateSpace',
      space,
      { ...carefulCall, ...ownSpace },
      { ...apps, when: { spaces: 'on' } },
    ],
    [
      'any-profile',
      'opens a colleague’s profile',
      'sagemaker:CreatePresignedDomainUrl',
      other,
      ownedBy('ben'),
      opens('domain'),
    ],
    ['list', 'lists spaces', 'sagemaker:ListSpaces', '*', {}, apps],
  ]),
  ...mustDeny([
    [
      'other-profile',
      'opens a colleague’s profile',
      'sagemaker:CreatePresignedDomainUrl',
      other,
      ownedBy('ben'),
      opens('off'),
    ],
    [
      'other-profile-own',
      'opens a colleague’s profile from their own',
      'sagemaker:CreatePresignedDomainUrl',
      other,
      { ...ownedBy('ben'), 'sagemaker:UserProfileName': 'ana' },
      opens('own'),
    ],
    [
      'other-domain',
      'starts an app in another domain',
      'sagemaker:CreateApp',
      sageMaker('app/d-other0000000/ana/JupyterLab/default'),
      carefulCall,
    ],
    [
      'other-space',
      'creates a space in another domain',
      'sagemaker:CreateSpace',
      sageMaker('space/d-other0000000/ana'),
      carefulCall,
    ],
    [
      'retag',
      'takes over a profile by its owner tag',
      'sagemaker:AddTags',
      profile,
      { 'aws:TagKeys': ['<OWNER_TAG_KEY>'] },
    ],
    ['domain', 'changes the domain', 'sagemaker:UpdateDomain', sageMaker('domain/<STUDIO_DOMAIN_ID>')],
    [
      'train',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
    ],
    [
      'pass',
      'passes a role',
      'iam:PassRole',
      '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>',
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    ],
  ]),
];
