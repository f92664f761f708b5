import { sageMaker } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const notebook = sageMaker('notebook-instance/analysis');
const ownResource = {
  'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ana',
  'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana',
};

export const openNotebook: Scenario = {
  id: 'openNotebook',
  title: 'Open your own notebook',
  summary: 'Lists notebooks in the console, then starts and opens one.',
  steps: steps([
    ['dataScientist', 'lists the notebooks', 'sagemaker:ListNotebookInstances', '*'],
    ['dataScientist', 'describes their own notebook', 'sagemaker:DescribeNotebookInstance', notebook],
    ['dataScientist', 'starts it', 'sagemaker:StartNotebookInstance', notebook, ownResource],
    ['dataScientist', 'opens it', 'sagemaker:CreatePresignedNotebookInstanceUrl', notebook, ownResource],
    ['dataScientist', 'stops it', 'sagemaker:StopNotebookInstance', notebook, ownResource],
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/howitworks-access-ws.html',
};
