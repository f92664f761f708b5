import type { AccessComparison } from '../access/everyRequest/accessDifference.ts';
import type { Acceptance } from '../model/acceptance.ts';
import type { Reopened } from '../checks/suppression.ts';
import type { PermissionChange } from '../exact/change.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { DescribedFinding } from '../checks/described.ts';
import type { FittedDocuments } from '../compose/deliver.ts';
import type { Draft } from '../model/draft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ScenarioResult, TestResult } from '../accessTests/testResult.ts';
import type { GuaranteeResult } from '../guarantees/guaranteeResult.ts';
import type { SectionId } from './report.ts';

/** Why there is no answer: it is on its way, or it could not be had. Never the same as an answer without anything in it. */
export type NoAnswer = { readonly state: 'pending' } | { readonly state: 'failed' };

/** The findings of one delivered document, of exactly its present text. */
export type ReportedFindings =
  | NoAnswer
  | {
      readonly state: 'checked';
      readonly open: readonly DescribedFinding[];
      readonly accepted: readonly { readonly finding: DescribedFinding; readonly acceptance: Acceptance }[];
      /** Which of the open ones were accepted before. */
      readonly reopened?: readonly (Reopened & { readonly finding: DescribedFinding })[];
    };

/** A whole document, before any split, against what it was. */
export interface ComparedDocument {
  readonly id: string;
  /** Its role, or what else it belongs to. */
  readonly role: string;
  readonly title: string;
  /** `gone`: it was there and is there no more. `new`: there was nothing to compare it with. */
  readonly presence: 'inBoth' | 'new' | 'gone';
  readonly sameText: boolean;
  readonly result:
    | NoAnswer
    | {
        readonly state: 'compared';
        readonly changes: readonly PermissionChange[];
        /** Nothing where the comparison of every request has no answer yet. */
        readonly everyRequest?: AccessComparison | undefined;
      };
}

export interface ReportedComparison {
  /** What the draft is compared with, by name. */
  readonly baseline: string;
  /** What the marks of reviewed differences call it. */
  readonly against?: string;
  /** Nothing when there is no such state. */
  readonly documents: readonly ComparedDocument[] | undefined;
}

/** Tests of exactly this draft. */
export type ReportedTests =
  | NoAnswer
  | {
      readonly state: 'asked';
      readonly results: readonly TestResult[];
      readonly tasks: readonly ScenarioResult[];
      /** Whether open fields had to be filled with examples. */
      readonly withExamples: boolean;
    };

/** Guarantees of exactly this draft. */
export type ReportedGuarantees =
  | NoAnswer
  | { readonly state: 'asked'; readonly results: readonly GuaranteeResult[] };

/** Words of the person who asks for the change. Any may be empty. */
export interface About {
  readonly requester: string;
  readonly ticket: string;
  readonly remark: string;
  /** Address under which the draft can be opened again. */
  readonly link?: string;
}

/** What a report is made of: the draft, and the evidence on it. The engine has no clock and asks no one: it is given the time and the answers. */
export interface ComputedInput {
  readonly draft: Draft;
  /** The one that the draft was delivered under. */
  readonly ruleset: Ruleset;
  readonly delivered: FittedDocuments;
  readonly comparison: ReportedComparison;
  /** Id of a delivered document → its findings. One without an entry counts as not checked. */
  readonly findings: ReadonlyMap<string, ReportedFindings>;
  /** How many rules were applied. */
  readonly rules: number;
  readonly proofs: ReportedTests;
  /** Left out where no one asked. */
  readonly guarantees?: ReportedGuarantees;
  /** The service data, as far as it is there. */
  readonly catalog: Catalog | undefined;
  readonly made: {
    /** When, as ISO 8601 in UTC. */
    readonly at: string;
    /** Version of the page. */
    readonly page: string;
  };
}

/** All that a report has: what is computed, and what a person adds to it. */
export interface ReportInput extends ComputedInput {
  readonly about: About;
  /** What to include; what is left out is named as left out. */
  readonly sections: readonly SectionId[];
}
