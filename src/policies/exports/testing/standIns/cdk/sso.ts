import { CfnResource, type Construct } from './core.ts';

interface PolicyReference {
  readonly name: string;
  readonly path?: string;
}

interface PermissionSetProps {
  readonly instanceArn: string;
  readonly name: string;
  readonly description?: string;
  readonly inlinePolicy?: object;
  readonly customerManagedPolicyReferences?: PolicyReference[];
  readonly permissionsBoundary?: { readonly customerManagedPolicyReference?: PolicyReference };
}

export class CfnPermissionSet extends CfnResource {
  constructor(scope: Construct, id: string, props: PermissionSetProps) {
    super(scope, id, 'AWS::SSO::PermissionSet', props);
  }
}
