import { agentsReadOnly } from './agentsReadOnly.ts';
import { approvedKeys } from './approvedKeys.ts';
import { approvedModels } from './approvedModels.ts';
import { approvedNetworks } from './approvedNetworks.ts';
import { approvedRegions } from './approvedRegions.ts';
import { authMode } from './authMode.ts';
import { callerNetwork } from './callerNetwork.ts';
import type { Guardrail } from './guardrail.ts';
import { imdsv2 } from './imdsv2.ts';
import { instanceTypes } from './instanceTypes.ts';
import { interContainerEncryption } from './interContainerEncryption.ts';
import { lifecycleConfigs } from './lifecycleConfigs.ts';
import { modelApproval } from './modelApproval.ts';
import { networkIsolation } from './networkIsolation.ts';
import { noDirectInternet } from './noDirectInternet.ts';
import { noRemoteDebug } from './noRemoteDebug.ts';
import { noRemoteIde } from './noRemoteIde.ts';
import { noRetagging } from './noRetagging.ts';
import { noRootAccess } from './noRootAccess.ts';
import { outputEncryption } from './outputEncryption.ts';
import { ownSpace } from './ownSpace.ts';
import { runTimeCap } from './runTimeCap.ts';
import { serverlessCaps } from './serverlessCaps.ts';
import { storePerimeter } from './storePerimeter.ts';
import { storeTls } from './storeTls.ts';
import { studioVpcOnly } from './studioVpcOnly.ts';
import { tagOnCreate } from './tagOnCreate.ts';
import { volumeEncryption } from './volumeEncryption.ts';
import { vpcOnly } from './vpcOnly.ts';
import { warmPoolCap } from './warmPoolCap.ts';

/** Every guardrail, in the order of their numbers. */
export const guardrails: readonly Guardrail[] = [
  vpcOnly,
  approvedNetworks,
  networkIsolation,
  interContainerEncryption,
  volumeEncryption,
  outputEncryption,
  approvedKeys,
  noDirectInternet,
  noRootAccess,
  imdsv2,
  instanceTypes,
  runTimeCap,
  warmPoolCap,
  noRemoteDebug,
  noRemoteIde,
  studioVpcOnly,
  authMode,
  tagOnCreate,
  noRetagging,
  lifecycleConfigs,
  serverlessCaps,
  approvedModels,
  approvedRegions,
  callerNetwork,
  ownSpace,
  modelApproval,
  agentsReadOnly,
  storePerimeter,
  storeTls,
];

const byId = new Map(guardrails.map((guardrail) => [guardrail.id, guardrail]));

/** The guardrail with this id, or nothing. */
export function findGuardrail(id: string): Guardrail | undefined {
  return byId.get(id);
}
