import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { findVariable } from '../library/ruleset.ts';
import { variables } from '../library/variables/index.ts';
import type { Variable } from '../library/variables/variable.ts';
import { coversArn } from '../language/subsumes.ts';
import { matchesResource } from '../language/resourcePattern.ts';
import type { EntryPlace } from './entry.ts';
import { changeSentences, choiceWords, problemSentence } from './entryWords.ts';
import { entryPlace } from './entryPlace.ts';
import { readEntry } from './readEntry.ts';
import { cpuSeconds } from '../testing/cpuSeconds.ts';

const account = '111122223333';
const here: EntryPlace = { partition: 'aws', region: 'eu-west-1', accountId: account };
const nowhere: EntryPlace = { partition: 'aws' };

function variableOf(id: string): Variable {
  const found = findVariable(id, builtIn);
  if (!found) throw new Error(`no variable ${id}`);
  return found;
}

const read = (id: string, text: string, place = here) => readEntry(text, variableOf(id), place).pieces;

/** A reading in one line: the values, or `refused code` and `? value | value`. */
const reported = (id: string, text: string, place = here): readonly string[] =>
  read(id, text, place).map((piece) => {
    if (piece.state === 'read') return piece.value;
    if (piece.state === 'refused') return `refused ${piece.problem.code}`;
    return `? ${piece.choices.map(({ values }) => values.join(' + ')).join(' | ')}`;
  });

const key = '1234abcd-12ab-34cd-56ef-1234567890ab';
const keyArn = `arn:aws:kms:eu-west-1:${account}:key/${key}`;
const role = (name: string, owner = account) => `arn:aws:iam::${owner}:role/${name}`;

describe('the first entries of a new user', () => {
  it.each([
    ['region', 'eu-west-1', ['eu-west-1']],
    ['accountId', '111122223333', [account]],
    ['notebookRoleArns', 'SageMakerNotebook', [role('SageMakerNotebook')]],
    ['trainingRoleArns', role('SageMakerTraining'), [role('SageMakerTraining')]],
    ['hostingRoleArns', role('SageMakerModel'), [role('SageMakerModel')]],
    ['notebookData', 's3://acme-ml-raw/fraud/', ['acme-ml-raw/fraud']],
    ['inputData', 's3://acme-ml-raw/fraud/', ['acme-ml-raw/fraud']],
    ['outputData', 's3://acme-ml-artifacts/fraud/', ['acme-ml-artifacts/fraud']],
    ['modelArtifacts', 's3://acme-ml-artifacts/fraud/', ['acme-ml-artifacts/fraud']],
    ['endpointBuckets', 'acme-ml-raw, acme-ml-artifacts', ['acme-ml-raw', 'acme-ml-artifacts']],
    ['dataKeyArns', key, [keyArn]],
    ['volumeKeyArns', keyArn, [keyArn]],
    [
      'subnetIds',
      'subnet-0abc12345def67890, subnet-0abc12345def67891',
      ['subnet-0abc12345def67890', 'subnet-0abc12345def67891'],
    ],
    ['securityGroupIds', 'sg-0abc12345def67890', ['sg-0abc12345def67890']],
    ['studioDomainIds', 'd-abc123def456', ['d-abc123def456']],
    ['namePrefixes', 'fraud-', ['fraud-']],
    ['ecrRepositoryPrefixes', 'ml-fraud', ['ml-fraud']],
    ['samlProviderArns', 'Okta', [`arn:aws:iam::${account}:saml-provider/Okta`]],
  ])('%s: %s', (id, text, values) => expect(reported(id, text)).toEqual(values));
});

describe('S3', () => {
  it.each([
    ['inputData', 'ml-raw', ['ml-raw']],
    ['inputData', 'ml-raw/', ['ml-raw']],
    // Two texts in quotation marks, and two cells of a table, are two values; a bullet's tab is none.
    ['inputData', '"ml-raw/a" "ml-out"', ['ml-raw/a', 'ml-out']],
    ['inputData', "'ml-raw/a' 'ml-out'", ['ml-raw/a', 'ml-out']],
    ['inputData', 'ml-raw/a\tml-out', ['ml-raw/a', 'ml-out']],
    ['inputData', '•\tml-raw/a\n•\tml-out', ['ml-raw/a', 'ml-out']],
    ['inputData', '1.\tml-raw/a', ['ml-raw/a']],
    ['inputData', 'ml-raw/*', ['ml-raw']],
    ['inputData', 'ml-raw/a/b/', ['ml-raw/a/b']],
    ['inputData', 'ml-raw/a/*', ['ml-raw/a']],
    ['inputData', 's3://ml-raw', ['ml-raw']],
    ['inputData', 'S3://ml-raw/a', ['ml-raw/a']],
    ['inputData', 's3a://ml-raw/a/', ['ml-raw/a']],
    ['inputData', 'arn:aws:s3:::ml-raw', ['ml-raw']],
    ['inputData', 'arn:aws:s3:::ml-raw/*', ['ml-raw']],
    ['inputData', 'arn:aws:s3:::ml-raw/a/*', ['ml-raw/a']],
    ['inputData', 'arn:aws:s3:::ml-raw/a/b/', ['ml-raw/a/b']],
    // One object: neither its folder nor its bucket.
    ['inputData', 'arn:aws:s3:::ml-raw/a/train.csv', ['? ml-raw/a | ml-raw/a/train.csv']],
    ['inputData', 'arn:aws:s3:::ml-raw/a', ['? ml-raw | ml-raw/a']],
    ['inputData', 's3://ml-raw/a/train.csv', ['? ml-raw/a | ml-raw/a/train.csv']],
    ['inputData', 'https://ml-raw.s3.eu-west-1.amazonaws.com/a/', ['ml-raw/a']],
    ['inputData', 'https://s3.eu-west-1.amazonaws.com/ml-raw/a/', ['ml-raw/a']],
    [
      'inputData',
      'https://ml-raw.s3.amazonaws.com/a/x.csv?X-Amz-Signature=1',
      ['? ml-raw/a | ml-raw/a/x.csv'],
    ],
    ['inputData', 'ml-raw.s3.eu-west-1.amazonaws.com', ['ml-raw']],
    [
      'inputData',
      'https://eu-west-1.console.aws.amazon.com/s3/buckets/ml-raw?region=eu-west-1&prefix=a/b%20c/&showversions=false',
      ['ml-raw/a/b c'],
    ],
    ['inputData', 'https://s3.console.aws.amazon.com/s3/buckets/ml-raw?tab=objects', ['ml-raw']],
    [
      'inputData',
      'https://eu-west-1.console.aws.amazon.com/s3/object/ml-raw?prefix=a/x.csv',
      ['? ml-raw/a | ml-raw/a/x.csv'],
    ],
    ['inputData', 'https://example.com/s3/buckets/ml-raw', ['refused otherUrl']],
    ['inputData', 'https://console.aws.amazon.com.example.com/s3/buckets/ml-raw', ['refused otherUrl']],
    ['inputData', 'arn:aws:s3:::*', ['refused wildcard']],
    // The end of a name with a space in it is no bucket.
    ['inputData', 'arn:aws:s3:::ml-raw/*/day one', ['refused wildcard']],
    ['inputData', 'ml-raw/*/day one', ['refused wildcard']],
    ['inputData', 'arn:aws:s3:::ml-*', ['refused wildcard']],
    ['inputData', 'arn:aws:s3:::ml-raw/a*', ['refused wildcard']],
    ['inputData', `arn:aws:s3:eu-west-1:${account}:job/1`, ['refused otherResource']],
    ['inputData', 'https://ml-raw.s3.amazonaws.com/%2A', ['refused wildcard']],
    ['inputData', 's3://ml-raw//', ['refused rule']],
    ['inputData', 's3://ml-raw/*/x/', ['refused wildcard']],
    ['inputData', 'arn:aws-cn:s3:::ml-raw', ['refused otherPartition']],
    ['inputData', `arn:aws:s3:eu-west-1:${account}:accesspoint/team`, ['refused accessPoint']],
    ['inputData', keyArn, ['refused otherResource']],
    ['inputData', 's3://ml-raw//a/', ['refused rule']],
    ['inputData', 's3://', ['refused rule']],
    ['inputData', 'MyBucket', ['refused rule']],
    ['inputData', 'ml-raw/my folder/x', ['ml-raw/my folder/x']],
    ['inputData', 's3://ml-raw/a/, s3://ml-out/b/', ['ml-raw/a', 'ml-out/b']],
    ['inputData', 's3://ml-raw/a/ s3://ml-out/b/', ['ml-raw/a', 'ml-out/b']],
    ['inputData', 'ml-raw/a\nml-out/b', ['ml-raw/a', 'ml-out/b']],
    ['inputData', 'ml-raw/a,ml-out/b', ['? ml-raw/a + ml-out/b | ml-raw/a,ml-out/b']],
    ['inputData', 's3://ml-raw/a/,s3://ml-out/b/', ['ml-raw/a', 'ml-out/b']],
    ['inputData', 's3://ml-raw/a/, ml-out', ['? ml-raw/a + ml-out | ml-raw/a/, ml-out']],
    ['inputData', 'ml-raw/a,b', ['ml-raw/a,b']],
    ['inputData', '["ml-raw/a", "s3://ml-out/b/"]', ['ml-raw/a', 'ml-out/b']],
    ['inputData', "['ml-raw/a', 'ml-out']", ['ml-raw/a', 'ml-out']],
    ['inputData', 'tolist([\n  "ml-raw",\n  "ml-out",\n])', ['ml-raw', 'ml-out']],
    ['inputData', '- ml-raw/a\n- ml-out', ['ml-raw/a', 'ml-out']],
    ['inputData', 'ml-raw, MyBucket', ['ml-raw', 'refused rule']],
    ['inputData', 'ml-raw; ml-raw', ['ml-raw']],
    ['inputData', '“s3://ml-raw/a/”', ['ml-raw/a']],
    ['inputData', '\u200bml-raw/a\u00a0', ['ml-raw/a']],
    ['inputData', '`ml-raw/a`', ['ml-raw/a']],
    ['inputData', 'ml-r\u0430w', ['refused rule']],
    ['endpointBuckets', 's3://ml-raw/', ['ml-raw']],
    ['endpointBuckets', 'arn:aws:s3:::ml-raw/*', ['ml-raw']],
    ['endpointBuckets', 'arn:aws:s3:::ml-raw/a/*', ['? ml-raw']],
    ['endpointBuckets', 's3://ml-raw/a/', ['? ml-raw']],
    ['endpointBuckets', 'ml-raw ml-out\nml-work', ['ml-raw', 'ml-out', 'ml-work']],
  ])('%s: %s', (id, text, values) => expect(reported(id, text)).toEqual(values));
});

describe('IAM', () => {
  it.each([
    ['trainingRoleArns', 'role/Training', [role('Training')]],
    ['trainingRoleArns', 'role/ml/prod/Training', [role('ml/prod/Training')]],
    ['trainingRoleArns', 'service-role/Training', [role('service-role/Training')]],
    ['trainingRoleArns', role('Training', '444455556666'), [role('Training', '444455556666')]],
    ['trainingRoleArns', `arn:aws:sts::${account}:assumed-role/Training/session`, [role('Training')]],
    ['trainingRoleArns', 'AWSReservedSSO_Admin_1234567890abcdef', ['refused identityCenterRole']],
    ['trainingRoleArns', `arn:aws:iam::${account}:instance-profile/x`, ['refused instanceProfile']],
    ['trainingRoleArns', `arn:aws:iam::${account}:user/x`, ['refused otherResource']],
    ['trainingRoleArns', `arn:aws:iam::${account}:role/*`, ['refused rule']],
    ['trainingRoleArns', 'Train*', ['refused wildcard']],
    ['trainingRoleArns', 'AROAEXAMPLEEXAMPLE12', ['refused uniqueId']],
    ['trainingRoleArns', account, ['refused rule']],
    ['trainingRoleArns', 'arn:aws-cn:iam::111122223333:role/x', ['refused rule']],
    ['trainingRoleArns', 'Train, Process', [role('Train'), role('Process')]],
    [
      'trainingRoleArns',
      'Train,Process',
      [`? ${role('Train')} + ${role('Process')} | ${role('Train,Process')}`],
    ],
    [
      'trainingRoleArns',
      'https://us-east-1.console.aws.amazon.com/iam/home?region=eu-west-1#/roles/details/Training?section=permissions',
      [role('Training')],
    ],
    ['trainingRoleArns', 'https://console.aws.amazon.com/iam/home#/roles/Training', [role('Training')]],
    ['trainingRoleArns', 'https://console.aws.amazon.com/iam/home#/users/ana', ['refused otherUrl']],
    ['trustedPrincipalArns', 'role/Deployer', [role('Deployer')]],
    ['trustedPrincipalArns', 'user/ana', [`arn:aws:iam::${account}:user/ana`]],
    ['trustedPrincipalArns', 'Deployer', [`? ${role('Deployer')} | arn:aws:iam::${account}:user/Deployer`]],
    ['trustedPrincipalArns', `arn:aws:iam::${account}:root`, ['refused otherResource']],
    ['externalPrincipalArns', 'role/Deployer', ['refused needsOtherAccount']],
    ['externalPrincipalArns', role('Deployer', '444455556666'), [role('Deployer', '444455556666')]],
    ['samlProviderArns', 'saml-provider/Okta', [`arn:aws:iam::${account}:saml-provider/Okta`]],
    ['samlProviderArns', `arn:aws:iam::${account}:oidc-provider/example.com`, ['refused oidcProvider']],
    [
      'samlProviderArns',
      `https://console.aws.amazon.com/iam/home#/identity_providers/details/SAML/arn%3Aaws%3Aiam%3A%3A${account}%3Asaml-provider%2FOkta`,
      [`arn:aws:iam::${account}:saml-provider/Okta`],
    ],
  ])('%s: %s', (id, text, values) => expect(reported(id, text)).toEqual(values));

  it.each([
    ['trainingRoleArns', 'Training', 'refused needsAccount'],
    ['samlProviderArns', 'Okta', 'refused needsAccount'],
    ['trustedPrincipalArns', 'Okta', 'refused needsAccount'],
    ['dataKeyArns', key, 'refused needsPlace'],
  ])('%s: nothing is completed with an account that is not entered', (id, text, said) =>
    expect(reported(id, text, nowhere)).toEqual([said]),
  );

  it('says what is missing of a key', () => {
    expect(reported('dataKeyArns', key, { partition: 'aws', region: 'eu-west-1' })).toEqual([
      'refused needsAccount',
    ]);
    expect(reported('dataKeyArns', key, { partition: 'aws', accountId: account })).toEqual([
      'refused needsRegion',
    ]);
  });
});

describe('keys, networks and names', () => {
  it.each([
    ['dataKeyArns', `key/${key}`, [keyArn]],
    ['dataKeyArns', key.toUpperCase(), [keyArn]],
    ['dataKeyArns', 'alias/data', ['refused alias']],
    ['dataKeyArns', `arn:aws:kms:eu-west-1:${account}:alias/data`, ['refused alias']],
    ['dataKeyArns', `arn:aws:kms:eu-west-1:${account}:key/*`, ['refused wildcard']],
    [
      'dataKeyArns',
      `https://eu-central-1.console.aws.amazon.com/kms/home?region=eu-central-1#/kms/keys/${key}/keyPolicy`,
      [`arn:aws:kms:eu-central-1:${account}:key/${key}`],
    ],
    ['dataKeyArns', `${keyArn}, ${keyArn}`, [keyArn]],
    ['dataKeyArns', 'data key', ['refused rule', 'refused rule']],
    ['subnetIds', `arn:aws:ec2:eu-west-1:${account}:subnet/subnet-0abc1234`, ['subnet-0abc1234']],
    [
      'subnetIds',
      'subnet-0abc1234 (private-a), subnet-0abc1235 | private b',
      ['subnet-0abc1234', 'subnet-0abc1235'],
    ],
    ['subnetIds', '["subnet-0abc1234","subnet-0abc1235"]', ['subnet-0abc1234', 'subnet-0abc1235']],
    [
      'subnetIds',
      'https://eu-west-1.console.aws.amazon.com/vpcconsole/home?region=eu-west-1#SubnetDetails:subnetId=subnet-0abc1234',
      ['subnet-0abc1234'],
    ],
    ['subnetIds', 'sg-0abc1234', ['refused rule']],
    [
      'securityGroupIds',
      'https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#SecurityGroup:securityGroupId=sg-0abc1234',
      ['sg-0abc1234'],
    ],
    ['securityGroupIds', `arn:aws:ec2:eu-west-1:${account}:security-group/sg-0abc1234`, ['sg-0abc1234']],
    [
      'callerVpcIds',
      'https://console.aws.amazon.com/vpc/home#VpcDetails:VpcId=vpc-0abc1234',
      ['vpc-0abc1234'],
    ],
    ['callerVpcEndpointIds', 'vpce-0abc1234 vpce-0abc1235', ['vpce-0abc1234', 'vpce-0abc1235']],
    ['callerCidrs', '203.0.113.5', ['203.0.113.5/32']],
    ['callerCidrs', '203.0.113.0/24 198.51.100.0/24', ['203.0.113.0/24', '198.51.100.0/24']],
    ['studioDomainIds', `arn:aws:sagemaker:eu-west-1:${account}:domain/d-abc123def456`, ['d-abc123def456']],
    [
      'studioDomainIds',
      `arn:aws:sagemaker:eu-west-1:${account}:user-profile/d-abc123def456/ana`,
      ['? d-abc123def456'],
    ],
    [
      'studioDomainIds',
      'https://d-abc123def456.studio.eu-west-1.sagemaker.aws/jupyterlab',
      ['d-abc123def456'],
    ],
    [
      'studioDomainIds',
      'https://eu-west-1.console.aws.amazon.com/sagemaker/home?region=eu-west-1#/studio/d-abc123def456',
      ['d-abc123def456'],
    ],
    ['ecrRepositoryPrefixes', 'ml-fraud/', ['ml-fraud']],
    ['ecrRepositoryPrefixes', 'ml-fraud/*', ['ml-fraud']],
    ['ecrRepositoryPrefixes', `arn:aws:ecr:eu-west-1:${account}:repository/ml-fraud/*`, ['ml-fraud']],
    [
      'ecrRepositoryPrefixes',
      `${account}.dkr.ecr.eu-west-1.amazonaws.com/ml-fraud/train:latest`,
      ['? ml-fraud | ml-fraud/train'],
    ],
    ['ecrRepositoryPrefixes', `${account}.dkr.ecr.eu-west-1.amazonaws.com/ml-fraud:latest`, ['? ml-fraud']],
    ['ecrRepositoryPrefixes', '444455556666.dkr.ecr.eu-west-1.amazonaws.com/x/y', ['refused accountNotKept']],
    ['ecrRepositoryPrefixes', `${account}.dkr.ecr.us-east-1.amazonaws.com/x/y`, ['refused regionNotKept']],
    ['ecrRepositoryPrefixes', 'ml-fraud:latest', ['? ml-fraud']],
    [
      'ecrRepositoryPrefixes',
      `https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/${account}/ml-fraud/train?region=eu-west-1`,
      ['? ml-fraud | ml-fraud/train'],
    ],
    ['namePrefixes', 'fraud-*', ['fraud-']],
    ['glueDatabases', `arn:aws:glue:eu-west-1:${account}:database/features`, ['features']],
    ['athenaWorkgroups', `arn:aws:athena:eu-west-1:${account}:workgroup/ml`, ['ml']],
    ['accountId', '1111-2222-3333', [account]],
    ['accountId', ' 1111 2222 3333 ', [account]],
    ['accountId', '"111122223333"', [account]],
    ['accountId', `arn:aws:iam::${account}:root`, [account]],
    ['accountId', keyArn, [`? ${account}`]],
    ['accountId', '11112222333', ['refused rule']],
    ['accountId', '111122223333, 444455556666', ['? 111122223333 | 444455556666']],
    ['inputData', 'arn:aws:s3:::ml-raw/0,ml-a/*', ['? ml-raw/0 + ml-a | ml-raw/0,ml-a']],
    ['awsImageAccounts', '763104351884, 1415-0266-7606', ['763104351884', '141502667606']],
    ['awsImageAccounts', '763104351884.dkr.ecr.eu-west-1.amazonaws.com', ['763104351884']],
    ['region', 'EU-WEST-1', ['eu-west-1']],
    ['region', 'eu-west-1b', ['eu-west-1']],
    ['region', 'Europe (Ireland) eu-west-1', ['eu-west-1']],
    ['region', 'https://eu-west-1.console.aws.amazon.com/sagemaker/home', ['eu-west-1']],
    ['region', 'eu-west-1, eu-central-1', ['? eu-west-1 | eu-central-1']],
    ['region', 'mars', ['refused rule']],
    ['region', 'European Sovereign Cloud EUSC-DE-EAST-1', ['refused rule']],
    ['approvedRegions', 'eu-west-1 eu-central-1', ['eu-west-1', 'eu-central-1']],
    ['organizationId', 'arn:aws:organizations::111122223333:organization/o-a1b2c3d4e5', ['o-a1b2c3d4e5']],
    [
      'organizationId',
      'arn:aws:organizations::1:account/o-a1b2c3d4e5/111122223333',
      ['refused otherResource'],
    ],
    ['instanceTypes', 'm5.xlarge, ml.t3.*, system', ['ml.m5.xlarge', 'ml.t3.*', 'system']],
    ['maxRuntimeSeconds', '86,400', ['86400']],
    ['ownerTagKey', '"owner"', ['owner']],
    ['requiredTagKeys', 'owner, cost center', ['owner', 'cost center']],
    ['externalId', 'a,b', ['a,b']],
    ['externalId', 'a b', ['refused rule']],
    ['accountId', '', []],
    ['accountId', ' \u200b ', []],
  ])('%s: %s', (id, text, values) => expect(reported(id, text)).toEqual(values));
});

describe('what was changed is data, with words', () => {
  it.each([
    ['inputData', 'ml-raw/a', ''],
    ['inputData', 's3://ml-raw/a/', ''],
    ['inputData', 's3://ml-raw/', 'Includes the whole bucket.'],
    ['inputData', 'ml-raw/a\u200b', 'Characters that can’t be seen were removed.'],
    ['trainingRoleArns', 'Training', `Account ${account} added.`],
    [
      'trainingRoleArns',
      role('Training', '444455556666'),
      'It is in account 444455556666, not in the account above.',
    ],
    ['dataKeyArns', key, `Account ${account} added. Region eu-west-1 added.`],
    ['region', 'eu-west-1b', 'eu-west-1b is an Availability Zone of this Region.'],
  ])('%s: %s', (id, text, words) => {
    const [piece] = read(id, text);
    expect(piece?.state === 'read' && changeSentences(piece.changes)).toBe(words);
  });

  it('a refusal says what to do, and has a valid example', () => {
    for (const variable of variables) {
      const { pieces, example } = readEntry('\\ not one/?', variable, nowhere);
      expect(readEntry(example, variable, nowhere).pieces, variable.id).toMatchObject([{ state: 'read' }]);
      for (const piece of pieces)
        if (piece.state !== 'read') expect(problemSentence(piece.problem)).not.toBe('');
    }
  });

  it('choices say what they mean', () => {
    const [piece] = read('inputData', 'arn:aws:s3:::ml-raw/a/x.csv');
    expect(piece?.state === 'ambiguous' && piece.choices.map(choiceWords)).toEqual([
      'every object in its folder',
      'only objects under it',
    ]);
  });
});

const preset = {
  lockedValues: { accountId: { owner: 'o', reason: 'r', values: [account] } },
  allowedValues: { inputData: { owner: 'o', reason: 'r', values: [{ value: 'ml-raw' }] } },
};

describe('under a preset', () => {
  it.each([
    ['accountId', '1111-2222-3333', 'read'],
    ['accountId', '4444-5555-6666', 'locked'],
    ['inputData', 's3://ml-raw/', 'read'],
    ['inputData', 's3://ml-out/', 'notAllowed'],
  ])('%s: %s', (id, text, said) => {
    const [piece] = readEntry(text, variableOf(id), here, { version: 1, title: 't', ...preset }).pieces;
    expect(piece?.state === 'refused' ? piece.problem.code : piece?.state).toBe(said);
  });
});

const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const bucket = fc
  .stringMatching(/^[a-z][a-z0-9-]{2,20}[a-z0-9]$/)
  .filter((name) => !/^(?:xn--|sthree-)|--/.test(name));
/** A comma at the end of a text is one of a list, and not of a name. */
const folder = fc.stringMatching(
  /^[A-Za-z0-9](?:[A-Za-z0-9 ,_=-]{0,10}[A-Za-z0-9])?(?:\/[A-Za-z0-9_-]{1,8}){0,2}$/,
);
const name = fc.stringMatching(/^[A-Za-z][\w+=.@-]{0,20}$/);

/** A resource, one of the texts that people have for it, and the field. */
const named = fc.oneof(
  fc
    .tuple(bucket, folder, fc.constantFrom('s3://B/P/', 'arn:aws:s3:::B/P/*', 'B/P', 'B/P/', 'B/P/*'))
    .map(([b, p, form]) => ({
      id: 'inputData',
      text: form.replace('B', () => b).replace('P', () => p),
      resource: `arn:aws:s3:::${b}/${p}/x.csv`,
      action: 's3:GetObject',
    })),
  fc.tuple(name, fc.constantFrom('N', 'role/N', `arn:aws:iam::${account}:role/N`)).map(([n, form]) => ({
    id: 'notebookRoleArns',
    text: form.replace('N', () => n),
    resource: role(n),
    action: 'iam:PassRole',
  })),
  fc
    .tuple(hex(8), hex(12), fc.constantFrom('K', 'key/K', `arn:aws:kms:eu-west-1:${account}:key/K`))
    .map(([a, b, form]) => {
      const id = `${a}-12ab-34cd-56ef-${b}`;
      return {
        id: 'dataKeyArns',
        text: form.replace('K', id),
        resource: `arn:aws:kms:eu-west-1:${account}:key/${id}`,
        action: 'kms:Decrypt',
      };
    }),
);

/** Resources of the statements with an action, in the policies of a draft. */
function patternsFor(action: string, id: string, values: readonly string[]): readonly string[] {
  const draft = createDraft(
    {
      personas: ['dataScientist', 'trainingRole'],
      variables: { region: ['eu-west-1'], accountId: [account], [id]: values },
    },
    builtIn,
  );
  return compose(draft, builtIn)
    .flatMap(({ policy }) => policy.Statement)
    .filter(({ Effect, Action }) => Effect === 'Allow' && [Action].flat().includes(action))
    .flatMap(({ Resource }) => [Resource ?? []].flat());
}

describe('laws', () => {
  it('a value that was read is read as itself', () => {
    const texts = fc.oneof(
      named.map(({ id, text }) => ({ id, text })),
      fc.record({ id: fc.constantFrom(...variables.map((variable) => variable.id)), text: fc.string() }),
      fc
        .tuple(
          fc.constantFrom(...variables),
          fc.constantFrom('', ' ', '/', '*', '"', ',', '\u200b', ':latest'),
        )
        .map(([variable, tail]) => ({ id: variable.id, text: `${tail}${variable.example[0]}${tail}` })),
    );
    fc.assert(
      fc.property(texts, ({ id, text }) => {
        for (const piece of read(id, text)) {
          if (piece.state !== 'read') continue;
          expect(read(id, piece.value)).toEqual([
            expect.objectContaining({ state: 'read', value: piece.value }),
          ]);
        }
      }),
    );
  });

  it('the policy matches the resource that was named, and no other one beside it', () => {
    fc.assert(
      fc.property(named, ({ id, text, resource, action }) => {
        const pieces = read(id, text);
        const values = pieces.flatMap((piece) => (piece.state === 'read' ? [piece.value] : []));
        fc.pre(pieces.length === 1 && values.length === 1);
        const patterns = patternsFor(action, id, values);
        expect(
          patterns.some((pattern) => matchesResource(pattern, resource)),
          text,
        ).toBe(true);
        const beside = resource.replace(/([^:/]+)(\/x\.csv)?$/, '$1-other$2');
        expect(
          patterns.some((pattern) => matchesResource(pattern, beside)),
          beside,
        ).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('no ARN of S3 becomes wider than it is', () => {
    const arn = fc
      .tuple(bucket, fc.constantFrom('', '/*', '/P', '/P/', '/P/*', '/P*', '/*/P'), folder)
      .map(([b, tail, p]) => `arn:aws:s3:::${b}${tail.replace('P', () => p)}`);
    fc.assert(
      fc.property(arn, (text) => {
        for (const piece of read('inputData', text)) {
          if (piece.state !== 'read' || !text.includes('/')) continue;
          // A name with a slash behind it is everything below it.
          expect(coversArn(text.replace(/\/$/, '/*'), `arn:aws:s3:::${piece.value}/*`)).toBe(true);
        }
      }),
    );
  });

  it('no name of a folder or an object becomes its bucket', () => {
    const keys = fc.stringMatching(/^[a*?/]{1,4}$/);
    const forms: readonly ((key: string) => string)[] = [
      (key) => `s3://ml-raw/${key}`,
      (key) => `ml-raw/${key}`,
      (key) => `https://ml-raw.s3.amazonaws.com/${encodeURIComponent(key)}`,
      (key) => `https://s3.eu-west-1.amazonaws.com/ml-raw/${encodeURIComponent(key)}`,
      (key) => `https://console.aws.amazon.com/s3/buckets/ml-raw?prefix=${encodeURIComponent(key)}`,
    ];
    fc.assert(
      fc.property(keys, fc.constantFrom(...forms), (key, form) => {
        const text = form(key);
        fc.pre(key !== '*' || text.includes('%2A'));
        const values = read('inputData', text).flatMap((piece) =>
          piece.state === 'read' ? [piece.value] : [],
        );
        expect(values, text).not.toContain('ml-raw');
      }),
    );
  });

  it('takes any text, in no time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        for (const variable of variables) readEntry(text, variable, here);
      }),
      { numRuns: 50 },
    );
    const seconds = cpuSeconds(() => {
      for (const text of ['a,'.repeat(9000), '['.repeat(19_000), ' '.repeat(19_000), 's3://'.repeat(3000)])
        for (const variable of variables) readEntry(text, variable, here);
    });
    expect(seconds).toBeLessThan(2);
  });
});

it('the place of a draft is what it validly says', () => {
  const placeOf = (values: Readonly<Record<string, readonly string[]>>) =>
    entryPlace(createDraft({ variables: values }, builtIn));
  expect(placeOf({ region: ['eu-west-1 '], accountId: [account] })).toEqual(here);
  expect(placeOf({ region: ['mars'], accountId: ['1111'] })).toEqual(nowhere);
});

describe('an account that a text names is kept in the value, or reported', () => {
  const other = '444455556666';
  // An ID such as that of a subnet is unique in itself: nothing of its ARN is lost.
  const texts = [
    `arn:aws:ecr:eu-west-1:${other}:repository/ml-fraud/*`,
    `${other}.dkr.ecr.eu-west-1.amazonaws.com/ml-fraud/train:latest`,
    `https://eu-west-1.console.aws.amazon.com/ecr/repositories/private/${other}/ml-fraud/train?region=eu-west-1`,
    `arn:aws:glue:eu-west-1:${other}:database/features`,
    `arn:aws:athena:eu-west-1:${other}:workgroup/ml`,
    `arn:aws:kms:eu-west-1:${other}:key/${key}`,
    role('SageMakerTraining', other),
    `arn:aws:iam::${other}:saml-provider/Okta`,
    `arn:aws:sts::${other}:assumed-role/SageMakerTraining/session`,
  ];
  it.each(texts)('%s', (text) => {
    const ofAccounts = variables.filter(({ kind }) => kind !== 'region');
    const silent = ofAccounts.flatMap((variable) =>
      [here, nowhere].flatMap((place) =>
        readEntry(text, variable, place)
          .pieces.filter((piece) => {
            if (piece.state === 'refused') return false;
            const values =
              piece.state === 'read' ? [piece.value] : piece.choices.flatMap((one) => one.values);
            if (values.every((value) => value.includes(other))) return false;
            const said =
              piece.state === 'read' ? changeSentences(piece.changes) : problemSentence(piece.problem);
            return !JSON.stringify(said).includes(other);
          })
          .map((piece) => [variable.id, place === here ? 'here' : 'nowhere', piece]),
      ),
    );
    expect(silent).toEqual([]);
  });
});
