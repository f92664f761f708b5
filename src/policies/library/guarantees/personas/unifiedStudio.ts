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
