import { conditionSentence } from '../../../policies/access/conditionSentences.ts';
import { defaultKeyPolicy, allowEverything } from '../../../policies/compose/appliedPolicies.ts';
import type { Decision, MissReason } from '../../../policies/simulate/decision.ts';
import type { FlipChange } from '../../../policies/simulate/counterfactuals.ts';
import { shownVerdict } from '../../../policies/simulate/otherReading.ts';
import type { Layer, PolicySet } from '../../../policies/simulate/policySet.ts';
import { dependsOnReading } from '../../../policies/simulate/verdictWords.ts';

/** What a decision says, in sentences. */

export const layerNames: Readonly<Record<Layer, string>> = {
  identity: 'identity policies',
  permissionsBoundary: 'permissions boundary',
  session: 'session policy',
  serviceControl: 'service control policies',
  resourceControl: 'resource control policies',
  resource: 'resource-based policy',
  vpcEndpoint: 'VPC endpoint policy',
};

export function verdictSentence(decision: Decision): string {
  const { verdict, deciding, lacking, dependsOn, errors, otherReading } = decision;
  if (verdict !== 'unknown' && otherReading && shownVerdict(decision) === 'unknown')
    return `Unknown: ${dependsOnReading(otherReading)}.`;
  if (verdict === 'allowed')
    return deciding.length > 0 ? 'Allowed.' : 'Allowed by default. No statement is required.';
  if (verdict === 'explicitDeny') return 'Explicit deny.';
  if (verdict === 'error') return errors.map(({ message }) => message).join('; ');
  if (verdict === 'unknown')
    return `Unknown: depends on ${dependsOn.map(({ key }) => key).join(', ')}. Enter ${dependsOn.length === 1 ? 'its value' : 'their values'} below.`;
  if (lacking.length === 0) return 'Implicit deny: AWS lets only IAM users and the root user make this call.';
  const where = lacking.map(
    ({ layer, level }) => `${layerNames[layer]}${level === undefined ? '' : `, level ${level + 1}`}`,
  );
  return `Implicit deny: no statement in the ${where.join(' or the ')} allows it.`;
}

/** Why a statement does not apply, one sentence. */
export function failureSentence(failure: MissReason): string {
  if (failure.part === 'action') return `The action doesn’t match: ${shortList(failure.expected)}.`;
  if (failure.part === 'principal') return 'The principal doesn’t match.';
  const open =
    failure.missingKeys.length > 0
      ? ` The request has no ${failure.missingKeys.join(' or ')} for the variable.`
      : '';
  if (failure.part === 'resource')
    return `The resource doesn’t match: ${shortList(failure.expected)}.${open}`;
  const given =
    failure.given === undefined
      ? 'the key is missing from the request'
      : `the request has ${shortList(failure.given)}`;
  return `The condition doesn’t match: ${conditionSentence(failure.operator, failure.key, failure.expected)}; ${given}.${open}`;
}

const MAX_LISTED = 4;

const shortList = (texts: readonly string[]): string =>
  texts.length > MAX_LISTED
    ? `${texts.slice(0, MAX_LISTED).join(', ')} and ${texts.length - MAX_LISTED} more`
    : texts.join(', ') || 'nothing';

const valueOf = ({ value, isOther }: Extract<FlipChange, { kind: 'setKey' }>): string =>
  isOther ? 'another value' : value === '' ? 'empty' : value;

/** Whether a change would drop what the page only assumes, such as AWS's default key policy. */
export const isAssumed = (change: FlipChange, policies: PolicySet): boolean =>
  change.kind === 'dropStatement' && ASSUMED.includes(sidAt(policies, change.layer, change.statement));

const ASSUMED = [allowEverything, defaultKeyPolicy('aws', '')].map(({ Statement }) => Statement[0]?.Sid);

/** One change that turns the verdict, as something to do. */
export function flipSentence(change: FlipChange, policies: PolicySet): string {
  if (change.kind === 'setKey') return `${change.key} is ${valueOf(change)}`;
  if (change.kind === 'removeKey') return `${change.key} is missing`;
  if (change.kind === 'addStatement')
    return `a statement allows ${String(change.statement.Action)} on ${String(change.statement.Resource)}`;
  return `${sidAt(policies, change.layer, change.statement)} of the ${layerNames[change.layer]} is removed`;
}

function sidAt(policies: PolicySet, layer: Layer, ref: string): string {
  const [statement = 0, document = 0, level = 0] = ref.split('/').map(Number).toReversed();
  const documents =
    layer === 'resource'
      ? [policies.resource]
      : layer === 'serviceControl' || layer === 'resourceControl'
        ? policies[layer]?.[level]
        : policies[layer];
  return documents?.[document]?.Statement[statement]?.Sid ?? `statement ${statement + 1}`;
}
