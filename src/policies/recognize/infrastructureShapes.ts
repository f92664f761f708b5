import { listOf } from './policyShapes.ts';
import { holdsSecret } from './secretSigns.ts';
import { fieldsOf, stringOf } from './refusalSigns.ts';
import { inside, type ShapeReader, sure, whole } from './shapeReader.ts';

/** A template of AWS CloudFormation, AWS SAM or the AWS CDK. */
export const template: ShapeReader = ({ fields }) => {
  const resources = fieldsOf(fields.get('Resources'));
  const all = [...(resources.size > 0 ? resources : fields).values()].map(fieldsOf);
  if (
    !fields.has('AWSTemplateFormatVersion') &&
    !all.some((one) => /^(?:AWS|Custom)::/.test(stringOf(one.get('Type'))))
  )
    return [];
  if (listOf(fields.get('Transform')).some((one) => stringOf(one).startsWith('AWS::Serverless')))
    return sure('sam');
  const isCdk = all.some(
    (one) => fieldsOf(one.get('Metadata')).has('aws:cdk:path') || one.get('Type') === 'AWS::CDK::Metadata',
  );
  return sure(isCdk ? 'cdk' : 'cloudFormation');
};

/** A plan or a state of Terraform. */
export const terraform: ShapeReader = ({ value, fields, text }) => {
  if (
    fields.has('format_version') &&
    ['planned_values', 'resource_changes', 'values'].some((key) => fields.has(key))
  )
    return sure('terraformPlan');
  const isState = fields.has('lineage') || (fields.has('terraform_version') && fields.has('resources'));
  // Of a state file with credentials, only the policies are shown.
  if (isState) return [holdsSecret(text) ? inside('terraformState', value) : whole('terraformState', value)];
  return [];
};

/** A stack of Pulumi, or a preview of its changes. */
export const pulumi: ShapeReader = ({ value, fields }) => {
  const resources = fieldsOf(fields.get('deployment')).get('resources') ?? fields.get('steps');
  const isStack = Array.isArray(resources) && resources.some((one) => fieldsOf(one).has('urn'));
  return isStack ? [inside('pulumi', value)] : [];
};

/** The outputs of stacks or of a Terraform configuration. */
export const outputs: ShapeReader = ({ fields }) => {
  const stacks = fields.get('Stacks');
  const first: unknown = Array.isArray(stacks) ? stacks[0] : undefined;
  const listed = fieldsOf(first).get('Outputs') ?? fields.get('Outputs');
  if (Array.isArray(listed) && listed.some(isOutput)) return sure('cloudFormationOutputs');
  const values = [...fields.values()].map(fieldsOf);
  const isTerraform =
    values.length > 0 && values.every((one) => one.has('value') && (one.has('type') || one.has('sensitive')));
  if (isTerraform) return sure('terraformOutputs');
  return values.length > 0 && values.every(isStackOutputs)
    ? [{ kind: 'cloudFormationOutputs', confidence: 'likely' }]
    : [];
};

/** Of one stack, as the AWS CDK writes them to a file: texts alone, and one at least is something of AWS. */
const isStackOutputs = (outputs: ReadonlyMap<string, unknown>): boolean =>
  [...outputs.values()].every((value) => typeof value === 'string') &&
  [...outputs.values()].some((value) =>
    /^(?:arn:aws|s3:\/\/|(?:subnet|sg|vpc|vpce|d)-[0-9a-z]{8})/.test(stringOf(value)),
  );

const isOutput = (value: unknown): boolean =>
  fieldsOf(value).has('OutputKey') && fieldsOf(value).has('OutputValue');

/** A list of the outputs of one stack, without the stack. */
export const listOfOutputs: ShapeReader = ({ value }) =>
  Array.isArray(value) && value.length > 0 && value.every(isOutput) ? sure('cloudFormationOutputs') : [];
