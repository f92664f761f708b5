import { sageMaker } from '../accessTest.ts';
import { type GuardrailTests, guardrailTestsOf } from './guardrailTest.ts';

const DOMAIN = 'domain/<STUDIO_DOMAIN_ID>';
const SPACE = 'space/<STUDIO_DOMAIN_ID>/experiments';
const domain = (mode: string) => ({
  'sagemaker:AppNetworkAccessType': 'VpcOnly',
  'sagemaker:AuthMode': mode,
});
const space = (owner: string) => ({
  'sagemaker:SpaceSharingType': 'Private',
  'sagemaker:RemoteAccess': 'DISABLED',
  'sagemaker:DomainId': '<STUDIO_DOMAIN_ID>',
  'sagemaker:UserProfileName': 'ana',
  'sagemaker:OwnerUserProfileArn': sageMaker(`user-profile/<STUDIO_DOMAIN_ID>/${owner}`),
});

export const studio: GuardrailTests = {
  noRemoteIde: guardrailTestsOf([
    ['closed', 'allowed', 'creates a space without remote access', 'CreateSpace', SPACE, space('ana')],
    [
      'open',
      'denied',
      'creates a space with remote access',
      'CreateSpace',
      SPACE,
      { ...space('ana'), 'sagemaker:RemoteAccess': 'ENABLED' },
    ],
    [
      'later',
      'denied',
      'turns on remote access for a space',
      'UpdateSpace',
      SPACE,
      { ...space('ana'), 'sagemaker:RemoteAccess': 'ENABLED' },
    ],
  ]),
  studioVpcOnly: guardrailTestsOf([
    [
      'vpc',
      'denied',
      'changes a domain to public internet access',
      'UpdateDomain',
      DOMAIN,
      { 'sagemaker:AppNetworkAccessType': 'PublicInternetOnly' },
    ],
    [
      'unsaid',
      'denied',
      'creates a domain with the AWS default',
      'CreateDomain',
      DOMAIN,
      { ...domain('SSO'), 'sagemaker:AppNetworkAccessType': [] },
    ],
    [
      'in-vpc',
      'allowed',
      'changes a domain to VPC only',
      'UpdateDomain',
      DOMAIN,
      { 'sagemaker:AppNetworkAccessType': 'VpcOnly' },
    ],
  ]),
  authMode: guardrailTestsOf([
    [
      'sso',
      'allowed',
      'creates a domain with IAM Identity Center',
      'CreateDomain',
      DOMAIN,
      domain('SSO'),
      { mode: 'sso' },
    ],
    [
      'not-sso',
      'denied',
      'creates a domain with IAM',
      'CreateDomain',
      DOMAIN,
      domain('IAM'),
      { mode: 'sso' },
    ],
    ['iam', 'allowed', 'creates a domain with IAM', 'CreateDomain', DOMAIN, domain('IAM'), { mode: 'iam' }],
    [
      'not-iam',
      'denied',
      'creates a domain with IAM Identity Center',
      'CreateDomain',
      DOMAIN,
      domain('SSO'),
      { mode: 'iam' },
    ],
    [
      'unsaid',
      'denied',
      'creates a domain without specifying a sign-in method',
      'CreateDomain',
      DOMAIN,
      { ...domain(''), 'sagemaker:AuthMode': [] },
    ],
  ]),
  ownSpace: guardrailTestsOf([
    ['own', 'allowed', 'changes their own private space', 'UpdateSpace', SPACE, space('ana')],
    ['others', 'denied', 'changes a colleague’s private space', 'UpdateSpace', SPACE, space('ben')],
    ['delete', 'denied', 'deletes a colleague’s private space', 'DeleteSpace', SPACE, space('ben')],
  ]),
};
