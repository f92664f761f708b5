import type { Acceptance } from './acceptance.ts';
import type { Stance } from './stance.ts';
import type { DocumentEdits } from './documentEdits.ts';
import type { ReviewMark } from './reviewMark.ts';

/** What the user chose; everything else is computed from it. */
export interface Draft {
  readonly version: typeof DRAFT_VERSION;
  /** Name of the role or set of policies; used in file names. */
  readonly name: string;
  /**
   * `merged`: one role with the permissions of all personas; `perPersona`: a role for each. Where fewer than two personas are
   * roles both are the same.
   */
  readonly layout: 'merged' | 'perPersona';
  /** Persona ids, and ids of further roles of a persona, in any order; documents follow the registry's order. */
  readonly personas: readonly string[];
  /** Persona id → its selected activities; they stay while the persona is not selected. */
  readonly activities: Readonly<Record<string, readonly ActivityChoice[]>>;
  /** Variable id → values as typed, valid or not. */
  readonly variables: Readonly<Record<string, readonly string[]>>;
  readonly limits: Limits;
  /** Persona id → how its role is assumed; a persona without an entry has its first offer. */
  readonly trust: Readonly<Record<string, TrustChoice>>;
  readonly sizing: Sizing;
  /** Findings that someone answers for, with the reason. */
  readonly accepted: readonly Acceptance[];
  /** Calls that the user wants to have allowed or denied. */
  readonly proofs: readonly UserTest[];
  /** What must hold for every request, besides what personas and guardrails guarantee. */
  readonly guarantees?: readonly UserGuarantee[];
  /** Document id → what was written in it by hand, and whole documents that no choice makes. */
  readonly edits: Readonly<Record<string, DocumentEdits>>;
  /**
   * Role id → what the role is called, and what distinguishes it. The id of a persona's first role is the persona's; `merged` is
   * one role with everything; `trainingRole-2` and so on are further roles of a persona, which `personas`, `activities`, `trust`,
   * `proofs` and `edits` name by that id. A role without an entry gets a name from the draft's.
   */
  readonly roles?: Readonly<Record<string, RoleChoice>>;
  /** Where the same policies are used with other values: `dev`, `prod`. In the order in which they were added, names differ. */
  readonly environments?: readonly Environment[];
  /** Groups of differences that have been reviewed. Nothing of a policy follows from it. */
  readonly reviewed?: readonly ReviewMark[];
}

/** An environment of a draft: what exported code takes as parameters, in a file for each environment. */
export interface Environment {
  readonly name: string;
  /** Variable id → its value there, in place of the draft's values. A variable that one environment names is a parameter in all. */
  readonly values: Readonly<Record<string, string>>;
}

export interface RoleChoice {
  /** What the export creates the role as, or the ARN of a role that exists; empty for the usual name. Kept while the role exists. */
  readonly name: string;
  /** The persona that a further role belongs to. */
  readonly persona?: string;
  /** What distinguishes the role from others of its persona: `Team A`. */
  readonly label?: string;
  /** Variable id → values of this role in place of the draft's. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** Variable that holds a role's ARN → ids of the roles of this draft that this one passes; without an entry all of them. */
  readonly passes?: Readonly<Record<string, readonly string[]>>;
}

/** Limits of a draft's tests. Longer ones are refused before they are added: a draft with one could not be read again. */
export const testLimits = { tests: 500, text: 2000, key: 256, values: 100 } as const;

/** A call that someone's policies must allow or must deny. Texts may hold placeholders. */
export interface UserTest {
  readonly id: string;
  readonly persona: string;
  readonly title: string;
  readonly expect: 'allowed' | 'denied';
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
}

/** Limits of a draft's own guarantees, as `testLimits`. */
export const guaranteeLimits = { guarantees: 100, entries: 100, text: 2000, conditions: 50 } as const;

/** A statement about every request of some kind. Texts may hold placeholders. */
export interface UserGuarantee {
  readonly id: string;
  /** Id of the role that it is about; empty for every role. */
  readonly persona: string;
  readonly title: string;
  /** `never`: such requests must never be possible, where a condition is given only those that meet it. `unless`: they must be denied unless they meet it. */
  readonly must: 'never' | 'unless';
  /** Names or patterns. */
  readonly actions: readonly string[];
  /** ARNs or patterns; none for every resource. */
  readonly resources: readonly string[];
  /** As a policy writes it; empty for none. */
  readonly condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface ActivityChoice {
  readonly activity: string;
  readonly stance: Stance;
  /** Option id → value; a missing option has its default. */
  readonly options: Readonly<Record<string, string>>;
}

/** Where guardrails go and in which form. */
export type GuardrailPlacement = 'deny' | 'conditions' | 'boundary' | 'serviceControl';

export interface Limits {
  /** In any order; documents follow the registry's order. */
  readonly chosen: readonly GuardrailChoice[];
  /**
   * `deny`: denials in every identity policy; `conditions`: conditions on what those policies allow, denials where there
   * is no such form; `boundary`: a permissions boundary; `serviceControl`: a service control policy.
   */
  readonly delivery: GuardrailPlacement;
  /** Principals with the exemption tag are left alone. */
  readonly exemption: boolean;
  /** What a permissions boundary allows: the services of the selected activities, or everything. */
  readonly ceiling: 'services' | 'everything';
}

export interface GuardrailChoice {
  readonly guardrail: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface TrustChoice {
  readonly form: string;
  readonly options: Readonly<Record<string, string>>;
}

/** How documents are made to fit the quotas. */
export interface Sizing {
  /** `managed`: customer managed policies; `inline`: one policy inside the role. */
  readonly attach: 'managed' | 'inline';
  /** Managed policies and service control policies over their limit are split. */
  readonly split: boolean;
  /** `lossless`: the same access in fewer characters; `wildcards`: also patterns for actions, which can widen access. */
  readonly shorten: 'none' | 'lossless' | 'wildcards';
}

/** 4: roles have a persona, a label and values of their own; environments. 5: guarantees of the user. */
export const DRAFT_VERSION = 5;

export const noLimits: Limits = { chosen: [], delivery: 'deny', exemption: false, ceiling: 'services' };

export const defaultSizing: Sizing = { attach: 'managed', split: true, shorten: 'none' };
