import type { Activity, Endpoint } from '../library/activities/activity.ts';
import { activeTemplates, chosenActivities, chosenPersonas } from '../draft/selection.ts';
import { coversAction } from '../language/subsumes.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';

/** All that the checklist depends on. */
type Chosen = Pick<Draft, 'personas' | 'activities'>;

/** A VPC endpoint, and whether the chosen activities need it in a network without a way to the internet. */
export interface EndpointNeed {
  readonly activity: Activity;
  readonly endpoint: Endpoint;
  readonly needed: boolean;
  /** Actions of the chosen activities that go through it. */
  readonly actions: readonly string[];
  /** Whether its policy is among the documents. */
  readonly chosen: boolean;
}

export interface EndpointChecklist {
  readonly endpoints: readonly EndpointNeed[];
  /** Services that the chosen activities call and that no endpoint here is for. */
  readonly otherServices: readonly string[];
}

/** Calls that SageMaker makes with a role from its own network, or that are permissions without a call. */
const NOT_FROM_THE_VPC = new Set(['ec2', 'iam']);

/** Which endpoints the chosen people and roles need. Everything else of the endpoint persona stays out of it. */
export function endpointChecklist(draft: Chosen, ruleset: Ruleset): EndpointChecklist {
  const actions = [...new Set(identityActions(draft, ruleset))];
  const chosen = new Set(
    Object.values(draft.personas.includes('vpcEndpoint') ? draft.activities : {})
      .flat()
      .map(({ activity }) => activity),
  );
  const endpoints = ruleset.activities.flatMap((activity) => {
    const { endpoint } = activity;
    if (!endpoint) return [];
    const carried = actions.filter((action) => isCarried(action, endpoint));
    const needed = carried.length > 0 || (endpoint.always !== undefined && actions.length > 0);
    return [{ activity, endpoint, needed, actions: carried, chosen: chosen.has(activity.id) }];
  });
  const left = actions.filter((action) => endpoints.every(({ endpoint }) => !isCarried(action, endpoint)));
  const services = left.map((action) => action.split(':')[0] ?? '');
  const otherServices = [...new Set(services)].filter((service) => !NOT_FROM_THE_VPC.has(service)).sort();
  return { endpoints, otherServices };
}

function identityActions(draft: Chosen, ruleset: Ruleset): readonly string[] {
  return chosenPersonas(draft, ruleset)
    .filter(({ kind }) => kind === 'identity')
    .flatMap((persona) => chosenActivities(persona, draft))
    .flatMap((choice) => activeTemplates(choice, ruleset))
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action)
    .map((action) => (action.startsWith('<') ? 'sagemaker:DescribeDomain' : action));
}

function isCarried(action: string, { carries, except = [] }: Endpoint): boolean {
  const meets = (pattern: string) => coversAction(pattern, action) || coversAction(action, pattern);
  return carries.some(meets) && !except.some((pattern) => coversAction(pattern, action));
}
