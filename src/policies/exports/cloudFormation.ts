import { environmentFiles } from './environmentFiles.ts';
import { strToU8 } from 'fflate';
import { Document, type Scalar } from 'yaml';
import { documentValue, refTag, subTag, textValue } from './cloudFormationValues.ts';
import { endpointInput, endpointInputs } from './endpointInputs.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { contentDescription, headerLines, oneLine, wrapLine } from './header.ts';
import { pascalCase } from '../language/letterCase.ts';
import { NEW_ENDPOINTS, notesFile } from './newEndpoints.ts';
import type { Parameter } from './parameters.ts';
import { instanceArn, permissionSetDescription } from './permissionSets.ts';
import { descriptionOf, targetIds } from './plan.ts';
import {
  type ExistingRole,
  type ExportPart,
  makesSomething,
  namesOf,
  type PlannedEndpoint,
  type PlannedOrganizationPolicy,
  type PlannedPermissionSet,
  type PlannedPolicy,
  type PlannedResourcePolicy,
  type PlannedRole,
} from './planned.ts';
import { cloudFormationForms } from './resourceForms.ts';
import { stackPlan } from './stackPlan.ts';
import { stackUsage } from './stackUsage.ts';
import { trustFiles } from './trustFiles.ts';
import { yamlText } from './yamlText.ts';

export const cloudFormation: Exporter = {
  id: 'cloudFormation',
  label: 'CloudFormation',
  help: 'YAML templates. Missing values become parameters.',
  makes: 'resources',
  notes: (set) => stackPlan(set).flatMap(({ notes }) => notes),
  write: (set) =>
    stackPlan(set).flatMap((part) => [
      templateFile(set, part),
      ...environmentFiles('cloudFormation', set, part),
      ...trustFiles(part, `${part.name}.`),
    ]),
};

const USAGE = 'Roles and policies have names, so the stack needs --capabilities CAPABILITY_NAMED_IAM.';

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html (template body size in a request) */
const BODY_LIMIT = 51_200;
const LARGE =
  'This template is larger than 51,200 bytes and must be uploaded to S3: use aws cloudformation deploy with --s3-bucket.';

function templateFile(set: ExportSet, part: ExportPart): ExportedFile {
  if (!makesSomething(part)) return notesFile(set, part, cloudFormation.label);
  const inputs = [...part.parameters, ...endpointInputs(part.endpoints)];
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: ascii(oneLine(`${set.name}: ${contentDescription(part)}`)).slice(0, 1024),
    ...(inputs.length > 0 ? { Parameters: Object.fromEntries(inputs.map(parameter)) } : {}),
    Resources: Object.fromEntries(resourcesOf(part)),
    ...(part.organizationPolicies.length > 0
      ? { Outputs: Object.fromEntries(part.organizationPolicies.map(output)) }
      : {}),
  };
  const usage = [
    ...(part.roles.length + part.policies.length > 0 ? [USAGE] : []),
    ...(part.endpoints.length > 0 ? [NEW_ENDPOINTS] : []),
    ...stackUsage(part),
  ];
  const text = yaml(template, headerLines(set, part, ...usage));
  const isLarge = strToU8(text).length > BODY_LIMIT;
  return {
    name: `${part.name}.yaml`,
    title: `CloudFormation: ${contentDescription(part)}`,
    text: isLarge ? yaml(template, headerLines(set, part, LARGE, ...usage)) : text,
    mediaType: 'application/yaml',
  };
}

const resourcesOf = (part: ExportPart): readonly Resource[] => [
  ...part.policies.map((policy) => managed(policy, part)),
  ...part.roles.flatMap((role) => roleResources(role, part)),
  ...part.existing.flatMap((role) => existingResources(role, part)),
  ...part.permissionSets.map((set) => permissionSetResource(set, part)),
  ...part.endpoints.map((endpoint) => endpointResource(endpoint, part)),
  ...part.resourcePolicies.flatMap((policy) => resourcePolicy(policy, part)),
  ...part.organizationPolicies.map((policy, index) =>
    control(policy, part, part.organizationPolicies[index - 1]),
  ),
];

/** Descriptions are ASCII: CloudFormation shows other signs as question marks. */
const ascii = (text: string): string =>
  text
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('⟨', '<')
    .replaceAll('⟩', '>');

function yaml(template: object, header: readonly string[]): string {
  const document = new Document(template, { version: '1.1' });
  document.commentBefore = header
    .flatMap(wrapLine)
    .map((line) => ` ${line}`)
    .join('\n');
  return yamlText(document);
}

/** The pattern has to match all of a text, and each entry of a list. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function parameter({ name, description, rule, pattern, refused, list }: Parameter) {
  return [
    pascalCase(name),
    {
      Type: list ? 'CommaDelimitedList' : 'String',
      Description: ascii(description),
      AllowedPattern: refused === undefined ? pattern : `(?!.*(${refused}))(${pattern})`,
      ConstraintDescription: ascii(rule),
    },
  ] as const;
}

type Resource = readonly [id: string, resource: object];

const resource = (id: string, Type: string, Properties: object, attributes = {}): Resource => [
  pascalCase(id),
  { Type, ...attributes, Properties },
];

const refTo = (name: string): Scalar => refTag(pascalCase(name));

/** A policy says which roles it is attached to, not a role which policies it has: a role's policy may name the role itself. */
function managed(policy: PlannedPolicy, part: ExportPart): Resource {
  const { id, name, document, references } = policy;
  const roles = [
    ...part.roles.filter((role) => role.managed.includes(policy)).map((role) => refTo(role.id)),
    ...part.existing.filter((role) => role.managed.includes(policy)).flatMap(namesOf),
  ];
  return resource(id, 'AWS::IAM::ManagedPolicy', {
    ManagedPolicyName: name,
    PolicyDocument: documentValue(document, [...part.parameters, ...references]),
    ...(roles.length > 0 ? { Roles: roles } : {}),
  });
}

function roleResources(role: PlannedRole, part: ExportPart): readonly Resource[] {
  return [
    resource(role.id, 'AWS::IAM::Role', {
      RoleName: role.name,
      AssumeRolePolicyDocument: documentValue(role.trust, [...part.parameters, ...role.trustReferences]),
      ...(role.boundary ? { PermissionsBoundary: refTo(role.boundary.id) } : {}),
    }),
    ...role.inline.map((policy) => inlineResource(policy, '', refTo(role.id), part)),
  ];
}

/** Where there are several roles, each has separate policies. */
const existingResources = (role: ExistingRole, part: ExportPart): readonly Resource[] =>
  namesOf(role).flatMap((name, index) =>
    role.inline.map((policy) => inlineResource(policy, index === 0 ? '' : `-${index + 1}`, name, part)),
  );

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-iam-rolepolicy.html */
const inlineResource = (
  { id, document, references }: PlannedPolicy,
  number: string,
  roleName: Scalar | string,
  { parameters }: ExportPart,
): Resource =>
  resource(`${id}-inline${number}`, 'AWS::IAM::RolePolicy', {
    PolicyName: id,
    RoleName: roleName,
    PolicyDocument: documentValue(document, [...parameters, ...references]),
  });

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sso-permissionset.html */
function permissionSetResource(set: PlannedPermissionSet, { parameters }: ExportPart): Resource {
  const { id, name, managed: policies, inline, boundary } = set;
  const named = (policy: PlannedPolicy) => ({ Name: policy.name, Path: '/' });
  return resource(id, 'AWS::SSO::PermissionSet', {
    InstanceArn: refTo(instanceArn.name),
    Name: name,
    Description: permissionSetDescription(set),
    ...(inline ? { InlinePolicy: documentValue(inline.document, parameters) } : {}),
    ...(policies.length > 0 ? { CustomerManagedPolicyReferences: policies.map(named) } : {}),
    ...(boundary ? { PermissionsBoundary: { CustomerManagedPolicyReference: named(boundary) } } : {}),
  });
}

function endpointResource(endpoint: PlannedEndpoint, { parameters }: ExportPart): Resource {
  const { id, title, document, service } = endpoint;
  const { vpc, routeTables, subnets, securityGroups } = endpointInput;
  const properties = {
    VpcId: refTo(vpc.name),
    ServiceName: subTag(service?.name.replace('<REGION>', '${AWS::Region}') ?? ''),
    ...(service?.type === 'gateway'
      ? { VpcEndpointType: 'Gateway', RouteTableIds: refTo(routeTables.name) }
      : {
          VpcEndpointType: 'Interface',
          PrivateDnsEnabled: true,
          SubnetIds: refTo(subnets.name),
          SecurityGroupIds: refTo(securityGroups.name),
        }),
    PolicyDocument: documentValue(document, parameters),
  };
  return resource(id, 'AWS::EC2::VPCEndpoint', properties, { Metadata: { Title: oneLine(title) } });
}

function resourcePolicy({ id, title, document, resource: of }: PlannedResourcePolicy, part: ExportPart) {
  if (of.type === 'key') return [];
  const form = cloudFormationForms[of.type];
  const properties = {
    [form.resource]: textValue(of.name, part.parameters),
    [form.policy]: documentValue(document, part.parameters),
  };
  // To delete the stack doesn’t delete the models or images.
  const attributes = of.type === 'bucket' ? {} : { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };
  return [resource(id, form.type, properties, { ...attributes, Metadata: { Title: oneLine(title) } })];
}

/** One after the other: Organizations refuses changes at the same time. */
function control(
  policy: PlannedOrganizationPolicy,
  { parameters }: ExportPart,
  before?: PlannedPolicy,
): Resource {
  const properties = {
    Name: policy.name,
    Description: descriptionOf(policy),
    Type: policy.type,
    TargetIds: refTo(targetIds.name),
    Content: documentValue(policy.document, parameters),
  };
  const after = before === undefined ? {} : { DependsOn: pascalCase(before.id) };
  return resource(policy.id, 'AWS::Organizations::Policy', properties, after);
}

/** The ID of a policy, which attachments outside of the stack need. */
const output = ({ id, title }: PlannedPolicy) =>
  [pascalCase(`${id}-id`), { Description: ascii(oneLine(title)).slice(0, 1024), Value: refTo(id) }] as const;
