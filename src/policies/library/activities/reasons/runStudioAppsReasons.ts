import type { ActivityReasons } from '../activityReasons.ts';
import { fromRoleManager, scopedToAccount, taggedOnCreation, volumeKeyGrant } from './sharedReasons.ts';
import { roleManagerLibrary, sources } from './sources.ts';

export const runStudioAppsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['StudioApps', 'StudioSpaces', 'StudioAppImages', 'StudioDescribe'],
      ...scopedToAccount,
    },
    {
      tag: 'optional',
      statements: ['StudioOpenOwn', 'StudioOpenAny'],
      text: 'AWS lists CreatePresignedDomainUrl among the permissions of an execution role whose users have private spaces.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-spaces.html',
    },
  ],
  companions: [
    { statements: ['StudioTagOnCreate'], ...taggedOnCreation },
    { statements: ['StudioVolumeKeyGrant'], ...volumeKeyGrant },
  ],
  notes: [
    {
      text: 'In the first version of SageMaker Role Manager, the template with a key lacks iam:PassRole. Opening apps doesn’t pass a role, so it isn’t included here. Jobs started from Studio pass their role in a separate activity.',
      source: roleManagerLibrary,
    },
    {
      text: 'Covers the whole domain. To keep people out of each other’s spaces, add the guardrail “Require your own Studio space”.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
    },
    {
      text: 'Includes app image configurations with the name prefix. They set the command that JupyterLab and Code Editor start with, with the execution role of the user who starts them. Use a different prefix for users with other roles.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerConfig.html',
    },
    fromRoleManager,
    { text: 'The key policy must also allow grants on the key.', source: sources.keyPolicies },
  ],
};
