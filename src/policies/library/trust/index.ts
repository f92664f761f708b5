import { agentCoreService } from './agentCoreService.ts';
import { codeBuildService } from './codeBuildService.ts';
import { computeService } from './computeService.ts';
import { crossAccount } from './crossAccount.ts';
import { hyperPodService } from './hyperPodService.ts';
import { identityCenter } from './identityCenter.ts';
import { jobService } from './jobService.ts';
import { notebookJobService } from './notebookJobService.ts';
import { sageMakerService } from './sageMakerService.ts';
import { samePrincipals } from './samePrincipals.ts';
import { samlFederation } from './samlFederation.ts';
import { unifiedDomainService } from './unifiedDomainService.ts';
import { unifiedProvisioningService } from './unifiedProvisioningService.ts';
import { unifiedProjectServices } from './unifiedProjectServices.ts';
import { unifiedQueryService } from './unifiedQueryService.ts';
import type { TrustForm } from './trust.ts';

/** Every way in which a role can be taken. */
export const trustForms: readonly TrustForm[] = [
  sageMakerService,
  codeBuildService,
  computeService,
  hyperPodService,
  jobService,
  notebookJobService,
  unifiedDomainService,
  unifiedProvisioningService,
  unifiedProjectServices,
  unifiedQueryService,
  agentCoreService,
  samlFederation,
  samePrincipals,
  crossAccount,
  identityCenter,
];

/** The form with this id, or nothing. */
export function findTrustForm(id: string): TrustForm | undefined {
  return trustForms.find((form) => form.id === id);
}
