import { CfnResource, type Construct } from './core.ts';

export class CfnManagedPolicy extends CfnResource {
  constructor(
    scope: Construct,
    id: string,
    props: {
      readonly managedPolicyName?: string;
      readonly policyDocument: object;
      readonly roles?: string[];
    },
  ) {
    super(scope, id, 'AWS::IAM::ManagedPolicy', props);
  }
}

interface RoleProps {
  readonly roleName?: string;
  readonly assumeRolePolicyDocument: object;
  readonly permissionsBoundary?: string;
}

export class CfnRole extends CfnResource {
  readonly attrArn: string;

  constructor(scope: Construct, id: string, props: RoleProps) {
    super(scope, id, 'AWS::IAM::Role', props);
    this.attrArn = `arn:aws:iam::111122223333:role/${props.roleName}`;
  }
}

interface RolePolicyProps {
  readonly policyName: string;
  readonly roleName: string;
  readonly policyDocument?: object;
}

export class CfnRolePolicy extends CfnResource {
  constructor(scope: Construct, id: string, props: RolePolicyProps) {
    super(scope, id, 'AWS::IAM::RolePolicy', props);
  }
}

/** A role that exists is no resource of the stack. */
export const Role = {
  fromRoleArn: (_scope: Construct, _id: string, arn: string): { readonly roleName: string } => ({
    roleName: arn.split('/').at(-1) ?? '',
  }),
};
