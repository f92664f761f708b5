import type { ExportPart } from './planned.ts';

/** The modules of the AWS CDK that a part needs. */
export function cdkImports(part: ExportPart): string {
  const { policies, roles, existing, permissionSets, endpoints, resourcePolicies, organizationPolicies } =
    part;
  const shares = (type: string) => resourcePolicies.some(({ resource }) => resource.type === type);
  const modules: readonly (readonly [needed: boolean, name: string, path: string])[] = [
    [endpoints.length > 0, 'ec2', 'aws-ec2'],
    [shares('repository'), 'ecr', 'aws-ecr'],
    [policies.length + roles.length + existing.length > 0, 'iam', 'aws-iam'],
    [organizationPolicies.length > 0, 'organizations', 'aws-organizations'],
    [shares('bucket'), 's3', 'aws-s3'],
    [shares('modelPackageGroup'), 'sagemaker', 'aws-sagemaker'],
    [permissionSets.length > 0, 'sso', 'aws-sso'],
  ];
  return [
    "import * as cdk from 'aws-cdk-lib';",
    ...modules.flatMap(([needed, name, path]) =>
      needed ? [`import * as ${name} from 'aws-cdk-lib/${path}';`] : [],
    ),
    "import type { Construct } from 'constructs';",
  ].join('\n');
}
