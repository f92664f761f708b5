import { Resource } from './resource.ts';

type PolicyArgs = {
  readonly name?: string;
  readonly description?: string;
  readonly type?: string;
  readonly content: string;
};

export class Policy extends Resource {
  constructor(name: string, args: PolicyArgs) {
    super('aws:organizations/policy:Policy', name, args);
  }
}

export class PolicyAttachment extends Resource {
  constructor(name: string, args: { readonly policyId: string; readonly targetId: string }) {
    super('aws:organizations/policyAttachment:PolicyAttachment', name, args);
  }
}
