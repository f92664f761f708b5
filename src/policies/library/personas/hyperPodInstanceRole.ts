import type { Persona } from './persona.ts';

export const hyperPodInstanceRole: Persona = {
  id: 'hyperPodInstanceRole',
  title: 'HyperPod cluster instance role',
  mark: 'HPI',
  summary: 'Lets the instances of a HyperPod cluster load scripts, join the network, and write logs.',
  family: 'hyperPod',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'sageMakerService', defaults: { confusedDeputy: 'off' } }],
  roleVariable: 'hyperPodRoleArns',
  activities: [
    { activity: 'clusterInstances', selected: true },
    { activity: 'pullImages', selected: false },
    { activity: 'jobData', selected: false },
  ],
};
