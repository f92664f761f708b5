import { runsStudioApps } from './studioAdditions.ts';
import { searchesExperiments } from './dataAdditions.ts';
import { managesModels, startsAutoMl } from './modelAdditions.ts';
import { allJobs, hubModels, queries, scheduled, teamData } from './sharedAdditions.ts';
import { recordsExperiments } from './recordsExperiments.ts';
import { usesPartnerApps } from './partnerAppTests.ts';
import { arn, mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const notebook = sageMaker('notebook-instance/analysis');
const profile = sageMaker('user-profile/<STUDIO_DOMAIN_ID>/ana');
const notebooks = { activity: 'notebookAccessByOwner' };
const studio = { activity: 'studioAccessByOwner' };
const opens = (open: string) => ({ activity: 'runStudioApps', when: { open } });
const byTag = { match: 'principalTag' };
const TAG = 'sagemaker:ResourceTag/<OWNER_TAG_KEY>';
const ME = 'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>';
const ownResource = { [TAG]: 'ana', [ME]: 'ana' };
const others = { [TAG]: 'ben', [ME]: 'ana' };
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const model = (name: string) => sageMaker(`hub-content/${name}/ModelReference/llm`);
const rule = arn('events', 'rule/daily-report');
const passable = '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>';

export const dataScientist: readonly AccessTest[] = [
  ...searchesExperiments,
  ...runsStudioApps,
  ...managesModels,
  ...startsAutoMl,
  ...allJobs,
  ...hubModels,
  ...queries,
  ...scheduled,
  ...teamData,
  ...recordsExperiments,
  ...usesPartnerApps,
  ...mustAllow([
    [
      'own-notebook',
      'starts their own notebook',
      'sagemaker:StartNotebookInstance',
      notebook,
      ownResource,
      { ...notebooks, when: byTag },
    ],
    [
      'own-url',
      'opens their own notebook',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      notebook,
      ownResource,
      { ...notebooks, when: byTag },
    ],
    [
      'pass-role',
      'passes the notebook and Studio execution role to SageMaker',
      'iam:PassRole',
      passable,
      toSageMaker,
      notebooks,
    ],
    [
      'own-studio',
      'opens their own Studio profile',
      'sagemaker:CreatePresignedDomainUrl',
      profile,
      ownResource,
      { ...studio, when: byTag },
    ],
    [
      'any-studio',
      'opens a colleague’s Studio profile',
      'sagemaker:CreatePresignedDomainUrl',
      profile,
      others,
      opens('domain'),
    ],
    [
      'list',
      'lists notebooks in the console',
      'sagemaker:ListNotebookInstances',
      '*',
      {},
      { activity: 'consoleReadAccess' },
    ],
  ]),
  ...mustDeny([
    ['other-hub', 'deploys a model from another hub', 'sagemaker:DeployHubModel', model('zz-another-team')],
    ['import', 'adds a model to the private hub', 'sagemaker:ImportHubContent', model('<HUB_NAME>')],
    ['other-rule', 'changes an EventBridge rule that doesn’t schedule a notebook', 'events:PutRule', rule],
    [
      'others-notebook',
      'starts a colleague’s notebook',
      'sagemaker:StartNotebookInstance',
      notebook,
      others,
      notebooks,
    ],
    [
      'others-url',
      'opens a colleague’s notebook',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      notebook,
      others,
      notebooks,
    ],
    [
      'nobodys-notebook',
      'opens a notebook without an owner tag',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      notebook,
      { [ME]: 'ana' },
      notebooks,
    ],
    [
      'untagged',
      'opens a notebook in a session without an owner tag',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      notebook,
      { [TAG]: 'ben' },
      notebooks,
    ],
    [
      'take-over',
      'changes the owner tag of a colleague’s notebook',
      'sagemaker:AddTags',
      notebook,
      { ...others, 'aws:TagKeys': ['<OWNER_TAG_KEY>'] },
      notebooks,
    ],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
      notebooks,
    ],
    [
      'other-service',
      'passes the notebook and Studio execution role to EC2',
      'iam:PassRole',
      passable,
      { 'iam:PassedToService': 'ec2.amazonaws.com' },
      notebooks,
    ],
    [
      'others-studio',
      'opens a colleague’s Studio profile',
      'sagemaker:CreatePresignedDomainUrl',
      profile,
      others,
      opens('off'),
    ],
    [
      'others-studio-own',
      'opens a colleague’s Studio profile from their own',
      'sagemaker:CreatePresignedDomainUrl',
      profile,
      { ...others, 'sagemaker:UserProfileName': 'ben' },
      opens('own'),
    ],
    [
      'other-domain',
      'opens a profile in another Studio domain',
      'sagemaker:CreatePresignedDomainUrl',
      sageMaker('user-profile/d-other0000000/ana'),
      ownResource,
      studio,
    ],
    [
      'train',
      'trains a model outside the VPC',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
      {},
      { activity: 'manageJobs', when: { vpc: 'on' } },
    ],
    ['delete', 'deletes a notebook', 'sagemaker:DeleteNotebookInstance', notebook, ownResource],
    ['role-policy', 'gives a role more permissions', 'iam:PutRolePolicy', passable, {}],
  ]),
];
