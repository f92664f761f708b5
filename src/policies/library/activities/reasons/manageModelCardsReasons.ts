import type { ActivityReasons } from '../activityReasons.ts';
import { taggedOnCreation } from './sharedReasons.ts';
import { managedPolicyPage, sources } from './sources.ts';

const guide = 'https://docs.aws.amazon.com/sagemaker/latest/dg';

export const manageModelCardsReasons: ActivityReasons = {
  companions: [
    {
      statements: ['ModelCardsKey'],
      text: 'A card with a key is encrypted and read with it. AWS doesn’t document which service calls the key, so the statement isn’t limited to SageMaker. Whether a card also needs a grant on the key isn’t confirmed: test creating one.',
      source: `${guide}/model-cards-xaccount.html`,
    },
    { statements: ['ModelCardsTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Exports are written to S3. AWS gives the author s3:GetObject and s3:PutObject for this: add “Read and write the team’s buckets”, and export to its location.',
      source: managedPolicyPage('AmazonSageMakerModelGovernanceUseAccess'),
    },
    {
      text: 'No condition key limits the status of a card, so anyone who can change a card can also mark it as approved. Approve models in the model registry.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Sharing cards with other accounts needs AWS RAM, which is not included.',
      source: `${guide}/model-cards-xaccount.html`,
    },
  ],
};
