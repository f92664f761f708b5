import type { RefusedCall } from '../accessTests/refusals/refusedCall.ts';
import type { AccessRequest } from '../simulate/request.ts';

/**
 * What counts of an event, and nothing else of it: who called what, on what, and with which parameters that policies know. Tokens,
 * passwords, queries and whatever else an event holds are not taken.
 */
export interface ActivityEvent {
  /** `sagemaker.amazonaws.com`, or the prefix of an action. */
  readonly source: string;
  /** As the service logs it: `Invoke20150331`. */
  readonly name: string;
  readonly region: string;
  readonly account: string;
  /** ARN of the role or user; empty where none is named. */
  readonly caller: string;
  /** The AWS service that made the call with the caller’s permissions; empty for a call of the caller’s own. */
  readonly by: string;
  /** An AWS service made it for itself, without a role of the account. */
  readonly isOfService: boolean;
  /** AWS refused it. What its message says, where it says enough. */
  readonly denied: RefusedCall | 'unnamed' | null;
  readonly isData: boolean;
  /** ARNs that the event names. */
  readonly resources: readonly string[];
  /** Names and ids among the parameters, by the parameter in lower case. */
  readonly names: Readonly<Record<string, string>>;
  readonly context: AccessRequest['context'];
  /** ARNs of the roles that the call hands over. */
  readonly passes: readonly string[];
}

/** Events that differ in nothing that counts. */
export interface RepeatedEvent {
  readonly event: ActivityEvent;
  count: number;
}

/** From the first to the last event, as their times say; empty where none says. */
export interface Period {
  readonly from: string;
  readonly to: string;
}
