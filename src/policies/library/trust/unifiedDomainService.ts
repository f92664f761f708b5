import { unifiedStudioGuide } from '../activities/reasons/sources.ts';
import { serviceForm } from './serviceForm.ts';

export const unifiedDomainService = serviceForm({
  id: 'unifiedDomainService',
  title: 'DataZone, for the portal',
  summary: 'DataZone assumes the role for the users of a Unified Studio domain.',
  principals: ['datazone.amazonaws.com'],
  actions: ['sts:AssumeRole', 'sts:SetContext'],
  sid: 'PortalAssumesRole',
  tags: ['datazone*'],
  documented: true,
  notes: [
    {
      text: 'Matches the trust policy of the default role AmazonSageMakerDomainExecution: DataZone can set only session tags whose keys start with datazone. sts:TagSession is in a separate statement, which also requires that there are tags.',
      source: `${unifiedStudioGuide}/AmazonSageMakerDomainExecution.html`,
    },
  ],
});
