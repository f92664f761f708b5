import { readRefusal } from '../accessTests/refusals/readRefusals.ts';
import { looksLikeWorkspace } from '../share/workspace.ts';
import {
  hasLowerCaseNames,
  isPolicy,
  isStatement,
  listOf,
  policiesInStrings,
  policySightings,
} from './policyShapes.ts';
import type { RecognizedKind, Sighting } from './recognition.ts';
import { holdsSecret } from './secretSigns.ts';
import { decodedIn, fieldsOf, refusalIn, stringOf } from './refusalSigns.ts';

interface Shape {
  readonly value: object;
  readonly fields: ReadonlyMap<string, unknown>;
  readonly text: string;
  readonly name: string;
}

/** What JSON is, by the names at its top. Words within its strings count only where a message is expected. */
export function sightingsInValue(value: object, text: string, name: string): readonly Sighting[] {
  const shape = { value, fields: fieldsOf(value), text, name };
  for (const read of Array.isArray(value) ? lists : objects) {
    const found = read(shape);
    if (found.length > 0) return found;
  }
  return [];
}

type ShapeReader = (shape: Shape) => readonly Sighting[];

const sure = (kind: RecognizedKind): readonly Sighting[] => [{ kind, confidence: 'sure' }];

/** The policies that a file holds as strings, or that Import reads none of it. */
const inside = (kind: RecognizedKind, value: unknown): Sighting => {
  const text = policiesInStrings(value);
  return text === '' ? { kind, confidence: 'sure', destination: 'none' } : { kind, confidence: 'sure', text };
};

/** A file that Import reads, where it holds a policy. */
const whole = (kind: RecognizedKind, value: unknown): Sighting =>
  policiesInStrings(value) === ''
    ? { kind, confidence: 'sure', destination: 'none' }
    : { kind, confidence: 'sure' };

const ownFiles: ShapeReader = ({ fields, text }) => {
  if (looksLikeWorkspace(text.slice(0, 200)) || fields.get('format') === 'policy-builder-workspace')
    return sure('workspace');
  if (typeof fields.get('version') !== 'number') return [];
  if (
    Array.isArray(fields.get('personas')) &&
    fieldsOf(fields.get('activities')).size + fieldsOf(fields.get('variables')).size > 0
  )
    return sure('draft');
  const isPreset =
    typeof fields.get('title') === 'string' && [...fields.keys()].some((key) => PRESET_KEYS.has(key));
  return isPreset || /preset\.schema\.json$/.test(stringOf(fields.get('$schema'))) ? sure('preset') : [];
};

const PRESET_KEYS = new Set([
  'lockedValues',
  'defaultValues',
  'guardrails',
  'naming',
  'activities',
  'personas',
  'delivery',
  'links',
]);

const policies: ShapeReader = ({ value, name }) => {
  if (isPolicy(value)) return policySightings(value, name);
  return isStatement(value) || hasLowerCaseNames(value)
    ? [{ kind: 'policy', confidence: 'likely', destination: 'validate' }]
    : [];
};

/** What the AWS CLI prints of IAM, Organizations and EC2, by its names. */
const CLI_KEYS = new Set([
  'PolicyVersion',
  'PolicyDocument',
  'Policy',
  'Role',
  'Roles',
  'RoleDetailList',
  'UserDetailList',
  'GroupDetailList',
  'Policies',
  'AttachedPolicies',
  'PolicyNames',
  'VpcEndpoints',
  'AssumeRolePolicyDocument',
]);

const cliOutput: ShapeReader = ({ fields, text }) => {
  if (![...fields.keys()].some((key) => CLI_KEYS.has(key))) return [];
  const holds = /Statement|%7B/i.test(text);
  return [{ kind: 'cliOutput', confidence: 'sure', ...(holds ? {} : { destination: 'none' as const }) }];
};

const trail: ShapeReader = ({ value, fields }) => {
  const records = fields.get('Records') ?? fields.get('Events') ?? [value];
  const events = Array.isArray(records) ? records.map(eventOf) : [];
  if (!events.some((event) => event.has('eventSource') && event.has('eventName'))) return [];
  const messages = events
    .map((event) => event.get('errorMessage'))
    .filter((text) => typeof text === 'string');
  const refused = messages.map(refusalIn).find((found) => found?.destination !== 'none' && found);
  const holds = policiesInStrings(value);
  const denied: readonly Sighting[] = refused
    ? [
        {
          kind: 'cloudTrail',
          confidence: 'sure',
          destination: 'accessDenied',
          text: refused.text ?? messages[0] ?? '',
        },
      ]
    : [];
  const read: readonly Sighting[] = holds ? [{ kind: 'cloudTrail', confidence: 'sure' }] : [];
  const activity: Sighting = { kind: 'cloudTrail', confidence: 'sure', destination: 'activity' };
  const isLog = events.filter((event) => event.has('eventSource')).length > MOST_LOOKED_AT;
  return isLog ? [activity, ...denied, ...read] : [...denied, ...read, activity];
};

/** A few events are looked at for what is in them; of more, what they show together counts. */
const MOST_LOOKED_AT = 3;

/** An event of `lookup-events` has the record as a string. */
function eventOf(value: unknown): ReadonlyMap<string, unknown> {
  const fields = fieldsOf(value);
  const inner = fields.get('CloudTrailEvent') ?? fields.get('detail');
  if (typeof inner !== 'string') return inner === undefined ? fields : fieldsOf(inner);
  try {
    return fieldsOf(JSON.parse(inner));
  } catch {
    return fields;
  }
}

const template: ShapeReader = ({ fields }) => {
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

const terraform: ShapeReader = ({ value, fields, text }) => {
  if (
    fields.has('format_version') &&
    ['planned_values', 'resource_changes', 'values'].some((key) => fields.has(key))
  )
    return sure('terraformPlan');
  const isState = fields.has('lineage') || (fields.has('terraform_version') && fields.has('resources'));
  // Of a state with credentials in it nothing but the policies is shown.
  if (isState) return [holdsSecret(text) ? inside('terraformState', value) : whole('terraformState', value)];
  return [];
};

const pulumi: ShapeReader = ({ value, fields }) => {
  const resources = fieldsOf(fields.get('deployment')).get('resources') ?? fields.get('steps');
  const isStack = Array.isArray(resources) && resources.some((one) => fieldsOf(one).has('urn'));
  return isStack ? [inside('pulumi', value)] : [];
};

const outputs: ShapeReader = ({ fields }) => {
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

const MESSAGE_KEYS = ['message', 'Message', 'errorMessage', 'ErrorMessage', '__type', 'Error', 'error'];

/** An error as services and SDKs write it: the message is a field of its own. */
const message: ShapeReader = ({ fields }) => {
  const texts = MESSAGE_KEYS.flatMap((key) => {
    const value = fields.get(key);
    return [value, fieldsOf(value).get('Message'), fieldsOf(value).get('message')].filter(
      (one) => typeof one === 'string',
    );
  });
  const read = texts.find((one) => readRefusal(one).ok);
  if (read !== undefined) return [{ kind: 'accessDenied', confidence: 'sure', text: read }];
  const found = refusalIn(texts.join('\n'));
  return found ? [found] : [];
};

const decoded: ShapeReader = ({ fields }) => {
  const found = decodedIn(fields);
  return found ? [found] : [];
};

/** Something of a policy further down. */
const holding: ShapeReader = ({ text }) =>
  /"(?:Statement|PolicyDocument)\\*"\s*:/.test(text) ? [{ kind: 'policies', confidence: 'likely' }] : [];

const objects: readonly ShapeReader[] = [
  ownFiles,
  policies,
  decoded,
  trail,
  terraform,
  pulumi,
  template,
  cliOutput,
  outputs,
  message,
  holding,
];

const listOfArns: ShapeReader = ({ value }) =>
  Array.isArray(value) && value.length > 0 && value.every((one) => /^arn:aws[\w-]*:/.test(stringOf(one)))
    ? sure('arns')
    : [];

const listOfOutputs: ShapeReader = ({ value }) =>
  Array.isArray(value) && value.length > 0 && value.every(isOutput) ? sure('cloudFormationOutputs') : [];

const listOfStatements: ShapeReader = ({ value }) =>
  Array.isArray(value) && value.length > 0 && value.every(isStatement)
    ? [{ kind: 'policy', confidence: 'likely', destination: 'validate' }]
    : [];

const listOfEvents: ShapeReader = ({ value, ...shape }) =>
  trail({ ...shape, value, fields: new Map([['Records', value]]) });

const lists: readonly ShapeReader[] = [listOfArns, listOfOutputs, listOfStatements, listOfEvents, holding];
