import type { UnreadRefusal, RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import type { RefusalChange, ValueChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { findActivity, findVariable } from '../../policies/library/ruleset.ts';
import { findTrustForm } from '../../policies/library/trust/index.ts';
import type { Layer } from '../../policies/simulate/policySet.ts';
import { layerNames } from '../common/explain/words.ts';

/** What is said of a refused call and of what would allow it. */

/** Where a call was read from: an access denied message, or an event of CloudTrail. */
export type CallSource = 'message' | 'event';

export const unreadWords: Readonly<Record<UnreadRefusal, string>> = {
  empty: '',
  encoded:
    'This message is encoded. Decode it with “aws sts decode-authorization-message”, and then paste the output.',
  lakeFormation:
    'Lake Formation denied this, not IAM. Grant the permission that the message names in Lake Formation, to the role that reads the table. The role’s IAM policy needs lakeformation:GetDataAccess as well.',
  modelAccess:
    'Amazon Bedrock denied this because the account can’t use the model. Check the model ID and the Region. For a model from AWS Marketplace, the first call subscribes the account if the role also has aws-marketplace:Subscribe and aws-marketplace:ViewSubscriptions.',
  noAction:
    'The message says that access was denied, but not to which action. Enter the action, or paste the text that includes “User: … is not authorized to perform: …”.',
  notRecognised:
    'The message doesn’t contain a principal and an action. Paste the text that includes “User: … is not authorized to perform: …”.',
};

/** Who was denied what, and by which policy. */
export function callInWords({ principal, action, resource, named, layer, explicit, policy }: RefusedCall) {
  const on = resource ?? named;
  const by = layer
    ? `: ${explicit ? 'explicit deny' : 'no Allow statement'} in the ${layerNames[layer]}`
    : '';
  const which = policy ? ` (${policy})` : '';
  return `AWS denied ${action}${on === undefined ? '' : ` on ${on}`}${principal ? ` to ${principal}` : ''}${by}${which}.`;
}

/** Whose Deny it is, and that no Allow helps. */
export const explicitDenyWords = (layer: Layer | undefined, policy: string | undefined): string =>
  `An explicit deny overrides every Allow. Find the Deny statement${
    policy ? ` in ${policy}` : layer ? ` in the ${layerNames[layer]}` : ''
  }, and check its conditions.`;

export const changedValue = ({ variable, values, before }: ValueChange, ruleset: Ruleset) => {
  const label = findVariable(variable, ruleset)?.label ?? variable;
  const added = values.filter((value) => !before.includes(value)).join(', ');
  const sharedValues = before.filter((value) => values.includes(value));
  return {
    label,
    added,
    isAdded: sharedValues.length > 0,
    isReplaced: before.length > 0 && sharedValues.length === 0,
    before,
  };
};

/** “Region: us-east-1”, for each value that comes in. */
export const valuesInWords = (values: readonly ValueChange[], ruleset: Ruleset): string =>
  values
    .map((change) => {
      const { label, added, isReplaced, before } = changedValue(change, ruleset);
      return `${label}: ${added}${isReplaced ? ` instead of ${before.join(', ')}` : ''}`;
    })
    .join('; ');

/** What a button does, and what it says to the announcer when it is done. */
export function offerLabel(change: RefusalChange, ruleset: Ruleset): string {
  switch (change.kind) {
    case 'values':
      return valuesLabel(change.values, ruleset);
    case 'option':
      return `Set to “${optionOf(change, ruleset).value}”`;
    case 'activity':
      return `Add “${findActivity(change.activity, ruleset)?.title ?? change.activity}”`;
    case 'trust':
      return `Set to “${trustOptionOf(change).value}”`;
    default:
      return 'Add statement';
  }
}

function valuesLabel(values: readonly ValueChange[], ruleset: Ruleset): string {
  const all = values.map((change) => changedValue(change, ruleset));
  const [only] = all;
  if (all.length === 1 && only?.isAdded) return `Add “${only.added}” to ${only.label}`;
  if (all.length === 1 && only?.isReplaced) return `Change ${only.label} to “${only.added}”`;
  return `Enter ${all.length === 1 ? 'this value' : `these ${all.length} values`}`;
}

interface OptionRef {
  readonly activity: string;
  readonly option: string;
  readonly value: string;
}

export function optionOf({ activity, option, value }: OptionRef, ruleset: Ruleset) {
  const found = findActivity(activity, ruleset);
  const definition = found?.options.find(({ id }) => id === option);
  const choice = definition?.choices.find((one) => one.value === value);
  return {
    title: found?.title ?? activity,
    label: definition?.label ?? option,
    value: choice?.label ?? value,
  };
}

export function trustOptionOf({ form, options }: Extract<RefusalChange, { readonly kind: 'trust' }>) {
  const [option, value] = Object.entries(options)[0] ?? ['', ''];
  const definition = findTrustForm(form)?.options.find(({ id }) => id === option);
  const choice = definition?.choices.find((one) => one.value === value);
  return { label: definition?.label ?? option, value: choice?.label ?? value };
}
