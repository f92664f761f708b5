import { entryOf } from '../../preset.ts';
import type { Reason } from '../../activities/activity.ts';
import { agentsReadOnlyNotCovered } from './agentsReadOnlyNotCovered.ts';
import { approvedKeysNotCovered } from './approvedKeysNotCovered.ts';
import { approvedModelsNotCovered } from './approvedModelsNotCovered.ts';
import { approvedNetworksNotCovered } from './approvedNetworksNotCovered.ts';
import { approvedRegionsNotCovered } from './approvedRegionsNotCovered.ts';
import { authModeNotCovered } from './authModeNotCovered.ts';
import { callerNetworkNotCovered } from './callerNetworkNotCovered.ts';
import { imdsv2NotCovered } from './imdsv2NotCovered.ts';
import { instanceTypesNotCovered } from './instanceTypesNotCovered.ts';
import { interContainerEncryptionNotCovered } from './interContainerEncryptionNotCovered.ts';
import { lifecycleConfigsNotCovered } from './lifecycleConfigsNotCovered.ts';
import { modelApprovalNotCovered } from './modelApprovalNotCovered.ts';
import { networkIsolationNotCovered } from './networkIsolationNotCovered.ts';
import { noDirectInternetNotCovered } from './noDirectInternetNotCovered.ts';
import { noRemoteDebugNotCovered } from './noRemoteDebugNotCovered.ts';
import { noRemoteIdeNotCovered } from './noRemoteIdeNotCovered.ts';
import { noRetaggingNotCovered } from './noRetaggingNotCovered.ts';
import { noRootAccessNotCovered } from './noRootAccessNotCovered.ts';
import { outputEncryptionNotCovered } from './outputEncryptionNotCovered.ts';
import { ownSpaceNotCovered } from './ownSpaceNotCovered.ts';
import { runTimeCapNotCovered } from './runTimeCapNotCovered.ts';
import { serverlessCapsNotCovered } from './serverlessCapsNotCovered.ts';
import { storePerimeterNotCovered } from './storePerimeterNotCovered.ts';
import { storeTlsNotCovered } from './storeTlsNotCovered.ts';
import { studioVpcOnlyNotCovered } from './studioVpcOnlyNotCovered.ts';
import { tagOnCreateNotCovered } from './tagOnCreateNotCovered.ts';
import { volumeEncryptionNotCovered } from './volumeEncryptionNotCovered.ts';
import { vpcOnlyNotCovered } from './vpcOnlyNotCovered.ts';
import { warmPoolCapNotCovered } from './warmPoolCapNotCovered.ts';

/** Guardrail id → what it does not hold for, and what it costs. Apart from the guardrails, because composing needs none of it. */
export const notCovered: Readonly<Record<string, readonly Reason[]>> = {
  agentsReadOnly: agentsReadOnlyNotCovered,
  approvedKeys: approvedKeysNotCovered,
  approvedModels: approvedModelsNotCovered,
  approvedNetworks: approvedNetworksNotCovered,
  approvedRegions: approvedRegionsNotCovered,
  authMode: authModeNotCovered,
  callerNetwork: callerNetworkNotCovered,
  imdsv2: imdsv2NotCovered,
  instanceTypes: instanceTypesNotCovered,
  interContainerEncryption: interContainerEncryptionNotCovered,
  lifecycleConfigs: lifecycleConfigsNotCovered,
  modelApproval: modelApprovalNotCovered,
  networkIsolation: networkIsolationNotCovered,
  noDirectInternet: noDirectInternetNotCovered,
  noRemoteDebug: noRemoteDebugNotCovered,
  noRemoteIde: noRemoteIdeNotCovered,
  noRetagging: noRetaggingNotCovered,
  noRootAccess: noRootAccessNotCovered,
  outputEncryption: outputEncryptionNotCovered,
  ownSpace: ownSpaceNotCovered,
  runTimeCap: runTimeCapNotCovered,
  serverlessCaps: serverlessCapsNotCovered,
  storePerimeter: storePerimeterNotCovered,
  storeTls: storeTlsNotCovered,
  studioVpcOnly: studioVpcOnlyNotCovered,
  tagOnCreate: tagOnCreateNotCovered,
  volumeEncryption: volumeEncryptionNotCovered,
  vpcOnly: vpcOnlyNotCovered,
  warmPoolCap: warmPoolCapNotCovered,
};

/** What a guardrail does not hold for, and what it costs. */
export const notCoveredBy = (guardrail: string): readonly Reason[] => entryOf(notCovered, guardrail) ?? [];
