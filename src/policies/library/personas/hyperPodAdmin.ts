import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const hyperPodAdmin: Persona = {
  id: 'hyperPodAdmin',
  title: 'HyperPod cluster administrator',
  mark: 'HPA',
  summary: 'Creates, scales, repairs, and deletes HyperPod clusters, and gives users access to them.',
  family: 'hyperPod',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'manageClusters', selected: true },
    { activity: 'clusterAutoscaling', selected: false },
    { activity: 'clusterAccess', selected: false },
    { activity: 'reserveCapacity', selected: false },
  ],
};
