import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const resources = [arn('app-image-config'), arn('image'), arn('image-version', '<NAME_PREFIX>*/*')];
const kinds = ['AppImageConfig', 'Image'];
const scripts = [arn('studio-lifecycle-config')];
const givesRoles =
  'With “Manage Studio domains and user profiles”, this grants the permissions of every user’s execution role.';
const all = (verb: string, ...of: readonly string[]) => of.map((kind) => `sagemaker:${verb}${kind}`);

export const manageStudioImages: Activity = {
  id: 'manageStudioImages',
  title: 'Manage Studio images and lifecycle configurations',
  summary:
    'View the images, app image configurations, and scripts that Studio apps start with, and optionally write them.',
  status: 'missingInGuide',
  options: [
    {
      id: 'images',
      label: 'Images and app image configurations',
      help: 'Containers of apps and the commands that they start with, which run with the execution role of the user.',
      choices: [
        { value: 'view', label: 'View', help: 'Others register the images.' },
        { value: 'write', label: 'Create, change, and delete', help: givesRoles },
      ],
      default: 'view',
      stances: ['hardened'],
    },
    {
      id: 'scripts',
      label: 'Lifecycle configurations',
      help: 'Scripts that run when an app starts, with the execution role of its user.',
      choices: [
        { value: 'view', label: 'View', help: 'Others write the scripts.' },
        { value: 'write', label: 'Create and delete', help: givesRoles },
      ],
      default: 'view',
      stances: ['hardened'],
    },
    tagsOption,
  ],
  hardened: [
    {
      Sid: 'StudioImagesRead',
      Effect: 'Allow',
      Action: [...all('Describe', ...kinds, 'ImageVersion'), 'sagemaker:ListImageVersions'],
      Resource: resources,
    },
    {
      Sid: 'StudioImages',
      Effect: 'Allow',
      Action: [
        ...all('Create', ...kinds, 'ImageVersion'),
        ...all('Delete', ...kinds, 'ImageVersion'),
        ...all('Update', ...kinds, 'ImageVersion'),
      ],
      Resource: resources,
      when: { images: 'write' },
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
    {
      ...passRole('StudioImagesPassRole', '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>'),
      when: { images: 'write' },
    },
    {
      ...tagOnCreate(
        'StudioImagesTag',
        kinds.map((kind) => `Create${kind}`),
        resources,
      ),
      when: { tags: 'on', images: 'write' },
    },
  ],
};
