import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const approveModelsReasons: ActivityReasons = {
  notes: [
    {
      text: 'Updates that don’t set an approval status, such as metadata updates, are denied. Updates that set it can also change metadata.',
      source: sources.sagemakerActions,
    },
    {
      text: 'A call that sets the status can also replace the container image and model data of the model (InferenceSpecification). No condition key covers them. Compare them with what was reviewed before you deploy.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_UpdateModelPackage.html',
    },
    {
      text: 'Don’t assign this activity to people who register or deploy models.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-registry-approve.html',
    },
    {
      text: 'To limit stages of the model life cycle, add conditions on sagemaker:ModelLifeCycle:Stage and sagemaker:ModelLifeCycle:StageStatus.',
      source: sources.sagemakerActions,
    },
  ],
};
