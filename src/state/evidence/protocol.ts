import type { Matrix } from '../../policies/access/matrixCall.ts';
import type { MatrixContext } from '../../policies/access/matrixContexts.ts';
import type { ProofResult, ScenarioResult } from '../../policies/accessTests/result.ts';
import type { PermissionChange } from '../../policies/exact/change.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import type { Preset } from '../../policies/library/preset.ts';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { Placed } from '../workers/serve.ts';

/** What the page asks of the worker that tests and compares, and what comes back. Plain data, both ways. */

/** A draft without open fields, and its documents as they are to be saved. */
export interface FilledDraft {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
}

export interface TestsQuestion {
  readonly kind: 'tests';
  readonly tests: FilledDraft;
  /** As `tests`, with the roles that the export creates. */
  readonly scenarios: FilledDraft;
  /** Of the ruleset; nothing for the built-in library. */
  readonly preset: Preset | null;
}

/** What each role may do of all SageMaker actions. */
export interface MatrixQuestion {
  readonly kind: 'matrix';
  readonly filled: FilledDraft;
  readonly context: MatrixContext;
  readonly preset: Preset | null;
}

/** Policies that apply together, before and after a change. */
export interface PolicyPair {
  readonly before: readonly PolicyDocument[];
  readonly after: readonly PolicyDocument[];
}

export interface ComparisonQuestion {
  readonly kind: 'comparison';
  readonly pairs: readonly PolicyPair[];
}

/** With the place where the answer is shown: of several questions for one place only the newest is answered. */
export type EvidenceQuestion = Placed & (TestsQuestion | MatrixQuestion | ComparisonQuestion);

/** With the address of the folder with the catalog, and its slash. */
export type PostedQuestion = EvidenceQuestion & { readonly catalog: string };

export interface TestsAnswer {
  readonly kind: 'tests';
  readonly results: readonly ProofResult[];
  readonly tasks: readonly ScenarioResult[];
}

export interface MatrixAnswered {
  readonly kind: 'matrix';
  readonly matrix: Matrix;
}

export interface ComparisonAnswer {
  readonly kind: 'comparison';
  /** One list for each pair. */
  readonly changes: readonly (readonly PermissionChange[])[];
}

export type EvidenceAnswer = TestsAnswer | MatrixAnswered | ComparisonAnswer;
