import type { ActivityReasons } from '../activityReasons.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling-iam.html';

export const scaleClusterReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['ScaleCluster'],
      text: 'Limited to one cluster. The AWS sample covers every cluster of the account.',
      source: page,
    },
  ],
  companions: [
    { statements: ['ScaleClusterKey'], text: 'HyperPod looks up the key of the volumes.', source: page },
    {
      statements: ['ScaleClusterGrant'],
      text: 'The volumes of nodes are used through grants on the key.',
      source: page,
    },
  ],
  notes: [
    {
      text: 'AWS has no managed policy for this: “you must create a custom policy”. The grant operations are those of the AWS sample.',
      source: page,
    },
    {
      text: 'The AWS sample has one statement for both KMS actions, with condition keys for grants, which aren’t in the request context of kms:DescribeKey. The AWS version here has only its first statement.',
      source: page,
    },
  ],
};
