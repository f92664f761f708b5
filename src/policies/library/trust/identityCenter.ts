import { type TrustForm, trustSources } from './trust.ts';

export const identityCenter: TrustForm = {
  id: 'identityCenter',
  title: 'IAM Identity Center',
  summary:
    'Users sign in through IAM Identity Center. AWS creates the role and manages its trust policy, so no trust policy is generated.',
  options: [],
  statements: [],
  notes: [
    {
      text: 'Export creates a permission set: with one inline policy, or with customer managed policies that must exist under the same name in each account, as selected under Size. IAM Identity Center creates a role from it in each account. You can’t change its trust policy.',
      source: trustSources.identityCenter,
    },
    {
      text: 'The role is named AWSReservedSSO_, the name of the permission set, and a suffix that changes when the role is created again. Policies that name it need a pattern: a condition ArnLike on aws:PrincipalArn.',
      source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html',
    },
    {
      text: 'Attributes for access control become session tags, so aws:PrincipalTag/… works as with SAML.',
      source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/attributesforaccesscontrol.html',
    },
    {
      text: 'In a Studio domain with IAM Identity Center, the execution role of the user profile determines what users can do in Studio.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/role-manager-faqs.html',
    },
  ],
};
