import type { Layer } from '../../simulate/policySet.ts';

/** What an error message says of a call that was refused. */
export interface RefusedCall {
  /** ARN of the caller, or a service that assumes a role; nothing where the message names none. */
  readonly principal: string | undefined;
  readonly action: string;
  /** An ARN, or `*` where the message says so; nothing where it names none, or not enough of it. */
  readonly resource: string | undefined;
  /** The resource as the message writes it, where no ARN can be made of that. */
  readonly named?: string;
  /** The call of the API that was refused: `CreateTrainingJob`. Often another than the action. */
  readonly operation: string | undefined;
  /** Which kind of policy refused it, as far as the message says. */
  readonly layer: Layer | undefined;
  readonly explicit: boolean | undefined;
  /** ARN of the policy that refused it, which messages have since January 2026. */
  readonly policy: string | undefined;
}

/** Calls that differ in nothing but their resource, from one message or a log. */
export interface RefusedCalls {
  readonly call: RefusedCall;
  /** Each resource once, in the order of the text; that of the call is the first. */
  readonly resources: readonly string[];
  /** Messages that say so. */
  readonly count: number;
}

/**
 * Why a message is not answered. `encoded`: only the account can decode it. `lakeFormation`: permissions of Lake Formation, which no
 * policy has. `modelAccess`: the account has no access to a model of Amazon Bedrock. `noAction`: access was denied, but the message doesn’t say to what.
 */
export type UnreadRefusal =
  | 'empty'
  | 'encoded'
  | 'lakeFormation'
  | 'modelAccess'
  | 'noAction'
  | 'notRecognised';

export type RefusalReading =
  | { readonly ok: true; readonly call: RefusedCall }
  | { readonly ok: false; readonly why: UnreadRefusal };
