import type { Activity } from './activity.ts';

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
};
