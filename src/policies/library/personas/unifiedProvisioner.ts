import type { Persona } from './persona.ts';

export const unifiedProvisioner: Persona = {
  id: 'unifiedProvisioner',
  title: 'Unified Studio provisioning role',
  mark: 'UPV',
  summary: 'Adds your own query role to what SageMaker Unified Studio creates connections and projects with.',
  family: 'unifiedStudio',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'unifiedProvisioningService' }],
  activities: [{ activity: 'passUnifiedQueryRole', selected: true }],
};
