import type { Catalog } from '../../policies/catalog/catalog.ts';
import type { UserProof } from '../../policies/model/draft.ts';

type Call = Pick<UserProof, 'persona' | 'title' | 'action' | 'resource'>;

/** What is wrong with a test as it was entered, and what to do. */
export function problemOf({ persona, title, action, resource }: Call): string | undefined {
  if (persona === '') return 'Select a persona in step 1 first.';
  if (title.trim() === '') return 'Enter a short name.';
  if (!/^[\w-]+:\w+$/.test(action))
    return 'The action is one action with its service, such as sagemaker:CreateTrainingJob.';
  if (resource !== '*' && !/^(?:arn:|<)/.test(resource))
    return 'The resource is an ARN, or * for a call without one.';
  return undefined;
}

/** A call that is never made tests nothing: an action that AWS does not list, or without the resource that it is about. */
export function problemOfCall({ action, resource }: Call, catalog: Catalog | undefined): string | undefined {
  const found = catalog?.actions(action);
  if (found?.state === 'unknown') return `AWS lists no action ${action}. Choose one of the list.`;
  if (found?.state === 'retired') return `The service of ${action} is retired.`;
  const [facts] = found?.state === 'known' ? found.actions : [];
  if (!facts) return undefined;
  if (resource === '*')
    return facts.resourceTypes.some(({ required }) => required)
      ? `${action} is about a resource: give its ARN, such as ${facts.resourceTypes.find(({ required }) => required)?.arnPattern}.`
      : undefined;
  const services = new Set(facts.resourceTypes.map(({ arnPattern }) => arnPattern.split(':')[2]));
  const service = resource.split(':')[2];
  return services.size > 0 && resource.startsWith('arn:') && service && !services.has(service)
    ? `${action} is about ${[...services].join(' or ')}, not about ${service}.`
    : undefined;
}
