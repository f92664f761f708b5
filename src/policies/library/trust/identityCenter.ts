import { type TrustForm, trustSources } from './trust.ts';

export const identityCenter: TrustForm = {
  id: 'identityCenter',
  title: 'IAM Identity Center',
  summary:
    'People come through Identity Center. AWS makes the role and keeps its trust policy: there is no document.',
  options: [],
  statements: [],
  notes: [
    {
      text: 'Put the policies into a permission set, inline or as customer managed policies of the same name in each account. Identity Center makes a role AWSReservedSSO_… from it, whose trust policy cannot be changed.',
      source: trustSources.identityCenter,
    },
    {
      text: 'Attributes for access control arrive as session tags, so aws:PrincipalTag/… works as with SAML.',
      source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/attributesforaccesscontrol.html',
    },
    {
      text: 'In a Studio domain with Identity Center, what people may do in Studio is what the execution role of their user profile may do.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/role-manager-faqs.html',
    },
  ],
};
