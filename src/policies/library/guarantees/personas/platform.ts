import { inVpc } from '../../activities/roleManager.ts';
import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

export const platformAdmin: readonly Guarantee[] = [
  onlyOn(
    [
      'platform-domains',
      'Can change user profiles, spaces, and settings only of the specified Studio domains.',
      [
        'sagemaker:CreateApp',
        'sagemaker:DeleteApp',
        'sagemaker:*Space',
        'sagemaker:*UserProfile',
        'sagemaker:DeleteDomain',
        'sagemaker:UpdateDomain',
      ],
    ],
    sageMakerArns(
      'app/<STUDIO_DOMAIN_ID>/*',
      'domain/<STUDIO_DOMAIN_ID>',
      'space/<STUDIO_DOMAIN_ID>/*',
      'user-profile/<STUDIO_DOMAIN_ID>/*',
    ),
    sources.leastPrivilege,
  ),
  deniedUnless(
    ['platform-in-vpc', 'Can create domains only with access through the VPC.', ['sagemaker:CreateDomain']],
    [{ StringEquals: { 'sagemaker:AppNetworkAccessType': ['VpcOnly'] } }],
    sources.leastPrivilege,
    { activity: 'manageDomains', when: { vpc: 'on' } },
  ),
  never(
    [
      'platform-no-data',
      'Can’t read objects, features, or logs, and can’t invoke endpoints.',
      ['athena:*', 'glue:*', 'logs:*', 's3:*', 'sagemaker:*Record*', 'sagemaker:InvokeEndpoint*'],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'platform-starts-nothing',
      'Can’t start jobs, apps, or endpoints.',
      ['sagemaker:Create*Job', 'sagemaker:CreateApp', 'sagemaker:CreateEndpoint', 'sagemaker:StartSession'],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'platform-no-images',
      'Can’t write the images of apps, or the commands that they start with as their users.',
      [
        'sagemaker:CreateAppImageConfig',
        'sagemaker:CreateImage*',
        'sagemaker:UpdateAppImageConfig',
        'sagemaker:UpdateImage*',
      ],
    ],
    sources.leastPrivilege,
    { activity: 'manageStudioImages', when: { images: 'view' } },
  ),
  never(
    [
      'platform-no-scripts',
      'Can’t write the scripts that run as users when their apps start.',
      ['sagemaker:CreateStudioLifecycleConfig'],
    ],
    sources.leastPrivilege,
    { activity: 'manageStudioImages', when: { scripts: 'view' } },
  ),
  onlyOn(
    [
      'platform-notebooks',
      'Can create, change, start, stop, and delete only notebook instances and startup scripts with the name prefix.',
      [
        'sagemaker:CreateNotebookInstance*',
        'sagemaker:DeleteNotebookInstance*',
        'sagemaker:StartNotebookInstance',
        'sagemaker:StopNotebookInstance',
        'sagemaker:UpdateNotebookInstance*',
      ],
    ],
    sageMakerArns('notebook-instance/<NAME_PREFIX>*', 'notebook-instance-lifecycle-config/<NAME_PREFIX>*'),
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'platform-notebooks-in-vpc',
      'Can create notebook instances only in the specified subnets and security groups, without direct internet access.',
      ['sagemaker:CreateNotebookInstance'],
    ],
    [{ ...inVpc, StringEquals: { 'sagemaker:DirectInternetAccess': ['Disabled'] } }],
    sources.leastPrivilege,
    { activity: 'manageNotebooks', when: { vpc: 'on' } },
  ),
  deniedUnless(
    [
      'platform-notebooks-no-root',
      'Can create notebook instances only without root access for their users.',
      ['sagemaker:CreateNotebookInstance'],
    ],
    [{ StringEquals: { 'sagemaker:RootAccess': ['Disabled'] } }],
    sources.leastPrivilege,
    {
      resources: sageMakerArns('notebook-instance/*'),
      activity: 'manageNotebooks',
      when: { root: 'off' },
    },
  ),
  never(
    [
      'platform-no-notebook-scripts',
      'Can’t write the startup scripts of notebook instances.',
      [
        'sagemaker:CreateNotebookInstanceLifecycleConfig',
        'sagemaker:DeleteNotebookInstanceLifecycleConfig',
        'sagemaker:UpdateNotebookInstanceLifecycleConfig',
      ],
    ],
    sources.leastPrivilege,
    { activity: 'manageNotebooks', when: { scripts: 'view' } },
  ),
  deniedUnless(
    [
      'platform-own-scripts',
      'Can start notebook instances only with startup scripts that have the name prefix, or none.',
      ['sagemaker:CreateNotebookInstance', 'sagemaker:UpdateNotebookInstance'],
    ],
    [
      {
        'ForAllValues:ArnLike': {
          'sagemaker:NotebookInstanceLifecycleConfigArns': sageMakerArns(
            'notebook-instance-lifecycle-config/<NAME_PREFIX>*',
          ),
        },
      },
    ],
    sources.leastPrivilege,
  ),
];
