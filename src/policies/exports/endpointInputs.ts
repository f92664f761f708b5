import type { Parameter } from './parameters.ts';
import type { PlannedEndpoint } from './planned.ts';

const vpc: Parameter = {
  name: 'vpc-id',
  description: 'VPC that the endpoints are made in.',
  rule: 'A VPC ID is “vpc-” and 8 or 17 digits 0–9, a–f.',
  pattern: 'vpc-([0-9a-f]{8}|[0-9a-f]{17})',
};

const routeTables: Parameter = {
  name: 'route-table-ids',
  description: 'Route tables of the subnets whose traffic goes through gateway endpoints.',
  rule: 'A route table ID is “rtb-” and 8 or 17 digits 0–9, a–f.',
  pattern: 'rtb-([0-9a-f]{8}|[0-9a-f]{17})',
  list: true,
};

const subnets: Parameter = {
  name: 'endpoint-subnet-ids',
  description: 'Subnets in which interface endpoints get their addresses, one of each Availability Zone.',
  rule: 'A subnet ID is “subnet-” and 8 or 17 digits 0–9, a–f.',
  pattern: 'subnet-([0-9a-f]{8}|[0-9a-f]{17})',
  list: true,
};

const securityGroups: Parameter = {
  name: 'endpoint-security-group-ids',
  description:
    'Security groups of interface endpoints. They must let HTTPS in from whoever uses the endpoints.',
  rule: 'A security group ID is “sg-” and 8 or 17 digits 0–9, a–f.',
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
