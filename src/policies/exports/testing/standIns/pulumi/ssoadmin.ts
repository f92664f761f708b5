import { Resource } from './resource.ts';

interface PolicyReference {
  readonly customerManagedPolicyReference: { readonly name: string; readonly path?: string };
}

interface OfPermissionSet {
  readonly instanceArn: string;
  readonly permissionSetArn: string;
}

export class PermissionSet extends Resource {
  readonly instanceArn: string;

  constructor(
    name: string,
    args: { readonly instanceArn: string; readonly name?: string; readonly description?: string },
  ) {
    super('aws:ssoadmin/permissionSet:PermissionSet', name, args);
    this.instanceArn = args.instanceArn;
  }
}

export class PermissionSetInlinePolicy extends Resource {
  constructor(name: string, args: OfPermissionSet & { readonly inlinePolicy: string }) {
    super('aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy', name, args);
  }
}

export class CustomerManagedPolicyAttachment extends Resource {
  constructor(name: string, args: OfPermissionSet & PolicyReference) {
    super('aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment', name, args);
  }
}

export class PermissionsBoundaryAttachment extends Resource {
  constructor(name: string, args: OfPermissionSet & { readonly permissionsBoundary: PolicyReference }) {
    super('aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment', name, args);
  }
}
