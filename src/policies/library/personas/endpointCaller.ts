import type { Persona } from './persona.ts';

export const endpointCaller: Persona = {
  id: 'endpointCaller',
  title: 'Endpoint caller',
  mark: 'CAL',
  summary: 'Lets an application invoke deployed models, and nothing else.',
  family: 'applications',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'computeService' }, { form: 'samePrincipals' }, { form: 'crossAccount' }],
  activities: [
    { activity: 'invokeEndpoints', selected: true },
    { activity: 'invokeAsync', selected: false },
    { activity: 'startReviews', selected: false },
  ],
};
