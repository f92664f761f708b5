import type { Persona } from './persona.ts';

export const hyperPodAutoscaler: Persona = {
  id: 'hyperPodAutoscaler',
  title: 'HyperPod autoscaling role',
  mark: 'HPS',
  summary: 'Lets HyperPod add and remove the nodes of a cluster (Karpenter).',
  family: 'hyperPod',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'hyperPodService' }],
  roleVariable: 'hyperPodScalingRoleArns',
  activities: [{ activity: 'scaleCluster', selected: true }],
};
