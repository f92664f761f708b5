import type { ExportPart } from './planned.ts';

/** The modules of the AWS CDK that a part needs. */
export const cdkImports = ({
  policies,
  roles,
  existing,
  permissionSets,
  endpoints,
  organizationPolicies,
}: ExportPart): string =>
  [
    "import * as cdk from 'aws-cdk-lib';",
    ...(endpoints.length > 0 ? ["import * as ec2 from 'aws-cdk-lib/aws-ec2';"] : []),
    ...(policies.length + roles.length + existing.length > 0
      ? ["import * as iam from 'aws-cdk-lib/aws-iam';"]
      : []),
    ...(organizationPolicies.length > 0
      ? ["import * as organizations from 'aws-cdk-lib/aws-organizations';"]
      : []),
    ...(permissionSets.length > 0 ? ["import * as sso from 'aws-cdk-lib/aws-sso';"] : []),
    "import type { Construct } from 'constructs';",
  ].join('\n');
