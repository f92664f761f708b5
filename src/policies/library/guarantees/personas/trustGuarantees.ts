import { deniedUnless, type Guarantee, guaranteeSources as sources } from '../guarantee.ts';

const bySageMaker = { policy: 'trust', trust: 'sageMakerService' } as const;
const byCodeBuild = { policy: 'trust', trust: 'codeBuildService' } as const;
const bySaml = { policy: 'trust', trust: 'samlFederation' } as const;
const ofAccount = { when: { confusedDeputy: 'on' } };
const assume = ['sts:AssumeRole*'];

/** Who can assume roles of jobs, models and notebooks. */
export const sageMakerRoles: readonly Guarantee[] = [
  deniedUnless(
    ['assumed-by-sagemaker', 'Only SageMaker can assume this role.', assume],
    [{}],
    sources.principals,
    { ...bySageMaker, principals: { Service: ['sagemaker.amazonaws.com'] } },
  ),
  deniedUnless(
    [
      'assumed-in-account',
      'SageMaker can assume this role only for resources of this account and Region.',
      assume,
    ],
    [
      {
        StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
        ArnLike: { 'aws:SourceArn': ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:*'] },
      },
    ],
    sources.confusedDeputy,
    { ...bySageMaker, ...ofAccount },
  ),
];

export const buildRoles: readonly Guarantee[] = [
  deniedUnless(
    ['assumed-by-codebuild', 'Only CodeBuild can assume this role.', assume],
    [{}],
    sources.principals,
    { ...byCodeBuild, principals: { Service: ['codebuild.amazonaws.com'] } },
  ),
  deniedUnless(
    [
      'assumed-by-projects',
      'CodeBuild can assume this role only for Studio build projects in this account.',
      assume,
    ],
    [
      {
        StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] },
        ArnLike: {
          'aws:SourceArn': ['arn:<PARTITION>:codebuild:<REGION>:<ACCOUNT_ID>:project/sagemaker-studio*'],
        },
      },
    ],
    sources.confusedDeputy,
    { ...byCodeBuild, ...ofAccount },
  ),
];

export const people: readonly Guarantee[] = [
  deniedUnless(
    ['signed-in-by-provider', 'Only users of the SAML provider can assume this role.', assume],
    [{}],
    sources.principals,
    { ...bySaml, principals: { Federated: ['<SAML_PROVIDER_ARN>'] } },
  ),
  deniedUnless(
    ['signed-in-for-aws', 'Accepts SAML sign-ins only if they are addressed to AWS.', assume],
    [{ StringEquals: { 'SAML:aud': ['https://<SIGN_IN_HOST>/saml'] } }],
    sources.saml,
    bySaml,
  ),
];
