import type { ActivityReasons } from '../activityReasons.ts';
import { dataZoneToo } from './sharedReasons.ts';
import { managedPolicyPage } from './sources.ts';

export const runUnifiedDomainReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['PortalDomain', 'PortalIdentity'],
      text: 'Limited to this domain and account.',
      source: managedPolicyPage('SageMakerStudioDomainExecutionRolePolicy'),
    },
    {
      tag: 'optional',
      statements: ['PortalGovern'],
      text: 'In a separate statement, which you can leave out.',
      source: managedPolicyPage('SageMakerStudioDomainExecutionRolePolicy'),
    },
    {
      tag: 'validity',
      statements: ['PortalWork'],
      text: 'The service authorization reference lists no resource for these actions. The AWS policy limits five of them to domains; AWS doesn’t document whether that works.',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondatazone.html',
    },
  ],
  notes: [
    dataZoneToo,
    {
      text: 'The AWS version has four statements of the managed policy SageMakerStudioDomainExecutionRolePolicy. The other six are about Amazon Q, Git connections, and resource shares: add them to the role if you use these.',
      source: managedPolicyPage('SageMakerStudioDomainExecutionRolePolicy'),
    },
    {
      text: 'AWS doesn’t document which of these actions each page of the portal needs, and extends its managed policy. The role is one for all users of the domain.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/AmazonSageMakerDomainExecution.html',
    },
  ],
};
