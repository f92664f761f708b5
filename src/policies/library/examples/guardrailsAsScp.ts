import { noLimits } from '../../model/draft.ts';
import { type Example, exampleAccount, guardrailChoices } from './example.ts';

export const guardrailsAsScp: Example = {
  id: 'guardrailsAsScp',
  title: 'Guardrails for an organization',
  summary:
    'A service control policy and a resource control policy, without personas. The SCP applies to all roles in the accounts under it and exempts roles with a tag. The RCP lets only your organization use the data stores of those accounts, over TLS.',
  draft: {
    name: 'example-guardrails',
    personas: [],
    limits: {
      ...noLimits,
      delivery: 'serviceControl',
      exemption: true,
      chosen: guardrailChoices(
        'vpcOnly',
        'volumeEncryption',
        'interContainerEncryption',
        'noDirectInternet',
        'noRootAccess',
        'imdsv2',
        'instanceTypes',
        'noRemoteDebug',
        'tagOnCreate',
        'storePerimeter',
        'storeTls',
      ),
    },
    variables: {
      ...exampleAccount,
      instanceTypes: ['ml.t3.*', 'ml.m5.*', 'ml.g5.*', 'system'],
      requiredTagKeys: ['owner', 'cost-center'],
    },
  },
};
