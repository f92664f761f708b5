import { deniedUnless, type Guarantee, guaranteeSources as sources, never, onlyOn } from '../guarantee.ts';

const byDataZone = (form: string) =>
  ({ policy: 'trust', trust: form, principals: { Service: ['datazone.amazonaws.com'] } }) as const;

export const domainRole: readonly Guarantee[] = [
  never(
    [
      'portal-domains',
      'Can’t create, change, delete, or share Unified Studio domains.',
      [
        'datazone:CreateDomain',
        'datazone:DeleteDomain',
        'datazone:DeleteDomainSharingPolicy',
        'datazone:PutDomainSharingPolicy',
        'datazone:UpdateDomain',
      ],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'portal-blueprints',
      'Can’t change blueprints, project profiles, or the roles of environments.',
      [
        'datazone:*EnvironmentRole',
        'datazone:CreateProjectProfile',
        'datazone:PutEnvironmentBlueprintConfiguration',
        'datazone:UpdateProjectProfile',
      ],
    ],
    sources.leastPrivilege,
  ),
  deniedUnless(
    ['portal-trust', 'Only DataZone can assume this role.', ['sts:AssumeRole*']],
    [{}],
    sources.principals,
    byDataZone('unifiedDomainService'),
  ),
];

export const provisioner: readonly Guarantee[] = [
  onlyOn(
    ['provisioning-passes', 'Can pass only the query execution role.', ['iam:PassRole']],
    ['<UNIFIED_QUERY_ROLE_ARN>'],
    sources.passRole,
  ),
  deniedUnless(
    ['provisioning-passes-to', 'Can pass roles only to Lake Formation.', ['iam:PassRole']],
    [{ StringEquals: { 'iam:PassedToService': ['lakeformation.amazonaws.com'] } }],
    sources.passRole,
  ),
  deniedUnless(
    [
      'provisioning-account',
      'DataZone can assume this role only for a domain in this account.',
      ['sts:AssumeRole*'],
    ],
    [{ StringEquals: { 'aws:SourceAccount': ['<ACCOUNT_ID>'] } }],
    sources.confusedDeputy,
    { ...byDataZone('unifiedProvisioningService'), when: { confusedDeputy: 'on' } },
  ),
];

export const member: readonly Guarantee[] = [
  never(
    [
      'member-domains',
      'Can’t change domains, memberships, or project profiles.',
      [
        'datazone:*DomainUnit',
        'datazone:*PolicyGrant',
        'datazone:CreateProjectMembership',
        'datazone:UpdateDomain',
        'datazone:UpdateProjectProfile',
      ],
    ],
    sources.leastPrivilege,
  ),
];

/** What has the files of a project. */
export const storage: readonly Guarantee[] = [
  onlyOn(
    [
      'project-objects',
      'Can read and write objects only in the storage of the project.',
      ['s3:DeleteObject*', 's3:GetObject*', 's3:PutObject*'],
    ],
    ['arn:<PARTITION>:s3:::<UNIFIED_PROJECT_BUCKET>/<UNIFIED_PROJECT_PREFIX>/*'],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['project-passes', 'Can pass only the project role.', ['iam:PassRole']],
    ['<UNIFIED_PROJECT_ROLE_ARN>'],
    sources.passRole,
  ),
];

export const projectRole: readonly Guarantee[] = [
  deniedUnless(
    [
      'project-passes-to',
      'Can pass the project role only to SageMaker, AWS Glue, and workflows.',
      ['iam:PassRole'],
    ],
    [
      {
        StringEquals: {
          'iam:PassedToService': [
            'airflow-serverless.amazonaws.com',
            'glue.amazonaws.com',
            'sagemaker.amazonaws.com',
            'scheduler.amazonaws.com',
          ],
        },
      },
    ],
    sources.passRole,
  ),
  never(
    [
      'project-members',
      'Can’t add members to projects or change connections.',
      ['datazone:*Membership', 'datazone:CreateConnection', 'datazone:UpdateConnection'],
    ],
    sources.leastPrivilege,
  ),
];

export const deployer: readonly Guarantee[] = [
  deniedUnless(
    ['deploys-to', 'Can pass the project role only to workflows.', ['iam:PassRole']],
    [{ StringEquals: { 'iam:PassedToService': ['airflow-serverless.amazonaws.com'] } }],
    sources.passRole,
  ),
  never(
    [
      'deploys-projects',
      'Can’t create or delete projects, approve subscriptions, or delete workflows.',
      [
        'airflow-serverless:DeleteWorkflow',
        'datazone:AcceptSubscriptionRequest',
        'datazone:CreateProject',
        'datazone:DeleteProject',
      ],
    ],
    sources.leastPrivilege,
  ),
];

export const queryRole: readonly Guarantee[] = [
  onlyOn(
    ['unified-reads', 'Can read only Athena spill data of projects.', ['s3:GetObject*']],
    ['arn:<PARTITION>:s3:::<UNIFIED_STUDIO_BUCKET>/dzd*/*/dev/sys/athena/*'],
    sources.leastPrivilege,
  ),
  deniedUnless(
    ['unified-functions', 'Can invoke only Athena connector functions.', ['lambda:Invoke*']],
    [{ StringEquals: { 'aws:ResourceTag/federated_athena_datacatalog': ['true'] } }],
    sources.leastPrivilege,
  ),
  deniedUnless(
    ['unified-trust', 'Only Lake Formation and AWS Glue can assume this role.', ['sts:AssumeRole*']],
    [{}],
    sources.principals,
    {
      policy: 'trust',
      trust: 'unifiedQueryService',
      principals: { Service: ['glue.amazonaws.com', 'lakeformation.amazonaws.com'] },
    },
  ),
];
