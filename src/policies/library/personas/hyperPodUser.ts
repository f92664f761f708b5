import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const hyperPodUser: Persona = {
  id: 'hyperPodUser',
  title: 'HyperPod cluster user',
  mark: 'HPU',
  summary: 'Submits work to a HyperPod cluster and views its nodes.',
  family: 'hyperPod',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'useCluster', selected: true },
    { activity: 'clusterShell', selected: false },
  ],
};
