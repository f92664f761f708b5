import { isServicePrincipal } from '../language/partitions.ts';
import { readRefusal } from '../accessTests/refusals/readRefusals.ts';
import type { ActivityEvent } from './activityEvent.ts';
import { contextOfParameters } from './contextOfParameters.ts';
import {
  fieldOf,
  type Fields,
  fieldsOf,
  textOf,
  textValues,
  valuesByName,
  writtenField,
} from './eventFields.ts';
import { readStruct } from './structText.ts';
import { unwrappedEvent } from './unwrappedEvent.ts';

export interface TimedEvent {
  readonly event: ActivityEvent;
  /** Empty where the event has none. */
  readonly time: string;
  readonly count: number;
  /** No caller ARN and no parameters: the CSV file of the event history has only the names of users, sessions, and some resources. */
  readonly isBare: boolean;
}

/** An event from a record of whatever holds it; nothing where it is no event of CloudTrail. */
export function eventOfRecord(record: unknown): TimedEvent | undefined {
  const fields = unwrappedEvent(record);
  const [source, name] = [textOf(fields, 'eventSource'), textOf(fields, 'eventName')];
  if (source === '' || name === '') return undefined;
  const identity = fieldsOf(struct(fieldOf(fields, 'userIdentity')));
  const parameters = struct(fieldOf(fields, 'requestParameters'));
  const region = textOf(fields, 'awsRegion');
  const by = serviceBehind(fields, identity);
  const isBare = ['userIdentity', 'requestParameters'].every((one) => fieldOf(fields, one) === undefined);
  const caller = callerOf(fields, identity) || (isBare ? textOf(fields, 'userName') : '');
  const event: ActivityEvent = {
    source,
    name,
    region,
    account: accountOf(fields, identity, caller),
    caller,
    by,
    isOfService: isOfService(fields, identity, caller) || (isBare && caller === '' && by !== ''),
    denied: deniedOf(fields, name),
    isData: textOf(fields, 'eventCategory') === 'Data' || writtenField(fields, 'managementEvent') === 'false',
    resources: resourcesIn(fields),
    names: { ...typedNames(fields), ...namesIn(parameters) },
    context: {
      ...contextOfParameters(source, name, parameters),
      ...contextOfCall(fields, by, region, isBare),
    },
    passes: passedIn(source, name, parameters),
  };
  return { event, time: timeOf(fields), count: countIn(fields), isBare };
}

/** A cell of a query’s result. */
const struct = (value: unknown): unknown => (typeof value === 'string' ? readStruct(value) : value);

/**
 * The role for all of its sessions, or the user. Source:
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
 */
function callerOf(fields: Fields, identity: Fields): string {
  const session = fieldsOf(struct(fieldOf(identity, 'sessionContext')));
  const issuer = fieldsOf(struct(fieldOf(session, 'sessionIssuer')));
  const named = [textOf(issuer, 'arn'), textOf(identity, 'arn'), textOf(fields, 'arn')];
  const arn = named.find((one) => one.startsWith('arn:')) ?? '';
  const [, partition, account, role] = /^arn:([\w-]+):sts::(\d{12}):assumed-role\/([^/]+)/.exec(arn) ?? [];
  return role === undefined ? arn : `arn:${partition}:iam::${account}:role/${role}`;
}

const accountOf = (fields: Fields, identity: Fields, caller: string): string =>
  /^arn:[\w-]+:\w+::(\d{12}):/.exec(caller)?.[1] ??
  ([textOf(identity, 'accountId'), textOf(fields, 'recipientAccountId')].find((one) =>
    /^\d{12}$/.test(one),
  ) ||
    '');

/** Source: the same page, on `invokedBy`. */
function serviceBehind(fields: Fields, identity: Fields): string {
  const found = [textOf(identity, 'invokedBy'), textOf(fields, 'sourceIPAddress')];
  return found.find((one) => isServicePrincipal(one) || one === 'AWS Internal') ?? '';
}

const isOfService = (fields: Fields, identity: Fields, caller: string): boolean =>
  textOf(identity, 'type') === 'AWSService' ||
  textOf(fields, 'eventType') === 'AwsServiceEvent' ||
  (caller === '' && textOf(identity, 'invokedBy') !== '');

const DENIED = /access ?denied|unauthorized|notauthorized|not authorized/i;

/** Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html (errorCode) */
function deniedOf(fields: Fields, name: string): ActivityEvent['denied'] {
  if (!DENIED.test(textOf(fields, 'errorCode'))) return null;
  const reading = readRefusal(textOf(fields, 'errorMessage'));
  return reading.ok ? { ...reading.call, operation: reading.call.operation ?? name } : 'unnamed';
}

function listedResources(fields: Fields): readonly unknown[] {
  const listed = struct(fieldOf(fields, 'resources')) ?? fieldOf(fields, 'resourceName');
  return Array.isArray(listed) ? listed : [listed];
}

function resourcesIn(fields: Fields): readonly string[] {
  const arns = listedResources(fields).flatMap((entry) => {
    if (typeof entry === 'string') return entry.split(/[,\s]+/);
    const one = fieldsOf(entry);
    return [textOf(one, 'ARN'), textOf(one, 'resourceName')];
  });
  return [...new Set(arns.filter((arn) => arn.startsWith('arn:')))];
}

/** Unique IDs of IAM, which no ARN contains. */
const UNIQUE_ID = /^A[A-Z0-9]{15,}$/;

/** `AWS::S3::Bucket` and its name, in lower case. With several names of one type, it’s unknown which one is meant. */
function typedNames(fields: Fields): ActivityEvent['names'] {
  const byType = new Map<string, Set<string>>();
  for (const entry of listedResources(fields)) {
    const [type, name] = [textOf(fieldsOf(entry), 'resourceType'), textOf(fieldsOf(entry), 'resourceName')];
    if (type === '' || name === '' || UNIQUE_ID.test(name)) continue;
    byType.set(type.toLowerCase(), (byType.get(type.toLowerCase()) ?? new Set()).add(name));
  }
  return Object.fromEntries(
    [...byType].flatMap(([type, [name = '', ...others]]) =>
      others.length === 0 && !name.startsWith('arn:') ? [[type, name]] : [],
    ),
  );
}

/** Parameters that name what a call is about. What could hold a secret, or differs for each call, is not one. */
const NAMING = /(?:name|arn|id|identifier|key|prefix|group|domain|catalog|uri|type|instance|copy-source)$/i;
const NOT_NAMING = /upload|version|request|token|secretkey|accesskey|password|continuation|marker|session/i;

function namesIn(parameters: unknown): ActivityEvent['names'] {
  const names: Record<string, string> = {};
  for (const [key, value] of Object.entries(fieldsOf(parameters))) {
    const isNaming = NAMING.test(key) && !NOT_NAMING.test(key);
    if (isNaming && typeof value === 'string' && value.length <= 2048) names[key.toLowerCase()] = value;
  }
  return names;
}

/** A call that an AWS service makes with the caller’s permissions has these keys, another has not. */
function contextOfCall(
  fields: Fields,
  by: string,
  region: string,
  isBare: boolean,
): ActivityEvent['context'] {
  // A record without a caller doesn’t say whether a service made the call.
  if (isBare && by === '') return region === '' ? {} : { 'aws:RequestedRegion': region };
  const endpoint = textOf(fields, 'vpcEndpointId');
  const isNamed = by !== '' && by !== 'AWS Internal';
  const source = textOf(fields, 'eventSource');
  return {
    ...(region === '' ? {} : { 'aws:RequestedRegion': region }),
    ...(endpoint === '' ? {} : { 'aws:SourceVpce': endpoint }),
    ...(isOverTls(fields) ? { 'aws:SecureTransport': 'true' } : {}),
    ...(by === '' ? { 'aws:ViaAWSService': 'false', 'aws:CalledVia': [] } : { 'aws:ViaAWSService': 'true' }),
    ...(source.startsWith('kms.') ? viaService(by, isNamed ? region : '') : {}),
  };
}

/** An event without these details doesn’t say. Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-supported-tls-details.html */
const isOverTls = (fields: Fields): boolean =>
  textOf(fieldsOf(struct(fieldOf(fields, 'tlsDetails'))), 'tlsVersion').startsWith('TLS');

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
function viaService(by: string, region: string): ActivityEvent['context'] {
  if (by === '') return { 'kms:ViaService': [] };
  const [service, suffix] = by.split(/\.(?=amazonaws\.)/);
  return region === '' ? {} : { 'kms:ViaService': `${service}.${region}.${suffix}` };
}

const ROLE_PARAMETERS: ReadonlySet<string> = new Set([
  'roleArn',
  'executionRoleArn',
  'executionRole',
  'serviceRole',
  'role',
]);

/** A call of STS is on the role; others hand it over. Reading a job names its role, and passes none. */
function passedIn(source: string, name: string, parameters: unknown): readonly string[] {
  if (/^(?:sts|iam)\./.test(source) || !/^(?:Create|Update|Start|Run|Register|Put|Associate)/.test(name))
    return [];
  const values = valuesByName(parameters, ROLE_PARAMETERS);
  const found = [...ROLE_PARAMETERS].flatMap((one) => textValues(values, one));
  return [...new Set(found.filter((one) => /^arn:[\w-]+:iam::\d{12}:role\//.test(one)))];
}

const timeOf = (fields: Fields): string => {
  const time = writtenField(fields, 'eventTime');
  const [, day, clock] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})/.exec(time) ?? [];
  return day === undefined ? '' : `${day}T${clock}Z`;
};

/** Rows of a query that counts. */
const countIn = (fields: Fields): number => {
  // An event itself has no such field: a row of a query does.
  const found = Object.keys(fields).find(
    (name) => COUNTS.test(name) && /^\d{1,9}$/.test(writtenField(fields, name)),
  );
  return found === undefined ? 1 : Math.max(1, Number(fields[found]));
};

/** Names of columns, also those that Athena gives to what has none. */
const COUNTS = /^(?:count|calls|events|total|_col\d+)$/;
