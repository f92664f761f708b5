import type { ActivityOption, Difference, Reason, StatementTemplate } from './activities/activity.ts';
import type { GuardrailPlacement, Limits, UserGuarantee } from '../model/draft.ts';
import type { Persona } from './personas/persona.ts';
import type { AccessTest } from './accessTests/accessTest.ts';
import type { Variable } from './variables/variable.ts';

/** Whose rule something is, why, and whom to ask about it. */
export interface Why {
  readonly owner: string;
  readonly reason: string;
  /** Whom to ask: a channel, an address, a name. The owner unless said. */
  readonly ask?: string;
  /** A page of the organisation, opened by the user, never fetched. */
  readonly link?: string;
}

/** Values that a variable has whatever is entered. */
export interface LockedValues extends Why {
  readonly values: readonly string[];
}

/** The only values that a variable may have. */
export interface AllowedValues extends Why {
  readonly values: readonly { readonly value: string; readonly label?: string }[];
}

/** A limit that is always on. Options that are not named here stay a choice. */
export interface RequiredGuardrail extends Why {
  readonly guardrail: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** Where limits stand and who is exempt. What is not named stays a choice. */
export interface RequiredDelivery extends Why {
  readonly as?: GuardrailPlacement;
  /** Without it nobody is exempt as soon as a guardrail is required. */
  readonly exemption?: 'off' | 'on' | 'choice';
  readonly ceiling?: Limits['ceiling'];
}

export interface HiddenActivity extends Why {
  readonly activity: string;
}

/** What names of drafts, and so of files, look like. */
export interface Naming extends Why {
  readonly prefix?: string;
  readonly maxLength?: number;
  /** Names are in lower case. */
  readonly lowerCase?: boolean;
}

/** An activity of the organisation: of the shape that ours have, hardened only, for people and roles. */
export interface PresetActivity {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly options?: readonly ActivityOption[];
  readonly hardened: readonly StatementTemplate[];
  readonly differences?: readonly Difference[];
  readonly notes?: readonly Reason[];
  /** Built-in or preset personas that offer it besides those that list it themselves. */
  readonly offeredTo?: readonly { readonly persona: string; readonly selected: boolean }[];
}

/** A persona of the organisation; it is a role, never an endpoint. */
export type PresetPersona = Omit<Persona, 'kind' | 'family' | 'specialized'>;

/** What must hold for every request, whatever a draft selects: of the shape that a draft's own guarantees have. */
export interface PresetGuarantee extends Pick<UserGuarantee, 'id' | 'title' | 'must' | 'actions'> {
  /** Id of the persona whose roles it is about; every role where it is left out. */
  readonly persona?: string;
  readonly resources?: UserGuarantee['resources'];
  readonly condition?: UserGuarantee['condition'];
}

export type LinkedKind = 'variables' | 'activities' | 'guardrails' | 'personas';

/** What an organisation sets for everybody who uses the page from its address. Plain JSON. */
export interface Preset {
  readonly version: 1;
  readonly title: string;
  /** Name of a file beside the preset. */
  readonly logo?: string;
  /** Where the organisation explains how it uses the page. */
  readonly help?: string;
  readonly naming?: Naming;
  /** Variable id → values that an empty draft starts with. */
  readonly defaultValues?: Readonly<Record<string, readonly string[]>>;
  readonly lockedValues?: Readonly<Record<string, LockedValues>>;
  readonly allowedValues?: Readonly<Record<string, AllowedValues>>;
  readonly requiredGuardrails?: readonly RequiredGuardrail[];
  readonly delivery?: RequiredDelivery;
  readonly hiddenActivities?: readonly HiddenActivity[];
  readonly variables?: readonly Variable[];
  readonly activities?: readonly PresetActivity[];
  readonly personas?: readonly PresetPersona[];
  /** Id of a built-in or preset persona → what its policies must also allow and deny. */
  readonly proofs?: Readonly<Record<string, readonly AccessTest[]>>;
  readonly guarantees?: readonly PresetGuarantee[];
  /** Pages of the organisation, beside what they are about. */
  readonly links?: Readonly<Partial<Record<LinkedKind, Readonly<Record<string, string>>>>>;
}

/** The entry of a record under a name that may come from anywhere. */
export function entryOf<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined;
}
