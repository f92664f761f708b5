import { Resource } from './resource.ts';

type PolicyArgs = { readonly name?: string; readonly policy: string };

export class Policy extends Resource {
  constructor(name: string, args: PolicyArgs) {
    super('aws:iam/policy:Policy', name, args);
  }
}

type RoleArgs = {
  readonly name?: string;
  readonly assumeRolePolicy: string;
  readonly permissionsBoundary?: string;
};

export class Role extends Resource {
  constructor(name: string, args: RoleArgs) {
    super('aws:iam/role:Role', name, args);
  }
}

export class RolePolicyAttachment extends Resource {
  constructor(name: string, args: { readonly role: string; readonly policyArn: string }) {
    super('aws:iam/rolePolicyAttachment:RolePolicyAttachment', name, args);
  }
}

export class RolePolicy extends Resource {
  constructor(name: string, args: PolicyArgs & { readonly role: string }) {
    super('aws:iam/rolePolicy:RolePolicy', name, args);
  }
}
