import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';
import { stages } from '../modelApproval.ts';

export const modelApprovalNotCovered: readonly Reason[] = [
  {
    text: 'Stage names are your own. Production is the name in the AWS templates. If your stage has another name, edit the statements.',
    source: stages,
  },
  {
    text: 'Packages without a stage have no sagemaker:CurrentModelLifeCycleStage (not confirmed by AWS), so they can be changed and deleted.',
    source: references.keys,
  },
  {
    text: 'Doesn’t restrict which models endpoints use. Select “Require approved models” for that.',
    source: references.keys,
  },
];
