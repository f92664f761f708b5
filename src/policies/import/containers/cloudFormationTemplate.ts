import type { Node } from 'jsonc-parser';
import type { DocumentKind } from '../../language/policy.ts';
import {
  organizationsPolicyKind,
  listEntries,
  type Candidate,
  member,
  membersOf,
  stringValue,
} from '../candidates.ts';

/**
 * CloudFormation templates: the resources that hold policies.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/AWS_IAM.html
 */
export const isTemplate = (root: Node): boolean =>
  [...membersOf(member(root, 'Resources')).values()].some((resource) =>
    stringValue(member(resource, 'Type')),
  );

type Properties = readonly (readonly [property: string, kind?: DocumentKind | 'resource'])[];

const inlineLists = ['Policies'];

/** Resource type → properties that hold a document. */
const properties: Readonly<Record<string, Properties>> = {
  'AWS::IAM::ManagedPolicy': [['PolicyDocument']],
  'AWS::IAM::Policy': [['PolicyDocument']],
  'AWS::IAM::RolePolicy': [['PolicyDocument']],
  'AWS::IAM::UserPolicy': [['PolicyDocument']],
  'AWS::IAM::GroupPolicy': [['PolicyDocument']],
  'AWS::IAM::Role': [['AssumeRolePolicyDocument', 'trust']],
  'AWS::IAM::User': [],
  'AWS::IAM::Group': [],
  'AWS::SSO::PermissionSet': [['InlinePolicy']],
  'AWS::EC2::VPCEndpoint': [['PolicyDocument', 'vpc-endpoint']],
  'AWS::Organizations::Policy': [['Content', 'service-control']],
  'AWS::S3::BucketPolicy': [['PolicyDocument', 'resource']],
  'AWS::KMS::Key': [['KeyPolicy', 'resource']],
};

export function findInTemplate(root: Node): readonly Candidate[] {
  return [...membersOf(member(root, 'Resources'))].flatMap(([id, resource]) => {
    const type = stringValue(member(resource, 'Type')) ?? '';
    const wanted = Object.hasOwn(properties, type) ? properties[type] : undefined;
    if (!wanted) return [];
    const values = member(resource, 'Properties');
    const source = `${id} (${type}) in the template`;
    return [
      ...wanted.flatMap(([property, kind]): readonly Candidate[] => {
        const node = member(values, property);
        const title = kind === 'trust' ? `${id} trust` : nameOf(values, id);
        const isControl = kind === 'service-control';
        const of = isControl
          ? organizationsPolicyKind(stringValue(member(values, 'Type')), source)
          : { source };
        return node ? [{ node, title, ...(kind ? { kind } : {}), ...of }] : [];
      }),
      ...inlineLists.flatMap((list) =>
        listEntries(member(values, list)).flatMap((entry) => inline(entry, id, source)),
      ),
    ];
  });
}

function inline(entry: Node, id: string, source: string): readonly Candidate[] {
  const node = member(entry, 'PolicyDocument');
  return node ? [{ node, title: nameOf(entry, id), source: `inline policy of ${source}` }] : [];
}

/** A name that is a function's value is no name yet. */
const nameOf = (values: Node | undefined, id: string): string =>
  stringValue(member(values, 'PolicyName')) ??
  stringValue(member(values, 'ManagedPolicyName')) ??
  stringValue(member(values, 'Name')) ??
  id;
