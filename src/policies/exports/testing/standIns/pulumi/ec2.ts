import { Resource } from './resource.ts';

export class VpcEndpointPolicy extends Resource {
  constructor(name: string, args: { readonly vpcEndpointId: string; readonly policy?: string }) {
    super('aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy', name, args);
  }
}
