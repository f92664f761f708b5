import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const callerNetworkNotCovered: readonly Reason[] = [
  {
    text: 'The SageMaker console sends requests from outside your VPC. If you select endpoints or VPCs, the console doesn’t work for users.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html',
  },
  {
    text: 'For accounts or organizational units in place of the organization, replace aws:VpceOrgID with aws:VpceAccount or, with ForAllValues:StringNotLikeIfExists, aws:VpceOrgPaths.',
    source: references.globalKeys,
  },
  {
    text: 'Execution roles are excluded because SageMaker uses them from its own network. Applies to SageMaker actions only. Buckets and KMS keys need similar conditions in their policies.',
    source: references.globalKeys,
  },
];
