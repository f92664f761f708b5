import { unifiedStudioGuide } from '../activities/reasons/sources.ts';
import { serviceForm } from './serviceForm.ts';

export const unifiedProvisioningService = serviceForm({
  id: 'unifiedProvisioningService',
  title: 'DataZone, for blueprints',
  summary: 'DataZone assumes the role to create what the blueprints of projects define.',
  principals: ['datazone.amazonaws.com'],
  sid: 'BlueprintsAssumeRole',
  documented: true,
  notes: [
    {
      text: 'Matches the trust policy of the default role AmazonSageMakerProvisioning for a domain in this account. For a domain in another account, aws:SourceAccount must be that account.',
      source: `${unifiedStudioGuide}/AmazonSageMakerProvisioning.html`,
    },
  ],
});
