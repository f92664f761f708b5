import { CfnResource, type Construct } from './core.ts';

interface EndpointProps {
  readonly vpcId: string;
  readonly serviceName?: string;
  readonly vpcEndpointType?: string;
  readonly routeTableIds?: string[];
  readonly privateDnsEnabled?: boolean;
  readonly subnetIds?: string[];
  readonly securityGroupIds?: string[];
  readonly policyDocument?: object;
}

export class CfnVPCEndpoint extends CfnResource {
  constructor(scope: Construct, id: string, props: EndpointProps) {
    super(scope, id, 'AWS::EC2::VPCEndpoint', props);
  }
}
