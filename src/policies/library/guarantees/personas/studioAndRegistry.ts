import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  never,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

const packages = sageMakerArns('model-package/<NAME_PREFIX>*');

export const studioUser: readonly Guarantee[] = [
  deniedUnless(
    ['remote-own', 'Can connect a local IDE only to their own spaces.', ['sagemaker:StartSession']],
    [
      {
        StringEquals: {
          'sagemaker:ResourceTag/<OWNER_TAG_KEY>': ['${aws:PrincipalTag/<PRINCIPAL_TAG_KEY>}'],
        },
      },
      {
        StringEquals: {
          'sagemaker:ResourceTag/sagemaker:user-profile-arn': sageMakerArns(
            'user-profile/<STUDIO_DOMAIN_ID>/${sagemaker:UserProfileName}',
          ),
        },
      },
    ],
    sources.studioOwner,
  ),
  never(
    [
      'studio-starts-nothing',
      'Can’t start jobs or deploy models directly.',
      [
        'sagemaker:Create*Job',
        'sagemaker:CreateEndpoint*',
        'sagemaker:CreateModel*',
        'sagemaker:CreatePipeline',
      ],
    ],
    sources.leastPrivilege,
  ),
  onlyOn(
    [
      'studio-writes',
      'Can write and delete objects only in the team data, if access to it is selected.',
      [
        's3:AbortMultipartUpload',
        's3:DeleteObject*',
        's3:PutObject*',
        's3:ReplicateObject',
        's3:RestoreObject',
      ],
    ],
    [],
    sources.leastPrivilege,
    { exceptWith: { s3TeamAccess: ['arn:<PARTITION>:s3:::<WORK_BUCKET_NAME>/<WORK_PREFIX>/*'] } },
  ),
];

export const approver: readonly Guarantee[] = [
  onlyOn(
    ['approves-models', 'Can change only models with the name prefix.', ['sagemaker:UpdateModelPackage']],
    packages,
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'approves-or-rejects',
      'Can change a model only to approve or reject it.',
      ['sagemaker:UpdateModelPackage'],
    ],
    [{ StringEquals: { 'sagemaker:ModelApprovalStatus': ['Approved', 'Rejected'] } }],
    sources.leastPrivilege,
  ),
  never(
    [
      'approver-registers-nothing',
      'Can’t register, delete, or deploy models.',
      ['sagemaker:Create*', 'sagemaker:Delete*'],
    ],
    sources.leastPrivilege,
  ),
];
