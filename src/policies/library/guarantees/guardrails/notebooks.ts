import { references } from '../../guardrails/guardrail.ts';
import { deniedUnless, type Guarantee, never, sageMakerArns } from '../guarantee.ts';

const create = ['sagemaker:CreateNotebookInstance'];
const update = ['sagemaker:UpdateNotebookInstance'];
const spaces = ['sagemaker:CreateSpace', 'sagemaker:UpdateSpace'];
const callerProfile = [
  'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:user-profile/${sagemaker:DomainId}/${sagemaker:UserProfileName}',
];

export const notebooks: Readonly<Record<string, readonly Guarantee[]>> = {
  noDirectInternet: [
    deniedUnless(
      ['no-direct-internet', 'No notebook instance is created with direct internet access.', create],
      [{ StringEquals: { 'sagemaker:DirectInternetAccess': ['Disabled'] } }],
      references.perimeter,
    ),
  ],
  noRootAccess: [
    deniedUnless(
      ['no-root-created', 'No notebook instance is created with root access.', create],
      [{ StringEquals: { 'sagemaker:RootAccess': ['Disabled'] } }],
      references.governance,
    ),
    never(
      ['no-root-updated', 'No notebook instance is given root access later.', update],
      references.governance,
      {
        under: { StringEquals: { 'sagemaker:RootAccess': ['Enabled'] } },
      },
    ),
  ],
  imdsv2: [
    deniedUnless(
      ['imdsv2-created', 'No notebook instance is created that accepts IMDSv1 requests.', create],
      [{ StringEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': ['2'] } }],
      references.governance,
    ),
    never(['imdsv2-updated', 'No notebook instance is set back to IMDSv1.', update], references.governance, {
      under: { StringEquals: { 'sagemaker:MinimumInstanceMetadataServiceVersion': ['1'] } },
    }),
  ],
  lifecycleConfigs: [
    deniedUnless(
      [
        'notebook-scripts',
        'No notebook instance runs a startup script that isn’t approved.',
        ['sagemaker:CreateNotebookInstance', 'sagemaker:UpdateNotebookInstance'],
      ],
      [
        {
          'ForAllValues:ArnLike': {
            'sagemaker:NotebookInstanceLifecycleConfigArns': sageMakerArns(
              'notebook-instance-lifecycle-config/<LIFECYCLE_CONFIG_PREFIX>*',
            ),
          },
        },
      ],
      references.governance,
    ),
    deniedUnless(
      [
        'studio-scripts',
        'No Studio domain, profile, space, or app runs a startup script that isn’t approved.',
        [
          'sagemaker:CreateApp',
          'sagemaker:CreateDomain',
          'sagemaker:UpdateDomain',
          'sagemaker:CreateUserProfile',
          'sagemaker:UpdateUserProfile',
          ...spaces,
        ],
      ],
      [
        {
          'ForAllValues:ArnLike': {
            'sagemaker:StudioLifecycleConfigArns': sageMakerArns(
              'studio-lifecycle-config/<LIFECYCLE_CONFIG_PREFIX>*',
            ),
          },
        },
      ],
      references.governance,
    ),
  ],
  noRemoteIde: [
    never(
      ['no-remote-spaces', 'No Studio space accepts connections from a local IDE.', spaces],
      references.keys,
      {
        under: { StringEquals: { 'sagemaker:RemoteAccess': ['ENABLED'] } },
      },
    ),
  ],
  studioVpcOnly: [
    deniedUnless(
      [
        'studio-vpc-only',
        'No Studio domain routes app traffic outside the VPC.',
        ['sagemaker:CreateDomain', 'sagemaker:UpdateDomain'],
      ],
      [{ StringEquals: { 'sagemaker:AppNetworkAccessType': ['VpcOnly'] } }],
      references.governance,
    ),
  ],
  authMode: [
    deniedUnless(
      [
        'identity-center-domains',
        'No Studio domain is created with a sign-in method other than IAM Identity Center.',
        ['sagemaker:CreateDomain'],
      ],
      [{ StringEquals: { 'sagemaker:AuthMode': ['SSO'] } }],
      references.keys,
      { when: { mode: 'sso' } },
    ),
    deniedUnless(
      [
        'iam-domains',
        'No Studio domain is created with a sign-in method other than IAM.',
        ['sagemaker:CreateDomain'],
      ],
      [{ StringEquals: { 'sagemaker:AuthMode': ['IAM'] } }],
      references.keys,
      { when: { mode: 'iam' } },
    ),
  ],
  ownSpace: [
    deniedUnless(
      [
        'own-spaces',
        'No one creates, changes, or deletes a private Studio space of another user, or its apps.',
        [...spaces, 'sagemaker:DeleteSpace', 'sagemaker:CreateApp', 'sagemaker:DeleteApp'],
      ],
      [
        { ArnLike: { 'sagemaker:OwnerUserProfileArn': callerProfile } },
        { StringNotEquals: { 'sagemaker:SpaceSharingType': ['Private'] } },
      ],
      references.keys,
    ),
  ],
};
