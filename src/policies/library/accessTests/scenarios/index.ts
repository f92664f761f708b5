import { buildImage } from './buildImage.ts';
import { callEndpoint } from './callEndpoint.ts';
import { customizeWithAgent } from './customizeWithAgent.ts';
import { deployModel } from './deployModel.ts';
import { frameworkImages } from './frameworkImages.ts';
import { openNotebook } from './openNotebook.ts';
import { processInVpc } from './processInVpc.ts';
import { runCluster } from './runCluster.ts';
import { runPipeline } from './runPipeline.ts';
import type { Scenario } from './scenario.ts';
import { trackInMlflow } from './trackInMlflow.ts';
import { trainInVpc } from './trainInVpc.ts';

/** Scenarios from the first call to the last, in the order in which they are offered. */
export const scenarios: readonly Scenario[] = [
  openNotebook,
  trainInVpc,
  processInVpc,
  frameworkImages,
  buildImage,
  deployModel,
  callEndpoint,
  runPipeline,
  runCluster,
  customizeWithAgent,
  trackInMlflow,
];
