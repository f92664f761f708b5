import type { Matrix } from '../../policies/access/matrixCall.ts';
import type { AccessComparison, PolicyPair } from '../../policies/access/everyRequest/accessDifference.ts';
import type { RoleComparison } from '../../policies/access/everyRequest/compareRoles.ts';
import type { PlacementEffect } from '../../policies/access/placement/placementEffect.ts';
import type { AskedRow, Possibility, RowPossibility } from '../../policies/access/reach/reachable.ts';
import type { AnsweredDifference } from '../../policies/access/reach/reachDifferences.ts';
import type { RoleReach } from '../../policies/access/reach/reachRow.ts';
import type { GuideResemblance } from '../../policies/access/review/guideResemblance.ts';
import type { ReviewedChange, ReviewedPair } from '../../policies/access/review/reviewPolicies.ts';
import type { MatrixContext } from '../../policies/access/matrixContexts.ts';
import type { ActivityThatAllows, OptionThatAllows } from '../../policies/accessTests/activitiesThatAllow.ts';
import type { TestResult, ScenarioResult } from '../../policies/accessTests/testResult.ts';
import type { GuaranteeResult } from '../../policies/guarantees/guaranteeResult.ts';
import type { AnswerWithoutRole } from '../../policies/accessTests/refusals/answerWithoutRole.ts';
import type { RefusalAnswer } from '../../policies/accessTests/refusals/answerRefusal.ts';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import type { PermissionChange } from '../../policies/exact/change.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import type { Preset } from '../../policies/library/preset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Flip } from '../../policies/simulate/counterfactuals.ts';
import type { Decision } from '../../policies/simulate/decision.ts';
import type { PolicySet } from '../../policies/simulate/policySet.ts';
import type { AccessRequest } from '../../policies/simulate/request.ts';
import type { MissingKeys } from '../../policies/simulate/requestContext.ts';
import type {
  ManagedAnswer,
  ManagedQuestion,
  NeededAnswer,
  NeededQuestion,
  ReplacementAnswer,
  ReplacementQuestion,
} from './managedProtocol.ts';
import type { PostedDraft } from './composePosted.ts';
import type { PresetPreviewAnswer, PresetPreviewQuestion } from './presetProtocol.ts';
import type { Placed } from '../workers/serve.ts';

/** What the page asks of the worker that tests and compares, and what comes back. Plain data, both ways. */

/** With examples for missing values. */
export interface TestsQuestion {
  readonly kind: 'tests';
  readonly drafted: PostedDraft;
  /** Of the ruleset; nothing for the built-in library. */
  readonly preset: Preset | null;
}

/** What each role may do of all SageMaker actions, with examples for missing values. */
export interface MatrixQuestion {
  readonly kind: 'matrix';
  readonly drafted: PostedDraft;
  readonly context: MatrixContext;
  readonly preset: Preset | null;
}

/** What each role reaches over all services, and where roles differ. With missing values as placeholders. */
export interface ReachQuestion {
  readonly kind: 'reach';
  readonly drafted: PostedDraft;
  readonly preset: Preset | null;
}

/** Whether the requests of some rows are possible, and for other roles those that a text is about. With missing values as placeholders. */
export interface ReachableQuestion {
  readonly kind: 'reachable';
  readonly drafted: PostedDraft;
  readonly preset: Preset | null;
  readonly rows: readonly AskedRow[];
  /** Ids of roles that no row says anything of. */
  readonly roles: readonly string[];
  readonly text: string;
}

/** What holds for every request. With missing values as placeholders. */
export interface GuaranteesQuestion {
  readonly kind: 'guarantees';
  readonly drafted: PostedDraft;
  readonly preset: Preset | null;
}

/** What it means for the roles that guardrails are enforced in another way. */
export interface PlacementQuestion {
  readonly kind: 'placement';
  readonly before: PostedDraft;
  readonly after: PostedDraft;
  readonly preset: Preset | null;
}

/** Policies before and after, with where each difference comes from and a request that shows new access. */
export interface ReviewQuestion {
  readonly kind: 'review';
  readonly pairs: readonly ReviewedPair[];
}

/** Which sample of the guide an imported policy is nearest to. */
export interface ResemblanceQuestion {
  readonly kind: 'resemblance';
  readonly policy: PolicyDocument;
}

/** Policies of one kind that apply together, before and after a change: by action, and over every request. */
export interface ComparisonQuestion {
  readonly kind: 'comparison';
  readonly pairs: readonly PolicyPair[];
}

/** Why a call is allowed or not. */
export interface DecisionQuestion {
  readonly kind: 'decision';
  readonly request: AccessRequest;
  readonly policies: PolicySet;
  readonly missingKeys: MissingKeys;
}

/** What of a call AWS does not know. */
export interface UnknownKeysQuestion {
  readonly kind: 'unknownKeys';
  readonly request: AccessRequest;
  readonly policies: PolicySet;
}

/** What would turn the verdict on a call. */
export interface FlipsQuestion {
  readonly kind: 'flips';
  readonly request: AccessRequest;
  readonly policies: PolicySet;
}

/** What would allow a persona's call: activities that are not chosen, or other values of options. */
export interface OffersQuestion {
  readonly kind: 'offers' | 'optionOffers';
  readonly draft: Draft;
  readonly persona: string;
  readonly request: AccessRequest;
  /** The policy of the key or repository that the call is about. */
  readonly otherSide: Pick<PolicySet, 'resource'>;
  readonly preset: Preset | null;
}

/** What the draft says of a call that AWS refused, and what would allow it. */
export interface RefusalQuestion {
  readonly kind: 'refusal';
  readonly draft: Draft;
  readonly call: RefusedCall;
  readonly resources: readonly string[];
  /** Whose role was refused; nothing where a role is sought that the draft doesn’t have. */
  readonly persona: string | undefined;
  readonly preset: Preset | null;
}

type Question =
  | TestsQuestion
  | MatrixQuestion
  | ReachQuestion
  | ReachableQuestion
  | GuaranteesQuestion
  | PlacementQuestion
  | ComparisonQuestion
  | ReviewQuestion
  | ResemblanceQuestion
  | DecisionQuestion
  | UnknownKeysQuestion
  | FlipsQuestion
  | OffersQuestion
  | RefusalQuestion
  | ManagedQuestion
  | NeededQuestion
  | ReplacementQuestion
  | PresetPreviewQuestion;

/** With the place where the answer is shown: of several questions for one place only the newest is answered. */
export type EvidenceQuestion = Placed & Question;

/** With the address of the folder with the catalog, and its slash. */
export type PostedQuestion = EvidenceQuestion & { readonly catalog: string };

export interface TestsAnswer {
  readonly kind: 'tests';
  readonly results: readonly TestResult[];
  readonly tasks: readonly ScenarioResult[];
  /** Whether values were missing, and have examples in their place. */
  readonly withExamples: boolean;
}

export interface MatrixAnswered {
  readonly kind: 'matrix';
  readonly matrix: Matrix;
}

export interface ReachAnswer {
  readonly kind: 'reach';
  readonly roles: readonly RoleReach[];
  readonly differences: readonly AnsweredDifference[];
}

export interface ReachableAnswer {
  readonly kind: 'reachable';
  /** One for each row that was asked about, in their order. */
  readonly rows: readonly RowPossibility[];
  /** One for each role; nothing where the text is about no requests. */
  readonly roles: readonly (Possibility | undefined)[];
}

export interface GuaranteesAnswer {
  readonly kind: 'guarantees';
  readonly results: readonly GuaranteeResult[];
}

export interface ComparisonAnswer {
  readonly kind: 'comparison';
  /** One list for each pair. */
  readonly changes: readonly (readonly PermissionChange[])[];
  /** One for each pair; nothing as long as it is being compared. */
  readonly everyRequest: readonly (AccessComparison | undefined)[];
}

export interface ReviewAnswer {
  readonly kind: 'review';
  /** One list for each pair. */
  readonly changes: readonly (readonly ReviewedChange[])[];
  /** One for each pair; nothing as long as it is being compared. */
  readonly everyRequest: readonly (AccessComparison | undefined)[];
  /** What each role can do with all of its policies, where that is more than its identity policies; empty until it is known. */
  readonly roles: readonly (RoleComparison | undefined)[];
}

export type EvidenceAnswer =
  | TestsAnswer
  | MatrixAnswered
  | ReachAnswer
  | ReachableAnswer
  | GuaranteesAnswer
  | { readonly kind: 'placement'; readonly effect: PlacementEffect }
  | ComparisonAnswer
  | ReviewAnswer
  | { readonly kind: 'resemblance'; readonly resemblance: GuideResemblance | undefined }
  | { readonly kind: 'decision'; readonly decision: Decision }
  | { readonly kind: 'unknownKeys'; readonly isKnownAction: boolean; readonly unknownKeys: readonly string[] }
  | { readonly kind: 'flips'; readonly flips: readonly Flip[] }
  | { readonly kind: 'offers'; readonly offers: readonly ActivityThatAllows[] }
  | { readonly kind: 'optionOffers'; readonly offers: readonly OptionThatAllows[] }
  | { readonly kind: 'refusal'; readonly answer: RefusalAnswer }
  | ManagedAnswer
  | NeededAnswer
  | ReplacementAnswer
  | PresetPreviewAnswer
  | { readonly kind: 'refusalStarts'; readonly answer: AnswerWithoutRole };
