import { type AccessTest, carefulCall, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

const components = { activity: 'manageEndpoints', when: { components: 'on' } };
const monitors = { activity: 'monitorModels' };
const pipelines = { activity: 'managePipelines' };
const jobs = { activity: 'manageJobs' };
const component = sageMaker('inference-component/<NAME_PREFIX>1');
const otherComponent = sageMaker('inference-component/zz-another-team');
const alert = sageMaker('monitoring-schedule/<NAME_PREFIX>1/alert/drift');
const plan = sageMaker('training-plan/<NAME_PREFIX>1');
const train = 'sagemaker:CreateTrainingJob';
const plans = (value: string) => ({ ...jobs, when: { plans: value } });

/** Of engineers: inference components, what monitoring finds, versions of pipelines, and jobs on training plans. */
export const operatesModels: readonly AccessTest[] = [
  ...mustAllow([
    [
      'component',
      'deploys an inference component',
      'sagemaker:CreateInferenceComponent',
      component,
      carefulCall,
      components,
    ],
    [
      'component-on-endpoint',
      'deploys an inference component to a team endpoint',
      'sagemaker:CreateInferenceComponent',
      sageMaker('endpoint/<NAME_PREFIX>1'),
      carefulCall,
      components,
    ],
    [
      'component-scale',
      'scales an inference component',
      'sagemaker:UpdateInferenceComponentRuntimeConfig',
      component,
      {},
      components,
    ],
    [
      'components',
      'lists the inference components',
      'sagemaker:ListInferenceComponents',
      '*',
      {},
      components,
    ],
    ['monitored', 'lists the runs of monitoring', 'sagemaker:ListMonitoringExecutions', '*', {}, monitors],
    ['alerts', 'lists the alerts of monitoring', 'sagemaker:ListMonitoringAlerts', '*', {}, monitors],
    ['alert', 'changes when an alert is raised', 'sagemaker:UpdateMonitoringAlert', alert, {}, monitors],
    [
      'pipeline-version',
      'names a version of a pipeline',
      'sagemaker:UpdatePipelineVersion',
      sageMaker('pipeline/<NAME_PREFIX>1'),
      {},
      pipelines,
    ],
    ['job-on-plan', 'runs a training job on a training plan', train, plan, carefulCall, plans('on')],
  ]),
  ...mustDeny([
    [
      'component-other',
      'deletes another team’s inference component',
      'sagemaker:DeleteInferenceComponent',
      otherComponent,
    ],
    [
      'component-other-endpoint',
      'deploys an inference component to another team’s endpoint',
      'sagemaker:CreateInferenceComponent',
      sageMaker('endpoint/zz-another-team'),
      carefulCall,
    ],
    [
      'alert-other',
      'changes when an alert of another team is raised',
      'sagemaker:UpdateMonitoringAlert',
      sageMaker('monitoring-schedule/zz-another-team/alert/drift'),
    ],
    [
      'pipeline-version-other',
      'names a version of another team’s pipeline',
      'sagemaker:UpdatePipelineVersion',
      sageMaker('pipeline/zz-another-team'),
    ],
    ['job-off-plan', 'runs a training job on a training plan', train, plan, carefulCall, plans('off')],
    [
      'job-other-plan',
      'runs a training job on another team’s training plan',
      train,
      sageMaker('training-plan/zz-another-team'),
      carefulCall,
      jobs,
    ],
  ]),
];
