import type { Documents, Undecided } from '../../exact/answer.ts';
import type { ExactRequest } from '../../exact/replay/replay.ts';
import type { DocumentKind } from '../../language/policy.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import type { Verdict } from '../../simulate/decision.ts';

/** Kinds of policies that can be compared: also those that no draft makes. */
export type ComparedKind = DocumentKind | 'resource';

/** Policies of one kind that apply together, before and after a change. */
export interface PolicyPair {
  readonly kind: ComparedKind;
  readonly before: Documents;
  readonly after: Documents;
}

/** Requests for actions of one service and access level, with one of them that shows what differs. */
export interface RequestKind {
  readonly service: string;
  /** As AWS calls it; `unknown` for actions that are in no list. */
  readonly accessLevel: string;
  readonly witness: ExactRequest;
  readonly simulated: SimulatedWitness;
}

/** The same request in the simulator, with what it says of both sides. Nothing where a side has no policy to be simulated. */
export interface SimulatedWitness {
  readonly request: AccessRequest;
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
}

/**
 * What one list of policies allows and another does not. `none` was proven for every request. `some`: each kind has its request,
 * which was replayed; `others` says whether there are kinds beside these. `otherReading`: what the answer is where resource
 * patterns with fewer than six fields are read as one text, where that is another.
 */
export type AccessDifference = (
  | {
      readonly state: 'none';
      /** Deny statements of one side take away what those of the other do not, of what other policies may allow. */
      readonly denials?: true;
    }
  | {
      readonly state: 'some';
      readonly kinds: readonly RequestKind[];
      readonly others: 'none' | 'some' | Undecided;
    }
  | { readonly state: 'undecided'; readonly because: Undecided }
) & { readonly otherReading?: 'none' | 'some' };

/** Both directions. */
export interface AccessComparison {
  readonly newAccess: AccessDifference;
  readonly removedAccess: AccessDifference;
}

/** Whether there is none in each reading, also beside other policies. */
export const isProvenNone = (difference: AccessDifference): boolean =>
  difference.state === 'none' && difference.denials !== true && difference.otherReading === undefined;

/** Whether it is proven that both sides allow the same requests. */
export const isProvenSame = ({ newAccess, removedAccess }: AccessComparison): boolean =>
  isProvenNone(newAccess) && isProvenNone(removedAccess);

/**
 * Why the access of a role is not decided. `reading`: it depends on how AWS interprets short resource patterns. `resourceControl`: on
 * whether the resource is of an account that the resource control policies are attached to.
 */
export type OpenReason = Undecided | { readonly reason: 'reading' | 'resourceControl' };
