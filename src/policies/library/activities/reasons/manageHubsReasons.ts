import type { ActivityReasons } from '../activityReasons.ts';
import { taggedOnCreation } from './sharedReasons.ts';

const adding =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-admin-guide-add-models.html';

export const manageHubsReasons: ActivityReasons = {
  companions: [
    {
      statements: ['HubPublicModels'],
      text: 'A private hub references models in the SageMaker public hub.',
      source: adding,
    },
    {
      statements: ['HubJumpStart'],
      text: 'AWS says that creating a hub is denied without access to the bucket of the SageMaker public hub. Which actions it needs isn’t confirmed: these are those of roles that use JumpStart models.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-admin-guide-troubleshooting.html',
    },
    { statements: ['HubManageTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'Sharing a hub with other accounts needs AWS RAM and sagemaker:PutResourcePolicy, which are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-ram-setup.html',
    },
    {
      text: 'AWS doesn’t document which of these actions are also authorized on the model in the public hub. Test adding a model first.',
      source: adding,
    },
  ],
};
