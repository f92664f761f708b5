import type { Statement } from '../language/policy.ts';
import type { Layer } from '../simulate/policySet.ts';

/** What an error message says of a call that was refused. */
export interface RefusedCall {
  readonly principal: string;
  readonly action: string;
  /** `*` where the message names none. */
  readonly resource: string;
  /** Which kind of policy refused it, as far as the message says. */
  readonly layer: Layer | undefined;
  readonly explicit: boolean | undefined;
}

export type RefusalReading =
  | { readonly ok: true; readonly call: RefusedCall }
  | { readonly ok: false; readonly why: 'empty' | 'encoded' | 'notRecognised' };

const REFUSED =
  /(?:User|Principal):\s*(\S+)\s+is\s+not\s+authorized\s+to\s+perform:?\s*([\w-]+:\w+)(?:\s+on\s+(?:the\s+)?resource:?\s*(\S+))?([\s\S]*)/i;

/** In the words of AWS's messages. */
const LAYERS: readonly (readonly [words: RegExp, layer: Layer])[] = [
  [/service control polic/i, 'serviceControl'],
  [/resource control polic/i, 'resourceControl'],
  [/permissions boundar/i, 'permissionsBoundary'],
  [/session polic/i, 'session'],
  [/VPC endpoint polic/i, 'vpcEndpoint'],
  [/identity-based polic/i, 'identity'],
  [/resource-based polic|trust polic/i, 'resource'],
];

/**
 * Reads an access denied message of AWS: who, what, on what, and which kind of policy refused it. `encoded`: an authorization
 * failure message that only the account can decode.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export function readRefusal(message: string): RefusalReading {
  const text = message.replaceAll(/\s+/g, ' ').trim();
  if (text === '') return { ok: false, why: 'empty' };
  const [, principal, action, resource, rest = ''] = REFUSED.exec(text.slice(0, 10_000)) ?? [];
  if (!principal || !action) {
    return {
      ok: false,
      why: /encoded authorization failure message/i.test(text) ? 'encoded' : 'notRecognised',
    };
  }
  const explicit = /explicit deny/i.test(rest);
  const implicit = /because no /i.test(rest);
  return {
    ok: true,
    call: {
      principal: unquoted(principal),
      action: unquoted(action),
      resource: resource ? unquoted(resource) : '*',
      layer: LAYERS.find(([words]) => words.test(rest))?.[1],
      explicit: explicit || implicit ? explicit : undefined,
    },
  };
}

/** Without quotation marks and what ends the sentence. */
const unquoted = (text: string): string => text.replace(/^["'`]+/, '').replace(/["'`.,;:)]+$/, '');

const NAMING_LAYERS: readonly (Layer | undefined)[] = ['vpcEndpoint', 'resource'];

/**
 * The statement that would have allowed a call, in the kind of policy that refused it, as narrow as the message says. A role is
 * passed to SageMaker only. Further conditions that the caller should meet are unknown here.
 */
export function missingStatement({ principal, action, resource, layer }: RefusedCall): Statement {
  return {
    Effect: 'Allow',
    ...(NAMING_LAYERS.includes(layer) ? { Principal: { AWS: principal } } : {}),
    Action: action,
    Resource: resource,
    ...(action.toLowerCase() === 'iam:passrole'
      ? { Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } } }
      : {}),
  };
}
