import type { Activity, Endpoint } from '../library/activities/activity.ts';
import { activeTemplates, selectedActivities, selectedPersonas } from '../draft/selection.ts';
import { coversAction } from '../language/subsumes.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';

/** All that the checklist depends on. */
type ActivitySelection = Pick<Draft, 'personas' | 'activities'>;

/** A VPC endpoint, and whether the selected activities need it in a network without internet access. */
export interface EndpointNeed {
  readonly activity: Activity;
  readonly endpoint: Endpoint;
  readonly needed: boolean;
  /** Actions of the selected activities that go through it. */
  readonly actions: readonly string[];
  /** Whether its policy is among the documents. */
  readonly selected: boolean;
}

export interface EndpointChecklist {
  readonly endpoints: readonly EndpointNeed[];
  /** Services that the selected activities call and that have no endpoint here. */
  readonly otherServices: readonly string[];
}

/** Calls that SageMaker makes with a role from the service's network, or that are permissions without a call. */
const NOT_FROM_THE_VPC = new Set(['ec2', 'iam']);

/** The endpoints that the selected personas need. Activities of the endpoint persona itself don't count. */
export function endpointChecklist(draft: ActivitySelection, ruleset: Ruleset): EndpointChecklist {
  const actions = [...new Set(identityActions(draft, ruleset))];
  const activityIds = new Set(
    Object.values(draft.personas.includes('vpcEndpoint') ? draft.activities : {})
      .flat()
      .map(({ activity }) => activity),
  );
  const all = ruleset.activities.flatMap(({ endpoint = [] }) => endpoint);
  const endpoints = ruleset.activities.flatMap((activity) => {
    const { endpoint } = activity;
    if (!endpoint) return [];
    const carried = actions.filter(
      (action) => isCarried(action, endpoint) && !isForAnother(action, endpoint, all),
    );
    const needed = carried.length > 0 || (endpoint.always !== undefined && actions.length > 0);
    return [{ activity, endpoint, needed, actions: carried, selected: activityIds.has(activity.id) }];
  });
  const left = actions.filter((action) => endpoints.every(({ endpoint }) => !isCarried(action, endpoint)));
  const offered = new Set(endpoints.flatMap(({ endpoint }) => endpoint.carries).map(serviceOf));
  const otherServices = [...new Set(left.map(serviceOf))]
    .filter((service) => !NOT_FROM_THE_VPC.has(service) && !offered.has(service))
    .sort();
  return { endpoints, otherServices };
}

const serviceOf = (action: string): string => action.split(':')[0] ?? '';

function identityActions(draft: ActivitySelection, ruleset: Ruleset): readonly string[] {
  return selectedPersonas(draft, ruleset)
    .filter(({ kind }) => kind === 'identity')
    .flatMap((persona) => selectedActivities(persona, draft))
    .flatMap((choice) => activeTemplates(choice, ruleset))
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action)
    .map((action) => (action.startsWith('<') ? 'sagemaker:DescribeDomain' : action));
}

function isCarried(action: string, { carries, except = [] }: Endpoint): boolean {
  const meets = (pattern: string) => coversAction(pattern, action) || coversAction(action, pattern);
  return carries.some(meets) && !except.some((pattern) => coversAction(pattern, action));
}

/** Whether another endpoint carries a wildcard such as `List*` as a whole, which covers only some of what this one carries. */
const isForAnother = (action: string, endpoint: Endpoint, all: readonly Endpoint[]): boolean =>
  action.includes('*') &&
  !endpoint.carries.some((pattern) => coversAction(pattern, action)) &&
  !endpoint.carries.every((pattern) => coversAction(action, pattern)) &&
  all.some((other) => other !== endpoint && other.carries.some((pattern) => coversAction(pattern, action)));
