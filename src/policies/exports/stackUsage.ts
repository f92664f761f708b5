import type { ExportPart, PlannedOrganizationPolicy } from './planned.ts';

/**
 * Where stacks and StackSets can create what a part has. Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html
 */
export function stackUsage({ policies, roles, organizationPolicies }: ExportPart): readonly string[] {
  if (organizationPolicies.length > 0)
    return [
      `Deploy one stack, in one Region, in the management account of the organization or in an account that policy management is delegated to. ${enabled(organizationPolicies)} If you delete the stack, the policies are detached and deleted.`,
      'As a StackSet: StackSets with service-managed permissions don’t deploy to the management account. Target only the delegated administrator account, in one Region, or use self-managed permissions.',
    ];
  return policies.length + roles.length > 0
    ? [
        'As a StackSet, deploy it in one Region: names in IAM are unique in an account, not in a Region. Override the parameters that differ between accounts. StackSets with service-managed permissions don’t deploy to the management account.',
      ]
    : [];
}

const TYPES: Readonly<Record<PlannedOrganizationPolicy['type'], string>> = {
  SERVICE_CONTROL_POLICY: 'Service control policies',
  RESOURCE_CONTROL_POLICY: 'Resource control policies',
};

/** Source: https://docs.aws.amazon.com/organizations/latest/userguide/enable-policy-type.html */
const enabled = (policies: readonly PlannedOrganizationPolicy[]): string =>
  [...new Set(policies.map(({ type }) => `${TYPES[type]} must be enabled in the organization.`))].join(' ');
