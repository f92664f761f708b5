import { Document, type Scalar } from 'yaml';
import { documentValue, ref, sub } from './cloudFormationValues.ts';
import { endpointInput, endpointInputs } from './endpointInputs.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { contentOf, headerLines, oneLine, wrapped } from './header.ts';
import { pascalCase } from './names.ts';
import type { Parameter } from './parameters.ts';
import {
  type ExportPart,
  type PlannedEndpoint,
  type PlannedPolicy,
  type PlannedRole,
  planOf,
  targetIds,
} from './plan.ts';

export const cloudFormation: Exporter = {
  id: 'cloudFormation',
  label: 'CloudFormation',
  help: 'YAML templates. Open values become parameters.',
  makes: 'resources',
  write: (set) => planOf(set).map((part) => templateFile(set, part)),
};

const USAGE = 'Roles and policies have names, so the stack needs --capabilities CAPABILITY_NAMED_IAM.';
const ENDPOINTS =
  'CloudFormation gives a policy only to an endpoint that it makes. Import endpoints that are there into the stack, or set their policies with the AWS CLI script.';

function templateFile(set: ExportSet, part: ExportPart): ExportedFile {
  const endpoints = part.endpoints.filter(({ service }) => service !== undefined);
  const inputs = [...part.parameters, ...endpointInputs(endpoints)];
  const left = part.endpoints.filter(({ service }) => service === undefined);
  const resources = [
    ...part.policies.map((policy) => managed(policy, part)),
    ...part.roles.map((role) => roleResource(role, part)),
    ...endpoints.map((endpoint) => endpointResource(endpoint, part)),
    ...part.serviceControl.map((policy) => control(policy, part)),
  ];
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: oneLine(`${set.name}: ${contentOf(part)}`).slice(0, 1024),
    ...(inputs.length > 0 ? { Parameters: Object.fromEntries(inputs.map(parameter)) } : {}),
    Resources: Object.fromEntries(resources),
  };
  const usage = [
    ...(part.roles.length + part.policies.length > 0 ? [USAGE] : []),
    ...(endpoints.length > 0 ? [ENDPOINTS] : []),
    ...left.map(
      ({ title }) => `${title} is not part of this: it is not known which service its endpoint is for.`,
    ),
  ];
  return {
    name: `${part.name}.yaml`,
    title: `CloudFormation: ${contentOf(part)}`,
    text: yaml(template, headerLines(set, part, ...usage)),
    mediaType: 'application/yaml',
  };
}

/**
 * Every text is quoted: a date, a number or a `Yes` stays text in every version of YAML. Keys are quoted where they must be.
 */
function yaml(template: object, header: readonly string[]): string {
  const document = new Document(template, { version: '1.1' });
  document.commentBefore = header
    .flatMap(wrapped)
    .map((line) => ` ${line}`)
    .join('\n');
  return document.toString({ lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}

/** The pattern has to match all of a text, and each entry of a list. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function parameter({ name, description, rule, pattern, list }: Parameter) {
  return [
    pascalCase(name),
    {
      Type: list ? 'CommaDelimitedList' : 'String',
      Description: description,
      AllowedPattern: pattern,
      ConstraintDescription: rule,
    },
  ] as const;
}

type Resource = readonly [id: string, resource: object];

const resource = (id: string, Type: string, Properties: object): Resource => [
  pascalCase(id),
  { Type, Properties },
];

const refTo = (name: string): Scalar => ref(pascalCase(name));

function managed({ id, name, document }: PlannedPolicy, { parameters }: ExportPart): Resource {
  return resource(id, 'AWS::IAM::ManagedPolicy', {
    ManagedPolicyName: name,
    PolicyDocument: documentValue(document, parameters),
  });
}

function roleResource(role: PlannedRole, { parameters }: ExportPart): Resource {
  return resource(role.id, 'AWS::IAM::Role', {
    RoleName: role.name,
    AssumeRolePolicyDocument: documentValue(role.trust, parameters),
    ...(role.boundary ? { PermissionsBoundary: refTo(role.boundary.id) } : {}),
    ...(role.managed.length > 0 ? { ManagedPolicyArns: role.managed.map(({ id }) => refTo(id)) } : {}),
    ...(role.inline.length > 0
      ? {
          Policies: role.inline.map(({ id, document }) => ({
            PolicyName: id,
            PolicyDocument: documentValue(document, parameters),
          })),
        }
      : {}),
  });
}

function endpointResource({ id, document, service }: PlannedEndpoint, { parameters }: ExportPart): Resource {
  const { vpc, routeTables, subnets, securityGroups } = endpointInput;
  return resource(id, 'AWS::EC2::VPCEndpoint', {
    VpcId: refTo(vpc.name),
    ServiceName: sub(service?.name.replace('<REGION>', '${AWS::Region}') ?? ''),
    ...(service?.type === 'gateway'
      ? { VpcEndpointType: 'Gateway', RouteTableIds: refTo(routeTables.name) }
      : {
          VpcEndpointType: 'Interface',
          PrivateDnsEnabled: true,
          SubnetIds: refTo(subnets.name),
          SecurityGroupIds: refTo(securityGroups.name),
        }),
    PolicyDocument: documentValue(document, parameters),
  });
}

function control({ id, name, document }: PlannedPolicy, { parameters }: ExportPart): Resource {
  return resource(id, 'AWS::Organizations::Policy', {
    Name: name,
    Type: 'SERVICE_CONTROL_POLICY',
    TargetIds: refTo(targetIds.name),
    Content: documentValue(document, parameters),
  });
}
