import type { ActivityReasons } from '../activityReasons.ts';

export const clusterShellReasons: ActivityReasons = {
  notes: [
    {
      text: 'The target of a session is sagemaker-cluster:<cluster>_<group>-<instance>. AWS doesn’t list the cluster as a resource of ssm:StartSession, so its ARN here isn’t confirmed. Test a session first.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-run-jobs-slurm-access-nodes.html',
    },
    {
      text: 'A session starts as root unless you set a run-as user in Systems Manager.',
      source:
        'https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html',
    },
  ],
};
