import type { FoundKind } from '../importReading.ts';

/** The names under which AWS and tools keep policy documents. */

/** `policyDocument` of an event or a configuration item is `PolicyDocument` of the API. */
export const standardKey = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);

/** Keys whose value is a document, as an object or a text, and what kind that is. */
const kinds: ReadonlyMap<string, FoundKind | undefined> = new Map<string, FoundKind | undefined>([
  ['AssumeRolePolicyDocument', 'trust'],
  ['PolicyDocument', undefined],
  ['Document', undefined],
  ['InlinePolicy', 'identity'],
  ['Content', 'service-control'],
  ['Policy', 'resource'],
  ['PolicyText', 'resource'],
  ['ResourcePolicy', 'resource'],
  ['BucketPolicy', 'resource'],
  ['KeyPolicy', 'resource'],
  ['RepositoryPolicyText', 'resource'],
  ['RegistryPolicy', 'resource'],
  ['ModelPackageGroupPolicy', 'resource'],
  ['AccessPolicies', 'resource'],
]);

export const isDocumentKey = (standard: string): boolean => kinds.has(standard);

export const documentKind = (standard: string): FoundKind | undefined => kinds.get(standard);

/** Keys of formats, which name no policy: those of AWS begin with a capital, or are known. */
const general = /^(?:[A-Z]\w*|\d+)$/;

const ofTools = new Set([
  'GeneratePolicies',
  'Policies',
  'Statements',
  'Statement',
  'Configuration',
  'RequestParameters',
  'ResponseElements',
  'Detail',
  'SupplementaryConfiguration',
]);

/** Whether a key is one of a format. `name` of a tool's list, such as `DataScience` under `generatePolicies`, is not. */
export const isGeneralKey = (standard: string): boolean =>
  ofTools.has(standard) || kinds.has(standard) || !general.test(standard) || ofAws.test(standard);

const ofAws =
  /(?:List|Version|Document|Detail|Details|Parameters|Elements|Records|Events?|Items?|Role|Roles|User|Users|Group|Groups|Endpoints?|Summary|Trail\w*|Configuration\w*|Resources?|Properties|Attributes)$/;
