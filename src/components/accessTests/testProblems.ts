import type { Catalog } from '../../policies/catalog/catalog.ts';
import type { UserTest } from '../../policies/model/draft.ts';

type Call = Pick<UserTest, 'persona' | 'title' | 'action' | 'resource'>;

/** What is wrong with a test as it was entered, and what to do. */
export function problemOf({ persona, title, action, resource }: Call): string | undefined {
  if (persona === '') return 'Select a persona in step 1 first.';
  if (title.trim() === '') return 'Enter a short title.';
  if (!/^[\w-]+:\w+$/.test(action))
    return 'Enter one action with its service prefix, such as sagemaker:CreateTrainingJob.';
  if (resource !== '*' && !/^(?:arn:|<)/.test(resource))
    return 'Enter an ARN, or * if the action doesn’t support resource-level permissions.';
  return undefined;
}

/** A call that is never made tests nothing: an action that AWS does not list, or without the resource that it is about. */
export function problemOfCall({ action, resource }: Call, catalog: Catalog | undefined): string | undefined {
  const found = catalog?.actions(action);
  if (found?.state === 'unknown') return `The action ${action} doesn’t exist. Select one from the list.`;
  if (found?.state === 'retired') return `AWS discontinued the service of ${action}. Select another action.`;
  const [facts] = found?.state === 'known' ? found.actions : [];
  if (!facts) return undefined;
  if (resource === '*')
    return facts.resourceTypes.some(({ required }) => required)
      ? `${action} requires a resource. Enter its ARN, such as ${facts.resourceTypes.find(({ required }) => required)?.arnPattern}.`
      : undefined;
  const services = new Set(facts.resourceTypes.map(({ arnPattern }) => arnPattern.split(':')[2]));
  const service = resource.split(':')[2];
  return services.size > 0 && resource.startsWith('arn:') && service && !services.has(service)
    ? `${action} doesn’t apply to ${service} resources. Enter the ARN of a ${[...services].join(' or ')} resource.`
    : undefined;
}
