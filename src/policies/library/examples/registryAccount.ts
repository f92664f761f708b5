import { type Example, exampleAccount } from './example.ts';

export const registryAccount: Example = {
  id: 'registryAccount',
  title: 'Model registry for several accounts',
  summary:
    'A registry account lets other accounts use its models. The model package group, bucket, KMS key, and image repository have resource-based policies, and one role approves the models. Roles of the other accounts are in separate sets.',
  draft: {
    name: 'example-registry',
    personas: ['modelApprover', 'sharedRegistry'],
    variables: {
      ...exampleAccount,
      consumerAccountIds: ['444455556666'],
      sharedModelArtifacts: ['example-registry/models'],
    },
  },
};
