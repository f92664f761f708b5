import { CfnResource, type Construct } from './core.ts';

export class CfnManagedPolicy extends CfnResource {
  constructor(
    scope: Construct,
    id: string,
    props: { readonly managedPolicyName?: string; readonly policyDocument: object },
  ) {
    super(scope, id, 'AWS::IAM::ManagedPolicy', props);
  }
}

interface RoleProps {
  readonly roleName?: string;
  readonly assumeRolePolicyDocument: object;
  readonly permissionsBoundary?: string;
  readonly managedPolicyArns?: string[];
  readonly policies?: readonly { readonly policyName: string; readonly policyDocument: object }[];
}

export class CfnRole extends CfnResource {
  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, id, 'AWS::IAM::Role', props);
  }
}
