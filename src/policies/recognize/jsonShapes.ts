import { readRefusal } from '../accessTests/refusals/readRefusals.ts';
import type { Preset } from '../library/preset.ts';
import { unwrappedEvent } from '../activityLog/unwrappedEvent.ts';
import { looksLikeWorkspace } from '../share/workspace.ts';
import {
  hasLowerCaseNames,
  isPolicy,
  isStatement,
  policiesInStrings,
  policySightings,
} from './policyShapes.ts';
import { listOfOutputs, outputs, pulumi, template, terraform } from './infrastructureShapes.ts';
import type { Sighting } from './recognition.ts';
import { decodedIn, fieldsOf, refusalIn, stringOf } from './refusalSigns.ts';
import { type ShapeReader, sure } from './shapeReader.ts';

/** What JSON is, by the names at its top. Words within its strings count only where a message is expected. */
export function sightingsInValue(value: object, text: string, name: string): readonly Sighting[] {
  const shape = { value, fields: fieldsOf(value), text, name };
  for (const read of Array.isArray(value) ? lists : objects) {
    const found = read(shape);
    if (found.length > 0) return found;
  }
  return [];
}

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
    typeof fields.get('title') === 'string' &&
    [...fields.keys()].some((key) => Object.hasOwn(presetKeys, key));
  return isPreset || /preset\.schema\.json$/.test(stringOf(fields.get('$schema'))) ? sure('preset') : [];
};

/** What only a preset has; version, title, logo and help are in many files. */
const presetKeys: Readonly<Record<Exclude<keyof Preset, 'version' | 'title' | 'logo' | 'help'>, true>> = {
  naming: true,
  defaultValues: true,
  lockedValues: true,
  allowedValues: true,
  requiredGuardrails: true,
  delivery: true,
  hiddenActivities: true,
  variables: true,
  activities: true,
  personas: true,
  proofs: true,
  guarantees: true,
  links: true,
};

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

/** Lists of events, as the reader of activity takes them. */
const EVENT_LISTS = ['Records', 'Events', 'events', 'logEvents', 'QueryResultRows', 'results'];

const trail: ShapeReader = ({ value, fields }) => {
  const records = EVENT_LISTS.map((key) => fields.get(key)).find((one) => Array.isArray(one)) ?? [value];
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

const eventOf = (value: unknown): ReadonlyMap<string, unknown> => fieldsOf(unwrappedEvent(value));

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

const listOfStatements: ShapeReader = ({ value }) =>
  Array.isArray(value) && value.length > 0 && value.every(isStatement)
    ? [{ kind: 'policy', confidence: 'likely', destination: 'validate' }]
    : [];

const listOfEvents: ShapeReader = ({ value, ...shape }) =>
  trail({ ...shape, value, fields: new Map([['Records', value]]) });

const lists: readonly ShapeReader[] = [listOfArns, listOfOutputs, listOfStatements, listOfEvents, holding];
