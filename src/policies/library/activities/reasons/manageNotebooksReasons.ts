import type { ActivityReasons } from '../activityReasons.ts';
import {
  interfacesChanged,
  interfacesInSubnets,
  passedRole,
  taggedOnCreation,
  volumeKeyGrant,
} from './sharedReasons.ts';
import { sources } from './sources.ts';

const repositories = 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-git-repo.html';

export const manageNotebooksReasons: ActivityReasons = {
  companions: [
    { statements: ['NotebooksPassRole'], ...passedRole },
    {
      statements: ['NotebooksNetworkDescribe'],
      text: 'Creating or starting an instance in a VPC looks up its network. These actions don’t support resource-level permissions, so they use "Resource": "*".',
      source: sources.apiPermissions,
    },
    { statements: ['NotebooksNetwork'], ...interfacesInSubnets },
    { statements: ['NotebooksNetworkDelete'], ...interfacesChanged },
    {
      statements: ['NotebooksKey'],
      text: 'Creating, starting, or deleting an instance with a volume key looks up the key. Limited to calls that SageMaker makes for the caller, which AWS documents for the grant. Test it.',
      source: sources.apiPermissions,
    },
    { statements: ['NotebooksVolumeKeyGrant'], ...volumeKeyGrant },
    { statements: ['NotebooksTag'], ...taggedOnCreation },
    {
      statements: ['DenyNotebooksOtherScripts'],
      text: 'Startup scripts run as root with the role of the instance. Instances can use only those with the name prefix, or none. A condition on an Allow statement can’t say this: it would deny instances without a script, or pass a list that is empty.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-lifecycle-config.html',
    },
  ],
  notes: [
    {
      text: 'Anyone who can open an instance gets the permissions of its execution role, so presigned URLs are not included: users open their own instances by their owner tag. Set that tag when you create an instance.',
      source: sources.policyExamples,
    },
    {
      text: 'UpdateNotebookInstance can give an instance another role that this role can pass, while its owner stays the same.',
      source: sources.sagemakerActions,
    },
    {
      text: 'An instance with a private Git repository also requires secretsmanager:GetSecretValue on its secret, which is not included.',
      source: sources.apiPermissions,
    },
    {
      text: 'A repository is named by its URL, which no condition key limits. Without “Create, change, and delete”, an instance can still name a URL directly.',
      source: repositories,
    },
  ],
};
