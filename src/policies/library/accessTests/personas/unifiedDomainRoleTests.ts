import { arn, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const portal = { activity: 'runUnifiedDomain' };
const governed = { ...portal, when: { govern: 'on' } };
const ungoverned = { ...portal, when: { govern: 'off' } };
const role = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/MLDomainExecution';
const takes = { trust: 'unifiedDomainService', caller: 'datazone.amazonaws.com' };
const inAccount = { 'aws:SourceAccount': '<ACCOUNT_ID>' };
const domain = arn('datazone', 'domain/<UNIFIED_DOMAIN_ID>');
const other = arn('datazone', 'domain/dzd-another');

export const unifiedDomainRole: readonly AccessTest[] = [
  ...mustAllow([
    ['project', 'creates a project for a user', 'datazone:CreateProject', '*', {}, portal],
    ['search', 'searches the catalog', 'datazone:SearchListings', '*', {}, portal],
    ['domain', 'reads the domain', 'datazone:GetDomain', domain, {}, portal],
    ['grant', 'adds a policy to a domain unit', 'datazone:AddPolicyGrant', '*', {}, governed],
    ['taken', 'is assumed by DataZone', 'sts:AssumeRole', role, inAccount, takes],
    [
      'tagged',
      'is assumed by DataZone with its tags',
      'sts:TagSession',
      role,
      { ...inAccount, 'aws:TagKeys': ['datazone-domainId'] },
      takes,
    ],
  ]),
  ...mustDeny([
    ['other-domain', 'reads another domain', 'datazone:GetDomain', other],
    ['delete', 'deletes the domain', 'datazone:DeleteDomain', domain],
    ['blueprint', 'changes a blueprint', 'datazone:PutEnvironmentBlueprintConfiguration', '*'],
    ['ungoverned', 'adds a policy to a domain unit', 'datazone:AddPolicyGrant', '*', {}, ungoverned],
    [
      'assume',
      'assumes another role',
      'sts:AssumeRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
    ],
    ['data', 'reads data of a project', 's3:GetObject', object('<UNIFIED_STUDIO_BUCKET>/dzd_1/abc123/x.csv')],
    [
      'train',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
    ],
    [
      'other-account',
      'is assumed by DataZone for another account',
      'sts:AssumeRole',
      role,
      { 'aws:SourceAccount': '999999999999' },
      takes,
    ],
    [
      'other-tags',
      'is assumed by DataZone with other tags',
      'sts:TagSession',
      role,
      { ...inAccount, 'aws:TagKeys': ['team'] },
      takes,
    ],
  ]),
];
