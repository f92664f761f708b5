import type { AccessRequest } from './request.ts';

/** A call that was made, or an action that is needed, as often as it was. Plain data, which a worker can post. */
export interface UsedCall {
  readonly action: string;
  /** An ARN, or `*` for an action without resource-level permissions; nothing where no one says which. */
  readonly resource: string | undefined;
  /** The call of the API that needed the action, where that is another: `CreateTrainingJob` for `iam:PassRole`. */
  readonly operation?: string | undefined;
  /** What is known of the request context. A key with an empty list is known to be absent. */
  readonly context: AccessRequest['context'];
  readonly count: number;
}

/** An action on any resource. */
export const neededAction = (action: string): UsedCall => ({
  action,
  resource: undefined,
  context: {},
  count: 1,
});

export const countOf = (calls: readonly UsedCall[]): number =>
  calls.reduce((sum, { count }) => sum + count, 0);

/** Who makes calls that no one is named for, in an account that no one has. */
export const unknownCaller = 'arn:aws:iam::000000000000:role/Caller';
