import type { ActivityReasons } from '../activityReasons.ts';
import { passedRole, taggedOnCreation } from './sharedReasons.ts';
import { sources } from './sources.ts';

export const manageStudioImagesReasons: ActivityReasons = {
  companions: [
    { statements: ['StudioImagesPassRole'], ...passedRole },
    { statements: ['StudioImagesTag'], ...taggedOnCreation },
  ],
  notes: [
    {
      text: 'A lifecycle configuration runs with the execution role of the user who starts the app. Review the scripts.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-lifecycle-configurations.html',
    },
    {
      text: 'An app image configuration sets the command that JupyterLab and Code Editor start with, and a new version of an image is used if no version is specified. Both run with the execution role of the user.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerConfig.html',
    },
    { text: 'An image is created with a role that reads it from ECR.', source: sources.apiPermissions },
  ],
};
