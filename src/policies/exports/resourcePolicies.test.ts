import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillValues } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { simulate } from '../simulate/simulate.ts';
import { exportSetOf } from './exportFiles.ts';
import { findExporter } from './index.ts';
import { planOf } from './plan.ts';

const context = { ruleset: builtIn, versions: { page: '0.1.0', data: 'of 2026-09-26' } };

const open = createDraft({ personas: ['sharedRegistry'] }, builtIn);
const filled = fillValues(open, builtIn);

const textOf = (id: string, draft: Draft = filled): string =>
  (findExporter(id)?.write(exportSetOf(draft, context)) ?? [])
    .map(({ name, text }) => `${name}\n${text.replace(/\n(?:#|\/\/) /g, ' ')}`)
    .join('\n');

describe('policies of resources that other accounts use', () => {
  it('are a part by themselves, each with the resource that it is about', () => {
    const [part, ...others] = planOf(exportSetOf(filled, context));
    expect(others).toEqual([]);
    expect(part?.resourcePolicies.map(({ resource }) => resource)).toEqual([
      { type: 'modelPackageGroup', name: 'fraud-models' },
      { type: 'bucket', name: 'ml-registry' },
      { type: 'key', name: 'arn:aws:kms:eu-west-1:111122223333:key/5555aaaa-22bb-33cc-44dd-5555eeee6666' },
      { type: 'repository', name: 'inference/fraud' },
    ]);
  });

  it.each([
    [
      'terraform',
      [
        'aws_sagemaker_model_package_group_policy',
        'aws_s3_bucket_policy',
        'aws_kms_key_policy',
        'aws_ecr_repository_policy',
      ],
    ],
    [
      'pulumi',
      [
        'aws.sagemaker.ModelPackageGroupPolicy',
        'aws.s3.BucketPolicy',
        'aws.kms.KeyPolicy',
        'aws.ecr.RepositoryPolicy',
      ],
    ],
    [
      'cloudFormation',
      ['AWS::SageMaker::ModelPackageGroup', 'AWS::S3::BucketPolicy', 'AWS::ECR::Repository'],
    ],
    ['cdk', ['sagemaker.CfnModelPackageGroup', 's3.CfnBucketPolicy', 'ecr.CfnRepository']],
    [
      'awsCli',
      ['put-model-package-group-policy', 'put-bucket-policy', 'put-key-policy', 'set-repository-policy'],
    ],
  ])('%s sets each of them, and warns that it replaces what is there', (id, types) => {
    const text = textOf(id);
    for (const type of types) expect(text).toContain(type);
    expect(text).toContain(
      'Warning: each of these policies replaces the whole policy that its resource has now.',
    );
    expect(text).toMatch(/fraud-models[^]*ml-registry[^]*inference\/fraud/);
  });

  it.each(['cloudFormation', 'cdk'])('%s says that the key is left out', (id) => {
    expect(textOf(id)).toContain('Key policy isn’t included');
    expect(textOf(id)).not.toContain('kms.CfnKey');
  });

  it.each([
    [
      ['shareModelPackages', 'shareModelImages'],
      'This stack creates the model package group and the repository.',
    ],
    [['shareModelPackages'], 'This stack creates the model package group. Import it'],
    [['shareModelImages', 'shareModelKey'], 'This stack creates the repository. Import it'],
  ])('the stack says what it creates of %j', (shared, says) => {
    const choices = shared.map((activity) => ({ activity, stance: 'hardened' as const, options: {} }));
    const draft = { ...filled, activities: { sharedRegistry: choices } };
    expect(textOf('cloudFormation', draft)).toContain(says);
  });

  it.each(['terraform', 'pulumi', 'cloudFormation', 'cdk', 'awsCli'])(
    '%s asks once for the name of a repository, which its policy does not say',
    (id) => {
      const asked = textOf(id, open).match(
        /SharedModelRepository:\n|variable "shared_model_repository"|config\.require\('sharedModelRepository'\)|readonly sharedModelRepository:|^check SHARED_MODEL_REPOSITORY/gm,
      );
      expect(asked).toHaveLength(1);
    },
  );

  it('the script sets nothing in another account or Region than those of the resources', () => {
    expect(textOf('awsCli')).toContain('matches ACCOUNT_ID 111122223333 "$account"');
    expect(textOf('awsCli', open)).toContain('matches ACCOUNT_ID "$ACCOUNT_ID" "$account"');
    expect(textOf('awsCli')).toContain('export AWS_REGION=eu-west-1 AWS_DEFAULT_REGION=eu-west-1');
    expect(textOf('awsCli', open)).toContain('export AWS_REGION="$REGION" AWS_DEFAULT_REGION="$REGION"');
  });
});

it('everything with a key is for the account that owns it', () => {
  const foreign = 'arn:aws-cn:kms:cn-north-1:777788889999:key/5555aaaa-22bb-33cc-44dd-5555eeee6666';
  const draft = {
    ...filled,
    variables: { ...filled.variables, registryKeyArns: [foreign], partition: ['aws-cn'] },
  };
  const key = compose(draft, builtIn).find(({ resource }) => resource?.type === 'key');
  const owners = key?.policy.Statement.filter(({ Action }) => [Action].flat().includes('kms:*'));
  expect(owners?.map(({ Principal }) => Principal)).toEqual([{ AWS: ['arn:aws-cn:iam::777788889999:root'] }]);
});

describe('both sides of sharing', () => {
  const ofReader = fillValues(
    createDraft(
      {
        personas: ['registryReader'],
        variables: {
          accountId: ['444455556666'],
          registryAccountId: ['111122223333'],
          sharedModelKeyArns: ['arn:aws:kms:eu-west-1:111122223333:key/5555aaaa-22bb-33cc-44dd-5555eeee6666'],
        },
      },
      builtIn,
    ),
    builtIn,
  );
  const identity = compose(ofReader, builtIn)
    .filter(({ kind }) => kind === 'identity')
    .map(({ policy }) => policy);
  const policies = compose(filled, builtIn);
  const calls = [
    [
      'modelPackageGroup',
      'sagemaker:DescribeModelPackage',
      'arn:aws:sagemaker:eu-west-1:111122223333:model-package/fraud-models/1',
      {},
    ],
    ['bucket', 's3:GetObject', 'arn:aws:s3:::ml-registry/models/1/model.tar.gz', {}],
    [
      'key',
      'kms:Decrypt',
      'arn:aws:kms:eu-west-1:111122223333:key/5555aaaa-22bb-33cc-44dd-5555eeee6666',
      { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' },
    ],
    ['repository', 'ecr:BatchGetImage', 'arn:aws:ecr:eu-west-1:111122223333:repository/inference/fraud', {}],
  ] as const;

  it.each(calls)('%s: %s is allowed where both sides allow it, and only there', (type, action, arn, more) => {
    const resource = policies.find((document) => document.resource?.type === type)!.policy;
    const request = {
      principal: 'arn:aws:iam::444455556666:role/RegistryReader',
      action,
      resource: { arn, accountId: '111122223333' },
      context: { 'aws:ResourceAccount': '111122223333', ...more },
    };
    const nothing = { Version: '2012-10-17', Statement: [] };
    expect(simulate(request, { identity, resource }).verdict).toBe('allowed');
    expect(simulate(request, { identity: [], resource }).verdict).not.toBe('allowed');
    expect(simulate(request, { identity, resource: nothing }).verdict).not.toBe('allowed');
    const stranger = { ...request, principal: 'arn:aws:iam::999999999999:role/RegistryReader' };
    expect(simulate(stranger, { identity, resource }).verdict).not.toBe('allowed');
  });
});
