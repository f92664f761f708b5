import type { Parameter } from './parameters.ts';
import type { PlannedEndpoint } from './planned.ts';

const vpc: Parameter = {
  name: 'vpc-id',
  description: 'The VPC of the endpoints.',
  rule: 'Enter a VPC ID: “vpc-” followed by 8 or 17 characters (0–9, a–f).',
  pattern: 'vpc-([0-9a-f]{8}|[0-9a-f]{17})',
};

const routeTables: Parameter = {
  name: 'route-table-ids',
  description: 'Route tables of the subnets that use the gateway endpoints.',
  rule: 'Enter a route table ID: “rtb-” followed by 8 or 17 characters (0–9, a–f).',
  pattern: 'rtb-([0-9a-f]{8}|[0-9a-f]{17})',
  list: true,
};

const subnets: Parameter = {
  name: 'endpoint-subnet-ids',
  description: 'Subnets of the interface endpoints, one in each Availability Zone.',
  rule: 'Enter a subnet ID: “subnet-” followed by 8 or 17 characters (0–9, a–f).',
  pattern: 'subnet-([0-9a-f]{8}|[0-9a-f]{17})',
  list: true,
};

const securityGroups: Parameter = {
  name: 'endpoint-security-group-ids',
  description:
    'Security groups of the interface endpoints. They must allow inbound HTTPS from the clients of the endpoints.',
  rule: 'Enter a security group ID: “sg-” followed by 8 or 17 characters (0–9, a–f).',
  pattern: 'sg-([0-9a-f]{8}|[0-9a-f]{17})',
  list: true,
};

/** The inputs that creating endpoints needs. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-ec2-vpcendpoint.html */
export const endpointInput = { vpc, routeTables, subnets, securityGroups };

export function endpointInputs(endpoints: readonly PlannedEndpoint[]): readonly Parameter[] {
  const has = (type: string) => endpoints.some(({ service }) => service?.type === type);
  return [
    ...(endpoints.length > 0 ? [vpc] : []),
    ...(has('gateway') ? [routeTables] : []),
    ...(has('interface') ? [subnets, securityGroups] : []),
  ];
}
