import type { Catalog } from '../../catalog/catalog.ts';
import { matchedActions } from '../../catalog/lookup.ts';
import { ATTACHED_RESOURCE, type Scope } from '../../exact/scope.ts';
import { completeArn } from '../../language/resourcePattern.ts';
import type { AccessRequest } from '../../simulate/request.ts';

/** Who makes the calls of a policy, and where. */
export interface ExampleCaller {
  readonly principal: string;
  readonly accountId: string;
  /** What a policy without a resource is attached to. */
  readonly attachedTo: string;
}

const REGION = 'us-east-1';

/** In place of wildcards: a second one where the first is what was allowed before. */
const FILLERS = ['example', 'another-1'];

/** ARNs that the resource of a scope matches, or could where it leaves some out. Wildcards and policy variables are filled. */
export function exampleArns(
  { resource }: Scope,
  action: string,
  caller: ExampleCaller,
  catalog: Catalog,
): readonly string[] {
  if (resource === ATTACHED_RESOURCE)
    return /^sts:/i.test(action) ? [caller.attachedTo] : typicalResources(action, caller, catalog);
  if (typeof resource !== 'string' || resource === '*') return typicalResources(action, caller, catalog);
  return FILLERS.map((filler) => filled(resource, filler, caller.accountId));
}

/** What the action is called on, by AWS's own patterns; `*` where that is nothing. */
export function typicalResources(
  action: string,
  { accountId }: ExampleCaller,
  catalog: Catalog,
): readonly string[] {
  const [facts] = matchedActions(catalog, action) ?? [];
  const types = (facts?.resourceTypes ?? []).toSorted(
    (one, other) => Number(other.required) - Number(one.required),
  );
  const found = types.slice(0, 3).map(({ arnPattern: pattern }) =>
    filled(
      pattern
        .replace('${Partition}', 'aws')
        .replace('${Region}', REGION)
        .replace('${Account}', accountId)
        .replaceAll(/\$\{[^}]*\}/g, 'example'),
      'example',
      accountId,
    ),
  );
  return found.length > 0 ? found : ['*'];
}

/** A pattern with something in place of each wildcard and policy variable, field by field. */
function filled(pattern: string, filler: string, accountId: string): string {
  if (!pattern.startsWith('arn:')) return pattern === '*' ? pattern : pattern.replaceAll('*', filler);
  const fields = completeArn(pattern.replaceAll(/\$\{[^}]*\}/g, 'example')).split(':');
  const whole: Readonly<Record<number, string>> = { 1: 'aws', 3: REGION, 4: accountId };
  return fields
    .map((field, place) =>
      field === '*' && whole[place] !== undefined ? whole[place] : literal(field, filler),
    )
    .join(':');
}

const literal = (field: string, filler: string): string =>
  field.replaceAll(/\*+/g, filler).replaceAll('?', 'x');

/** A principal of a scope as a request has it; the role of the policy where the scope names no one. */
export function principalOf({ principal }: Scope, caller: ExampleCaller): string {
  if (principal === '*') return caller.principal;
  const name = principal.replace(/^[A-Za-z]+: /, '');
  return /^\d{12}$/.test(name) ? `arn:aws:iam::${name}:role/example` : name;
}

/** A request without a context. */
export const requestFor = (
  principal: string,
  action: string,
  arn: string,
  { accountId }: ExampleCaller,
): AccessRequest => ({ principal, action, resource: { arn, accountId }, context: {} });
