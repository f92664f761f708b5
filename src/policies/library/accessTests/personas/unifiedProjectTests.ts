import { registersModels } from './callAdditions.ts';
import { usesMlflow } from './mlflowUserTests.ts';
import { queries } from './sharedAdditions.ts';
import { arn, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const iam = (name: string) => `arn:<PARTITION>:iam::<ACCOUNT_ID>:role/${name}`;
const own = iam('MLUnifiedStudio');
const administrator = iam('Administrator');
const domain = arn('datazone', 'domain/<UNIFIED_DOMAIN_ID>');
const otherDomain = arn('datazone', 'domain/dzd-another');
const queryRole = '<UNIFIED_QUERY_ROLE_ARN>';
const projectRole = '<UNIFIED_PROJECT_ROLE_ARN>';
const file = object('<UNIFIED_PROJECT_BUCKET>/<UNIFIED_PROJECT_PREFIX>/notebook.ipynb');
const otherFile = object('zz-another-team/data.csv');
const workflow = arn('airflow-serverless', 'workflow/churn-1a2b');
const to = (service: string) => ({ 'iam:PassedToService': `${service}.amazonaws.com` });
const inAccount = { 'aws:SourceAccount': '<ACCOUNT_ID>' };
const elsewhere = { 'aws:SourceAccount': '999999999999' };
const byDataZone = (trust: string) => ({ trust, caller: 'datazone.amazonaws.com' });
const train = [
  'train',
  'starts a training job',
  'sagemaker:CreateTrainingJob',
  sageMaker('training-job/<NAME_PREFIX>1'),
] as const;
const reach = ['other-file', 'reads other data', 's3:GetObject', otherFile] as const;
const delegate = ['delegate', 'adds a member to a project', 'datazone:CreateProjectMembership', '*'] as const;

const provision = { activity: 'passUnifiedQueryRole' };
const blueprints = byDataZone('unifiedProvisioningService');

export const unifiedProvisioner: readonly AccessTest[] = [
  ...mustAllow([
    ['read', 'reads the query execution role', 'iam:GetRole', queryRole, {}, provision],
    [
      'pass',
      'passes the query execution role to Lake Formation',
      'iam:PassRole',
      queryRole,
      to('lakeformation'),
      provision,
    ],
    ['taken', 'is assumed by DataZone', 'sts:AssumeRole', own, inAccount, blueprints],
  ]),
  ...mustDeny([
    ['pass-other', 'passes another role', 'iam:PassRole', administrator, to('lakeformation')],
    ['pass-elsewhere', 'passes the query execution role to Lambda', 'iam:PassRole', queryRole, to('lambda')],
    ['read-other', 'reads another role', 'iam:GetRole', administrator],
    ['change', 'changes the query execution role', 'iam:PutRolePolicy', queryRole],
    reach,
    train,
    [
      'other-account',
      'is assumed by DataZone for another account',
      'sts:AssumeRole',
      own,
      elsewhere,
      blueprints,
    ],
  ]),
];

const open = { activity: 'openUnifiedProjects' };
const created = { ...open, when: { create: 'on' } };
const given = { ...open, when: { create: 'off' } };

export const unifiedMember: readonly AccessTest[] = [
  ...mustAllow([
    ['sign-in', 'signs in to the portal', 'datazone:GetIamPortalLoginUrl', '*', {}, open],
    ['projects', 'lists projects', 'datazone:ListProjects', '*', {}, open],
    ['domain', 'reads the domain', 'datazone:GetDomain', domain, {}, open],
    ['create', 'creates a project', 'datazone:CreateProject', '*', {}, created],
  ]),
  ...mustDeny([
    ['other-domain', 'reads another domain', 'datazone:GetDomain', otherDomain],
    ['create', 'creates a project', 'datazone:CreateProject', '*', {}, given],
    ['read-role', 'reads a role of the account', 'iam:GetRole', administrator, {}, given],
    ['delete', 'deletes the domain', 'datazone:DeleteDomain', domain],
    ['pass', 'passes the project role', 'iam:PassRole', projectRole, to('datazone')],
    delegate,
    reach,
    train,
  ]),
];

const work = { activity: 'useUnifiedProject' };
const project = byDataZone('unifiedProjectServices');

export const unifiedProjectRole: readonly AccessTest[] = [
  ...usesMlflow.map((test) => ({ ...test, id: `mlflow-${test.id}` })),
  ...queries,
  ...registersModels,
  ...mustAllow([
    ['project', 'reads a project', 'datazone:GetProject', '*', {}, work],
    ['domain', 'reads the domain', 'datazone:GetDomain', domain, {}, work],
    ['write', 'writes a file of the project', 's3:PutObject', file, {}, work],
    ['pass', 'passes itself to SageMaker', 'iam:PassRole', projectRole, to('sagemaker'), work],
    [
      'pass-glue',
      'passes itself to AWS Glue',
      'iam:PassRole',
      projectRole,
      to('glue'),
      { ...work, when: { services: 'workflows' } },
    ],
    ['taken', 'is assumed by DataZone', 'sts:AssumeRole', own, inAccount, project],
  ]),
  ...mustDeny([
    ['other-domain', 'reads another domain', 'datazone:GetDomain', otherDomain],
    ['pass-other', 'passes another role', 'iam:PassRole', administrator, to('sagemaker')],
    ['pass-elsewhere', 'passes itself to Lambda', 'iam:PassRole', projectRole, to('lambda')],
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-team')],
    ['connection', 'changes a connection', 'datazone:UpdateConnection', '*'],
    delegate,
    reach,
    [
      'other-account',
      'is assumed by DataZone for another account',
      'sts:AssumeRole',
      own,
      elsewhere,
      project,
    ],
    [
      'stranger',
      'is assumed by Lambda',
      'sts:AssumeRole',
      own,
      inAccount,
      { trust: 'unifiedProjectServices', caller: 'lambda.amazonaws.com' },
    ],
  ]),
];

const deploy = { activity: 'deployUnifiedProject' };
const pipeline = { trust: 'samePrincipals' };

export const unifiedDeployer: readonly AccessTest[] = [
  ...mustAllow([
    ['find', 'finds the project', 'datazone:ListProjects', '*', {}, deploy],
    ['upload', 'uploads a file', 's3:PutObject', file, {}, deploy],
    ['create', 'creates a workflow', 'airflow-serverless:CreateWorkflow', '*', {}, deploy],
    ['run', 'runs a workflow', 'airflow-serverless:StartWorkflowRun', workflow, {}, deploy],
    [
      'pass',
      'passes the project role to the workflow',
      'iam:PassRole',
      projectRole,
      to('airflow-serverless'),
      deploy,
    ],
    [
      'request',
      'requests access to an asset',
      'datazone:CreateSubscriptionRequest',
      '*',
      {},
      { ...deploy, when: { subscribe: 'on' } },
    ],
    [
      'taken',
      'is assumed by the pipeline',
      'sts:AssumeRole',
      own,
      {},
      { ...pipeline, caller: '<TRUSTED_PRINCIPAL_ARN>' },
    ],
  ]),
  ...mustDeny([
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-team')],
    ['other-domain', 'reads another domain', 'datazone:GetDomain', otherDomain],
    ['pass-other', 'passes another role', 'iam:PassRole', administrator, to('airflow-serverless')],
    ['pass-elsewhere', 'passes the project role to Lambda', 'iam:PassRole', projectRole, to('lambda')],
    ['delete', 'deletes a workflow', 'airflow-serverless:DeleteWorkflow', workflow],
    ['project', 'creates a project', 'datazone:CreateProject', '*'],
    ['approve', 'approves a subscription', 'datazone:AcceptSubscriptionRequest', '*'],
    delegate,
    reach,
    train,
    [
      'stranger',
      'is assumed by someone else',
      'sts:AssumeRole',
      own,
      {},
      { ...pipeline, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
