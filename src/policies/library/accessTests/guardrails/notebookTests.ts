import { sageMaker } from '../accessTest.ts';
import { type GuardrailTests, guardrailTestsOf } from './guardrailTest.ts';

const NOTEBOOK = 'notebook-instance/analysis';
const careful = {
  'sagemaker:DirectInternetAccess': 'Disabled',
  'sagemaker:RootAccess': 'Disabled',
  'sagemaker:MinimumInstanceMetadataServiceVersion': '2',
};
const script = (name: string) => ({
  ...careful,
  'sagemaker:NotebookInstanceLifecycleConfigArns': [sageMaker(`notebook-instance-lifecycle-config/${name}`)],
  'sagemaker:StudioLifecycleConfigArns': [sageMaker(`studio-lifecycle-config/${name}`)],
});

export const notebooks: GuardrailTests = {
  noDirectInternet: guardrailTestsOf([
    [
      'closed',
      'allowed',
      'creates a notebook without direct internet',
      'CreateNotebookInstance',
      NOTEBOOK,
      careful,
    ],
    [
      'open',
      'denied',
      'creates a notebook with direct internet',
      'CreateNotebookInstance',
      NOTEBOOK,
      { ...careful, 'sagemaker:DirectInternetAccess': 'Enabled' },
    ],
    [
      'unsaid',
      'denied',
      'creates a notebook with the AWS default',
      'CreateNotebookInstance',
      NOTEBOOK,
      { ...careful, 'sagemaker:DirectInternetAccess': [] },
    ],
  ]),
  noRootAccess: guardrailTestsOf([
    [
      'user',
      'allowed',
      'creates a notebook without root access',
      'CreateNotebookInstance',
      NOTEBOOK,
      careful,
    ],
    [
      'root',
      'denied',
      'creates a notebook with root access',
      'CreateNotebookInstance',
      NOTEBOOK,
      { ...careful, 'sagemaker:RootAccess': 'Enabled' },
    ],
    [
      'later',
      'denied',
      'turns on root access for a notebook',
      'UpdateNotebookInstance',
      NOTEBOOK,
      { ...careful, 'sagemaker:RootAccess': 'Enabled' },
    ],
    [
      'unchanged',
      'allowed',
      'changes another setting of a notebook',
      'UpdateNotebookInstance',
      NOTEBOOK,
      { ...careful, 'sagemaker:RootAccess': [] },
    ],
  ]),
  imdsv2: guardrailTestsOf([
    ['new', 'allowed', 'creates a notebook with IMDSv2', 'CreateNotebookInstance', NOTEBOOK, careful],
    [
      'old',
      'denied',
      'creates a notebook with IMDSv1',
      'CreateNotebookInstance',
      NOTEBOOK,
      { ...careful, 'sagemaker:MinimumInstanceMetadataServiceVersion': '1' },
    ],
    [
      'later',
      'denied',
      'changes a notebook to IMDSv1',
      'UpdateNotebookInstance',
      NOTEBOOK,
      { ...careful, 'sagemaker:MinimumInstanceMetadataServiceVersion': '1' },
    ],
  ]),
  lifecycleConfigs: guardrailTestsOf([
    [
      'approved',
      'allowed',
      'creates a notebook with an approved lifecycle configuration',
      'CreateNotebookInstance',
      NOTEBOOK,
      script('<LIFECYCLE_CONFIG_PREFIX>1'),
    ],
    [
      'other',
      'denied',
      'creates a notebook with another lifecycle configuration',
      'CreateNotebookInstance',
      NOTEBOOK,
      script('zz-unreviewed-1'),
    ],
    [
      'studio',
      'denied',
      'starts a Studio app with another lifecycle configuration',
      'CreateApp',
      'app/<STUDIO_DOMAIN_ID>/ana/jupyterlab/default',
      { ...script('zz-unreviewed-1'), 'sagemaker:SpaceSharingType': 'Shared' },
    ],
  ]),
};
