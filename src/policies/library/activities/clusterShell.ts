import type { Activity } from './activity.ts';

const page =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-run-jobs-slurm-access-nodes.html';
const ssm =
  'https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-restrict-access-quickstart.html';

export const clusterShell: Activity = {
  id: 'clusterShell',
  title: 'Open sessions on cluster nodes',
  summary: 'Open a shell on the nodes of a Slurm cluster through Systems Manager.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'ClusterShell',
      Effect: 'Allow',
      Action: ['ssm:StartSession'],
      Resource: [
        'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:cluster/<HYPERPOD_CLUSTER_ID>',
        'arn:<PARTITION>:ssm:<REGION>:<ACCOUNT_ID>:document/SSM-SessionManagerRunShell',
      ],
    },
    {
      Sid: 'ClusterShellOwn',
      Effect: 'Allow',
      Action: ['ssm:ResumeSession', 'ssm:TerminateSession'],
      Resource: ['arn:<PARTITION>:ssm:*:*:session/${aws:userid}-*'],
    },
  ],
  repairs: [],
  differences: [],
  notes: [
    {
      text: 'The target of a session is sagemaker-cluster:<cluster>_<group>-<instance>. AWS doesn’t list the cluster as a resource of ssm:StartSession, so its ARN here isn’t confirmed: open a session before you rely on it.',
      source: page,
    },
    { text: 'A session starts as root unless you set a run-as user in Systems Manager.', source: ssm },
  ],
};
