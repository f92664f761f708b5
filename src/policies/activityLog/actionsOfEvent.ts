import { withoutDnsSuffix } from '../language/partitions.ts';
import { actionOfOperation } from '../accessTests/refusals/operationActions.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { matchedActions } from '../catalog/lookup.ts';
import type { ActionFacts } from '../catalog/service.ts';
import type { ActivityEvent } from './activityEvent.ts';

/**
 * Services whose name in events is not the prefix of their actions, the likeliest first. Sources: the page of each service on
 * logging with CloudTrail, as https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/logging_cw_api_calls.html,
 * https://docs.aws.amazon.com/autoscaling/application/userguide/logging-using-cloudtrail.html and
 * https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-metrics-sagemaker.html. All others are looked up by their name.
 */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  monitoring: ['cloudwatch'],
  autoscaling: ['autoscaling', 'application-autoscaling'],
  tagging: ['tag'],
  email: ['ses'],
  cloudcontrolapi: ['cloudformation'],
  'metrics-sagemaker': ['sagemaker'],
  'runtime-sagemaker': ['sagemaker'],
  'featurestore-runtime-sagemaker': ['sagemaker'],
};

/** The prefixes of actions that the calls of a source can need. */
export function prefixesOf(source: string): readonly string[] {
  const service = withoutDnsSuffix(source.toLowerCase());
  const named = Object.hasOwn(PREFIXES, service) ? PREFIXES[service] : undefined;
  // `runtime.sagemaker` is SageMaker.
  return named ?? [service, ...(service.includes('.') ? [service.slice(service.lastIndexOf('.') + 1)] : [])];
}

/** Names with the version of the API: `Invoke20150331`, `UpdateFunctionCode20150331v2`, `CreateDistribution2020_05_31`. */
const withoutVersion = (name: string): string =>
  name.replace(/(?:20\d{6}|20\d{2}_\d{2}_\d{2})(?:v\d+)?$/, '');

/** The action that a call needs, as the service authorization data has it; nothing where it has none. */
export function actionOfEvent(
  { source, name }: Pick<ActivityEvent, 'source' | 'name'>,
  catalog: Catalog,
): ActionFacts | undefined {
  const operation = withoutVersion(name);
  for (const prefix of prefixesOf(source)) {
    const action = actionOfOperation(prefix, operation) ?? `${prefix}:${operation}`;
    const [facts] = /^[\w-]+:\w+$/.test(action) ? (matchedActions(catalog, action) ?? []) : [];
    if (facts) return facts;
  }
  return undefined;
}

/**
 * Calls for which a caller needs no permission, and none can be withheld from.
 * Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 */
export const needsNoPermission = (action: string): boolean => action === 'sts:GetCallerIdentity';
