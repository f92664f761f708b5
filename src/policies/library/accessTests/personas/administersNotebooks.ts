import { type AccessTest, carefulCall, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const notebooks = { activity: 'manageNotebooks' };
const notebook = sageMaker('notebook-instance/<NAME_PREFIX>1');
const notebookScript = sageMaker('notebook-instance-lifecycle-config/<NAME_PREFIX>1');
const closedNotebook = {
  ...carefulCall,
  'sagemaker:DirectInternetAccess': 'Disabled',
  'sagemaker:RootAccess': 'Disabled',
  'sagemaker:MinimumInstanceMetadataServiceVersion': '2',
  'sagemaker:NotebookInstanceLifecycleConfigArns': [],
};
const createNotebook = 'sagemaker:CreateNotebookInstance';

/** Of those who manage the notebook instances of others. */
export const administersNotebooks: readonly AccessTest[] = [
  ...mustAllow([
    [
      'notebook',
      'creates a notebook instance in the VPC',
      createNotebook,
      notebook,
      closedNotebook,
      notebooks,
    ],
    [
      'notebook-changed',
      'changes the instance type of a notebook instance',
      'sagemaker:UpdateNotebookInstance',
      notebook,
      { 'sagemaker:InstanceTypes': ['<INSTANCE_TYPE>'] },
      notebooks,
    ],
    [
      'notebook-deleted',
      'deletes a notebook instance',
      'sagemaker:DeleteNotebookInstance',
      notebook,
      {},
      notebooks,
    ],
    [
      'notebook-script',
      'writes a startup script of notebook instances',
      'sagemaker:CreateNotebookInstanceLifecycleConfig',
      notebookScript,
      {},
      { ...notebooks, when: { scripts: 'write' } },
    ],
  ]),
  ...mustDeny([
    [
      'notebook-online',
      'creates a notebook instance with direct internet access',
      createNotebook,
      notebook,
      { ...closedNotebook, 'sagemaker:DirectInternetAccess': 'Enabled' },
      { ...notebooks, when: { vpc: 'on' } },
    ],
    [
      'notebook-subnet',
      'creates a notebook instance in another subnet',
      createNotebook,
      notebook,
      { ...closedNotebook, 'sagemaker:VpcSubnets': ['subnet-0zz9999zzz9999zz9'] },
      { ...notebooks, when: { vpc: 'on' } },
    ],
    [
      'notebook-root',
      'creates a notebook instance with root access',
      createNotebook,
      notebook,
      { ...closedNotebook, 'sagemaker:RootAccess': 'Enabled' },
      { ...notebooks, when: { root: 'off' } },
    ],
    [
      'notebook-rooted',
      'gives root access to the user of a notebook instance',
      'sagemaker:UpdateNotebookInstance',
      notebook,
      { 'sagemaker:RootAccess': 'Enabled' },
      { ...notebooks, when: { root: 'off' } },
    ],
    [
      'notebook-key',
      'creates a notebook instance without the volume key',
      createNotebook,
      notebook,
      { ...closedNotebook, 'sagemaker:VolumeKmsKey': [], 'sagemaker:VolumeKmsKeyArn': [] },
      { ...notebooks, when: { kms: 'on' } },
    ],
    [
      'notebook-other-script',
      'creates a notebook instance with another team’s startup script',
      createNotebook,
      notebook,
      {
        ...closedNotebook,
        'sagemaker:NotebookInstanceLifecycleConfigArns': [
          sageMaker('notebook-instance-lifecycle-config/zz-another-team'),
        ],
      },
      notebooks,
    ],
    [
      'notebook-new-script',
      'writes a startup script, which runs as root with the role of each instance',
      'sagemaker:UpdateNotebookInstanceLifecycleConfig',
      notebookScript,
      {},
      { ...notebooks, when: { scripts: 'view' } },
    ],
    [
      'notebook-other',
      'deletes another team’s notebook instance',
      'sagemaker:DeleteNotebookInstance',
      sageMaker('notebook-instance/zz-another-team'),
    ],
    [
      'notebook-open',
      'opens a notebook instance',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      notebook,
      {},
      notebooks,
    ],
    [
      'notebook-interface',
      'creates a network interface in another subnet',
      'ec2:CreateNetworkInterface',
      'arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:subnet/subnet-0zz9999zzz9999zz9',
    ],
  ]),
];
