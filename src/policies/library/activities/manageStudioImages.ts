import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const resources = [arn('app-image-config'), arn('image'), arn('image-version', '<NAME_PREFIX>*/*')];
const kinds = ['AppImageConfig', 'Image'];
const scripts = [arn('studio-lifecycle-config')];
const all = (verb: string, ...of: readonly string[]) => of.map((kind) => `sagemaker:${verb}${kind}`);

export const manageStudioImages: Activity = {
  id: 'manageStudioImages',
  title: 'Manage Studio images and lifecycle configurations',
  summary: 'Register images for Studio, and view or write the scripts that run when an app starts.',
  status: 'missingInGuide',
  options: [
    {
      id: 'scripts',
      label: 'Lifecycle configurations',
      help: 'Scripts that run when an app starts, with the execution role of its user.',
      choices: [
        { value: 'view', label: 'View', help: 'Others write the scripts.' },
        {
          value: 'write',
          label: 'Create and delete',
          help: 'With “Manage Studio domains and user profiles”, this gives the access of every user’s execution role.',
        },
      ],
      default: 'view',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'StudioImages',
      Effect: 'Allow',
      Action: [
        ...all('Create', ...kinds, 'ImageVersion'),
        ...all('Delete', ...kinds, 'ImageVersion'),
        ...all('Describe', ...kinds, 'ImageVersion'),
        ...all('Update', 'AppImageConfig', 'Image', 'ImageVersion'),
        'sagemaker:ListImageVersions',
      ],
      Resource: resources,
    },
    {
      Sid: 'StudioScriptsRead',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeStudioLifecycleConfig'],
      Resource: scripts,
    },
    {
      Sid: 'StudioScripts',
      Effect: 'Allow',
      Action: ['sagemaker:CreateStudioLifecycleConfig', 'sagemaker:DeleteStudioLifecycleConfig'],
      Resource: scripts,
      when: { scripts: 'write' },
    },
    listAll('StudioImagesList', ['sagemaker:ListImages', 'sagemaker:ListStudioLifecycleConfigs']),
    passRole('StudioImagesPassRole', '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>'),
    tagOnCreate(
      'StudioImagesTag',
      all('Create', ...kinds).map((action) => action.slice(10)),
      resources,
    ),
  ],
  repairs: [],
  differences: [],
};
