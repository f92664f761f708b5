import type { AccessRequest } from '../simulate/request.ts';
import { fieldOf, fieldsOf, textOf, textValues, type ValuesByName, valuesByName } from './eventFields.ts';

/** A condition key, by its names, and the parameters that give it its value. */
interface KeyOfParameter {
  readonly keys: readonly string[];
  readonly parameters: readonly string[];
}

/**
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html (condition keys), and the
 * request of each operation in https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_Operations.html. A call that doesn’t carry
 * the parameter doesn’t have the key.
 */
const SAGEMAKER: readonly KeyOfParameter[] = [
  { keys: ['sagemaker:VpcSubnets'], parameters: ['subnets', 'subnetIds', 'subnetId'] },
  { keys: ['sagemaker:VpcSecurityGroupIds'], parameters: ['securityGroupIds', 'securityGroups'] },
  { keys: ['sagemaker:NetworkIsolation'], parameters: ['enableNetworkIsolation'] },
  {
    keys: ['sagemaker:InterContainerTrafficEncryption'],
    parameters: ['enableInterContainerTrafficEncryption'],
  },
  { keys: ['sagemaker:InstanceTypes'], parameters: ['instanceType'] },
  { keys: ['sagemaker:MaxRuntimeInSeconds'], parameters: ['maxRuntimeInSeconds'] },
  { keys: ['sagemaker:RootAccess'], parameters: ['rootAccess'] },
  { keys: ['sagemaker:DirectInternetAccess'], parameters: ['directInternetAccess'] },
  { keys: ['sagemaker:AppNetworkAccessType'], parameters: ['appNetworkAccessType'] },
];

const volumeKeys = ['sagemaker:VolumeKmsKeyArn', 'sagemaker:VolumeKmsKey'];
const outputKeys = ['sagemaker:OutputKmsKeyArn', 'sagemaker:OutputKmsKey'];

/** Parameters that are looked for, at any depth. */
const WANTED: ReadonlySet<string> = new Set([
  ...SAGEMAKER.flatMap(({ parameters }) => parameters),
  'volumeKmsKeyId',
  'kmsKeyId',
  'tags',
  'tagSet',
]);

/** What the parameters of a call say about its request context. */
export function contextOfParameters(
  source: string,
  name: string,
  parameters: unknown,
): AccessRequest['context'] {
  if (typeof parameters !== 'object' || parameters === null) return {};
  if (/^s3\b/.test(source) && name.startsWith('List')) return ofList(parameters);
  if (!/^(?:Create|Update|AddTags|TagResource|Run|Start|Put)/.test(name)) return {};
  const values = valuesByName(parameters, WANTED);
  const isSettings = source.startsWith('sagemaker') && /^(?:Create|Update)/.test(name);
  return { ...tagsIn(values), ...(isSettings ? ofSageMaker(name, parameters, values) : {}) };
}

function ofSageMaker(name: string, parameters: object, values: ValuesByName): AccessRequest['context'] {
  const plain = SAGEMAKER.flatMap(({ keys, parameters: names }) => {
    const given = names.flatMap((one) => values.get(one) ?? []).map(written);
    return keys.map((key) => [key, given] as const);
  });
  // The volume of a notebook instance or an endpoint is encrypted with the key of the call itself.
  const ownKey = /NotebookInstance|EndpointConfig|Domain/.test(name)
    ? textOf(fieldsOf(parameters), 'kmsKeyId')
    : '';
  const volume = [...textValues(values, 'volumeKmsKeyId'), ...(ownKey === '' ? [] : [ownKey])];
  const output = ownKey === '' ? textValues(values, 'kmsKeyId') : [];
  return Object.fromEntries([
    ...plain,
    ...volumeKeys.map((key) => [key, volume] as const),
    ...outputKeys.map((key) => [key, output] as const),
  ]);
}

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html */
function ofList(parameters: object): AccessRequest['context'] {
  const fields = fieldsOf(parameters);
  return Object.fromEntries(
    ['prefix', 'delimiter'].map((name) => {
      const value = fields[name];
      return [`s3:${name}`, typeof value === 'string' && value !== '' ? value : []];
    }),
  );
}

/** Tags that the call puts on what it makes. */
function tagsIn(values: ValuesByName): AccessRequest['context'] {
  const tags = [...(values.get('tags') ?? []), ...(values.get('tagSet') ?? [])].flatMap(tagOf);
  return {
    ...Object.fromEntries(tags.map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    'aws:TagKeys': tags.map(([key]) => key),
  };
}

function tagOf(tag: unknown): readonly (readonly [string, string])[] {
  const fields = fieldsOf(tag);
  const key = fieldOf(fields, 'key') ?? fieldOf(fields, 'Key');
  const value = fieldOf(fields, 'value') ?? fieldOf(fields, 'Value');
  return typeof key === 'string' && typeof value === 'string' ? [[key, value]] : [];
}
