import { deniedUnless, type Guarantee, guaranteeSources as sources, onlyOn } from '../guarantee.ts';

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
