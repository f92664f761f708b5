import type { ExportPart } from './planned.ts';

/**
 * Where stacks and StackSets can create what a part has. Sources: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-organizations-policy.html,
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html
 */
export function stackUsage({ policies, roles, serviceControl }: ExportPart): readonly string[] {
  if (serviceControl.length > 0)
    return [
      'Deploy one stack, in one Region, in the management account of the organization or in an account that policy management is delegated to. Service control policies must be enabled in the organization. If you delete the stack, the policies are detached and deleted.',
      'As a StackSet: StackSets with service-managed permissions don’t deploy to the management account. Target only the delegated administrator account, in one Region, or use self-managed permissions.',
    ];
  return policies.length + roles.length > 0
    ? [
        'As a StackSet, deploy it in one Region: names in IAM are unique in an account, not in a Region. Override the parameters that differ between accounts. StackSets with service-managed permissions don’t deploy to the management account.',
      ]
    : [];
}
