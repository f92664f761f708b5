import { serviceForm } from './serviceForm.ts';
import { trustSources } from './trust.ts';

export const hyperPodService = serviceForm({
  id: 'hyperPodService',
  title: 'SageMaker HyperPod',
  summary: 'HyperPod assumes the role to scale a cluster.',
  principals: ['hyperpod.sagemaker.amazonaws.com'],
  sid: 'HyperPodAssumesRole',
  documented: false,
  notes: [
    {
      text: 'The service principal is hyperpod.sagemaker.amazonaws.com, not sagemaker.amazonaws.com.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-hyperpod-eks-autoscaling-iam.html',
    },
    {
      text: 'Setting the role as ClusterRole of a cluster requires iam:PassRole, which limits who can use it.',
      source: trustSources.passRole,
    },
  ],
});
