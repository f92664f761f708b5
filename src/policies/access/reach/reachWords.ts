import { type LabelOf, openWords } from '../everyRequest/everyRequestWords.ts';
import type { Possibility } from './reachable.ts';
import type { Layer } from '../../simulate/policySet.ts';
import type { ReachLimit, Reaching, ReachScope, ReachState, RemovedReach } from './reachRow.ts';

/** What is said of the reach of a role. */

export const reachingWords: Readonly<Record<Reaching, { readonly title: string; readonly verb: string }>> = {
  administer: { title: 'Administer', verb: 'can administer' },
  pass: { title: 'Pass', verb: 'can pass roles in' },
  write: { title: 'Write', verb: 'can write to' },
  read: { title: 'Read', verb: 'can read' },
  other: { title: 'Other', verb: 'can use' },
};

export const stateWords: Readonly<Record<ReachState, string>> = {
  allowed: 'Allowed',
  conditional: 'Conditional',
  unknown: 'Unknown',
};

/** What is said of a row whose requests were asked about. */
export function possibilityWords(possibility: Possibility, labelOf?: LabelOf): string {
  switch (possibility.state) {
    case 'possible':
      return 'Possible with this request:';
    case 'impossible':
      return 'Not possible. Proven for every request.';
    default:
      return `Undecided. ${openWords(possibility.because, labelOf)}`;
  }
}

const layerWords: Readonly<Record<Layer, string>> = {
  identity: 'the role’s policies',
  permissionsBoundary: 'the permissions boundary',
  session: 'the session policy',
  serviceControl: 'the service control policy',
  resourceControl: 'the resource control policy',
  resource: 'the resource-based policy',
  vpcEndpoint: 'the VPC endpoint policy',
};

const plainWords = {
  keyPolicy: 'The key policy must allow it too.',
  trustPolicy: 'The role’s trust policy must allow it too.',
  readTwoWays: 'Unknown: AWS documents two interpretations of this resource pattern.',
  notOfType: 'Unknown: AWS lists no resource of this kind for these actions.',
  actionNotListed: 'Unknown: AWS doesn’t list this action.',
  serviceNotLoaded: 'Unknown: the list of this service’s actions isn’t available.',
} as const;

/** What else decides, in one sentence. */
export function limitInWords(limit: ReachLimit): string {
  switch (limit.code) {
    case 'denied':
      return `Denied by ${layerWords[limit.layer]}${scopeInWords(limit.scope)}.`;
    case 'onlyAllowed':
      return `${capital(layerWords[limit.layer])} allows it only${anyOf(limit.scopes)}.`;
    case 'endpointDenied':
      return `Through the VPC endpoint ${limit.endpoint}: denied${scopeInWords(limit.scope)}.`;
    case 'endpointOnly':
      return `Through the VPC endpoint ${limit.endpoint}: allowed only${anyOf(limit.scopes)}.`;
    case 'endpointSilent':
      return `Through the VPC endpoint ${limit.endpoint}: not allowed.`;
    case 'otherAccount':
      return `A resource-based policy in account ${limit.account} must allow it too.`;
    default:
      return plainWords[limit.code];
  }
}

/** What takes an allowed action away, in one sentence. */
export const removalInWords = ({ layer, by }: RemovedReach): string =>
  by === 'denied'
    ? `Explicit deny by ${layerWords[layer]}.`
    : `Implicit deny: ${layerWords[layer]} doesn’t allow it.`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const MAX_NAMED = 3;

const listed = (texts: readonly string[], last: string): string => {
  const named =
    texts.length > MAX_NAMED ? [...texts.slice(0, MAX_NAMED), `${texts.length - MAX_NAMED} more`] : texts;
  return named.length < 2 ? named.join() : `${named.slice(0, -1).join(', ')} ${last} ${named.at(-1)}`;
};

/** What a statement is about, as the end of a sentence; nothing where it is about everything. */
function scopeInWords({ resources, except, conditions, actions }: ReachScope): string {
  return [
    actions.length > 0 && ` for ${listed(actions, 'and')}`,
    resources.length > 0 && ` on ${except ? 'everything except ' : ''}${listed(resources, 'or')}`,
    conditions.length > 0 && ` if ${conditions.join(', and ')}`,
  ]
    .filter(Boolean)
    .join('');
}

const anyOf = (scopes: readonly ReachScope[]): string => {
  const said = [...new Set(scopes.map(scopeInWords))].filter((text) => text !== '');
  return said.length === 0 ? ' in part' : listed(said, 'or').replaceAll(',  ', ', ');
};
