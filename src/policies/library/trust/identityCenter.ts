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
      text: 'Add the policies to a permission set, as an inline policy or as customer managed policies with the same name in each account. IAM Identity Center creates a role named AWSReservedSSO_… from it. You can’t change its trust policy.',
      source: trustSources.identityCenter,
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
