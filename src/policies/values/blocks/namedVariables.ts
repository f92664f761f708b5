import type { Variable, VariableKindId } from '../../library/variables/variable.ts';

/** Words by which people name what a variable is for: the more of them a name has, the more likely it is the one. */
const words: Readonly<Record<string, string>> = {
  region: 'region',
  accountId: 'account',
  organizationId: 'organization org',
  notebookRoleArns: 'notebook notebooks studio',
  trainingRoleArns: 'training train processing job jobs',
  hostingRoleArns: 'hosting inference model serving endpoint deploy',
  pipelineRoleArns: 'pipeline pipelines',
  imageBuildRoleArns: 'image build codebuild',
  notebookData: 'notebook notebooks studio',
  inputData: 'input inputs raw source dataset training',
  outputData: 'output outputs artifact artifacts results',
  modelArtifacts: 'model models artifact artifacts',
  endpointBuckets: 'endpoint gateway',
  workData: 'work team workspace',
  imageBuildBuckets: 'image build',
  dataKeyArns: 'data s3 bucket',
  volumeKeyArns: 'volume ebs storage disk',
  subnetIds: 'private',
  studioDomainIds: 'domain',
  namePrefixes: 'name',
  ecrRepositoryPrefixes: 'ecr repository repo',
  glueDatabases: 'glue database',
  athenaWorkgroups: 'athena workgroup',
  samlProviderArns: 'saml idp provider okta',
  trustedPrincipalArns: 'trusted principal admin deployer',
  externalPrincipalArns: 'external trusted principal',
  externalId: 'external',
  callerVpcEndpointIds: 'caller',
  ownerTagKey: 'owner',
  principalTagKey: 'principal',
  requiredTagKeys: 'required',
  protectedTagKeys: 'protected',
};

/** Words for the kind of a value, whatever it is for. */
const kindNames: Readonly<Partial<Record<VariableKindId, string>>> = {
  region: 'region',
  accountId: 'id account',
  roleArn: 'role execution',
  principalArn: 'role principal',
  samlProviderArn: 'saml provider',
  kmsKeyArn: 'kms key cmk',
  s3Location: 's3 bucket uri path prefix location',
  s3Bucket: 's3 bucket buckets',
  ecrRepositoryPrefix: 'ecr repository prefix',
  resourceNamePrefix: 'prefix',
  tagKey: 'tag',
  tagValue: 'tag',
  externalId: 'id',
  databaseName: 'database glue',
  workgroupName: 'workgroup athena',
  resourceId: 'cluster eks hyperpod',
};

/** The words of a name in any case: `trainingRoleArn`, `TRAINING_ROLE`, `training-role`. */
export const wordsOf = (name: string): ReadonlySet<string> =>
  new Set(
    name
      .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
      .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z0-9]+/),
  );

const within = (name: ReadonlySet<string>, list: string): number =>
  list.split(' ').filter((word) => word !== '' && name.has(word)).length;

/** How much a name says that something is for a variable; none where it says nothing. */
export const purposeScore = (name: ReadonlySet<string>, { id, label }: Variable): number =>
  within(name, words[id] ?? label.toLowerCase()) - (id === 'subnetIds' && name.has('public') ? 1 : 0);

/** Whether a name says that something is of the variable's kind. */
export const namesKind = (name: ReadonlySet<string>, { kind }: Variable): boolean =>
  within(name, kindNames[kind] ?? '') > 0;
