import type { Catalog } from '../catalog/catalog.ts';
import type { Decision, LayerMatches, ShortDecision } from './decision.ts';
import type { Layer } from './policySet.ts';
import type { PreparedStatement } from './preparedStatement.ts';
import type { PrincipalMatch } from './principal.ts';
import type { AccessRequest } from './request.ts';
import type { MissingKeys } from './requestContext.ts';
import type { Truth } from './ternary.ts';
import type { SimulationError } from './statementProblems.ts';

/** What the statements of one layer say about a request. */
export interface EvaluatedLayer {
  readonly layer: Layer;
  readonly present: boolean;
  readonly matches: LayerMatches;
  readonly denies: Truth;
  /** Per level whether it allows; a layer without levels has one. */
  readonly levels: readonly Truth[];
  /** Resource policies: whether it allows by naming the caller in this way. */
  readonly byPrincipalMatch: Readonly<Record<PrincipalMatch, Truth>>;
}

/** A layer ready to be evaluated. */
export interface PreparedLayer {
  readonly layer: Layer;
  readonly present: boolean;
  /** What it says when it does not apply. */
  readonly absent: EvaluatedLayer;
  /** How many levels it has; 1 unless it is an organization's. */
  readonly levels: number;
  readonly statements: readonly PreparedStatement[];
  /** Whether some of its resource patterns may be read in two ways. */
  readonly readTwoWays: boolean;
  /** Statements that name the action, given in lower case. Remembered. */
  statementsFor(lowerAction: string): readonly PreparedStatement[];
}

/** Policies read once and matched often. */
export interface PreparedPolicySet {
  readonly layers: Readonly<Record<Layer, PreparedLayer>>;
  /** Why the policies cannot be evaluated. When there are any, every decision is `error`. */
  readonly errors: readonly SimulationError[];
  /** Layers in which resource patterns may be read in two ways: mostly none. */
  readonly readTwoWays: readonly Layer[];
  simulate(request: AccessRequest, options?: SimulateOptions): Decision;
  /** The verdict of `simulate` without its grounds, in a fraction of the time. */
  verdict(request: AccessRequest, options?: SimulateOptions): ShortDecision;
}

export interface SimulateOptions {
  /** With it, actions without resource-level permissions are evaluated on `*`, and unknown keys are reported. */
  readonly catalog?: Catalog;
  /** What it means that the context does not name a key; `absent` if not given. With `unknown`, an empty list means absent. */
  readonly missingKeys?: MissingKeys;
}
