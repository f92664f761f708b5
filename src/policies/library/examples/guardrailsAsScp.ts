import { noLimits } from '../../model/draft.ts';
import { type Example, exampleAccount, guardrailChoices } from './example.ts';

export const guardrailsAsScp: Example = {
  id: 'guardrailsAsScp',
  title: 'Guardrails for an organization',
  summary:
    'No persona at all: a service control policy that holds for every role of the accounts below it, with a tag for the roles that are exempt.',
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
      ),
    },
    variables: {
      ...exampleAccount,
      instanceTypes: ['ml.t3.*', 'ml.m5.*', 'ml.g5.*', 'system'],
      requiredTagKeys: ['owner', 'cost-center'],
    },
  },
};
