import { effectivePolicies } from '../access/review/effectivePolicies.ts';
import { layersOf } from '../access/review/layersOf.ts';
import type { ReviewedPair } from '../access/review/reviewPolicies.ts';
import { compose } from '../compose/compose.ts';
import { arnsOfRole } from '../model/composedDocument.ts';
import { createDraft } from '../draft/createDraft.ts';
import { entryOf, type Preset } from '../library/preset.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { enforcement } from './enforce.ts';
import type { EnforcedChange } from './enforcedChange.ts';
import { rulesetOf } from './rulesetOf.ts';

/** What a preset would do to a set of policies, before it is in force. Plain data. */
export interface PresetPreview {
  /** The set as it would be. */
  readonly draft: Draft;
  /** Nothing is selected: there is nothing that the preset could change. */
  readonly isEmpty: boolean;
  /** What the rules change in the set, one for each value, guardrail, or activity. */
  readonly changes: readonly PreviewedChange[];
  /** Values of environments change, with which no policy is compared. */
  readonly environmentsChange: boolean;
  /** Each policy before and after, to be compared as access. */
  readonly pairs: readonly PreviewedPair[];
}

/** A change that a rule makes. `filled`: a locked value where there was none. */
export interface PreviewedChange extends Omit<EnforcedChange, 'kind'> {
  readonly kind: EnforcedChange['kind'] | 'filled';
  /** Values, way of enforcement, or name; the same on both sides where a role or an environment alone has another value. */
  readonly was: readonly string[];
  readonly is: readonly string[];
}

export interface PreviewedPair extends ReviewedPair {
  readonly id: string;
  readonly title: string;
  readonly presence: 'inBoth' | 'new' | 'gone';
}

/**
 * The set as it is under `current`, and as it would be under the preset. Fields that are empty and get a locked value have that value on
 * both sides of the comparison: what the rules change is not mixed with what is filled in. Nothing is in force by it.
 */
export function previewPreset(draft: Draft, current: Ruleset, preset: Preset): PresetPreview {
  const ruleset = rulesetOf(preset);
  if (isUnselected(draft)) {
    const empty = enforcement(createDraft({}, ruleset), ruleset).draft;
    return { draft: empty, isEmpty: true, changes: [], environmentsChange: false, pairs: [] };
  }
  const { draft: after, changes } = enforcement(draft, ruleset);
  const filled = filledValues(draft, preset);
  const before = { ...draft, variables: { ...draft.variables, ...filled } };
  return {
    draft: after,
    isEmpty: false,
    changes: [...oneForEach(changes, draft, after), ...fillings(filled, preset)],
    environmentsChange: after.environments !== draft.environments,
    pairs: pairsOf(compose(before, current), compose(after, ruleset), after),
  };
}

const isUnselected = ({ personas, limits, edits }: Draft): boolean =>
  personas.length === 0 && limits.chosen.length === 0 && Object.keys(edits).length === 0;

const hasValue = (values: readonly string[] | undefined): boolean =>
  (values ?? []).some((value) => value.trim() !== '');

const filledValues = ({ variables }: Draft, { lockedValues = {} }: Preset): Draft['variables'] =>
  Object.fromEntries(
    Object.entries(lockedValues).flatMap(([id, { values }]) =>
      hasValue(entryOf(variables, id)) ? [] : [[id, values] as const],
    ),
  );

const fillings = (filled: Draft['variables'], { lockedValues }: Preset): readonly PreviewedChange[] =>
  Object.entries(filled).flatMap(([id, is]) => {
    const why = entryOf(lockedValues, id);
    return why ? [{ kind: 'filled' as const, id, why, was: [], is }] : [];
  });

function oneForEach(
  changes: readonly EnforcedChange[],
  before: Draft,
  after: Draft,
): readonly PreviewedChange[] {
  const byKey = new Map(changes.map((change) => [`${change.kind} ${change.id}`, change]));
  return [...byKey.values()].map((change) => ({
    ...change,
    was: settingOf(change, before),
    is: settingOf(change, after),
  }));
}

function settingOf({ kind, id }: EnforcedChange, { variables, limits, activities, name }: Draft): string[] {
  switch (kind) {
    case 'value':
      return [...(entryOf(variables, id) ?? [])];
    case 'limit':
      return limits.chosen.flatMap(({ guardrail }) => (guardrail === id ? [id] : []));
    case 'delivery':
      return [limits.delivery];
    case 'activity':
      return Object.entries(activities).flatMap(([persona, choices]) =>
        choices.some(({ activity }) => activity === id) ? [persona] : [],
      );
    case 'name':
      return [name];
    case 'edit':
      return [];
    default:
      return kind satisfies never;
  }
}

type Documents = readonly ComposedDocument[];

/** What a policy of a resource doesn’t name is not the same on another one. */
const idOf = ({ id, resource }: ComposedDocument): string => (resource ? `${id} ${resource.name}` : id);

/** A preset renames no role: a policy has the same id on both sides. */
function pairsOf(before: Documents, after: Documents, draft: Draft): readonly PreviewedPair[] {
  const ids = new Set([...after, ...before].map(idOf));
  return [...ids].flatMap((id) => {
    const [old, now] = [before, after].map((documents) => documents.filter((one) => idOf(one) === id));
    const [shown] = [...(now ?? []), ...(old ?? [])];
    if (!shown || !old || !now) return [];
    const { kind, title } = shown;
    const side = (documents: Documents, all: Documents) => ({
      policies: effectivePolicies(kind, documents),
      set: layersOf(kind, documents, all),
    });
    const presence = old.length === 0 ? 'new' : now.length === 0 ? 'gone' : 'inBoth';
    const caller = callerOf(shown, draft);
    return [{ id, title, presence, kind, before: side(old, before), after: side(now, after), caller }];
  });
}

/** An account for the calls of a set that has none yet. */
const EXAMPLE_ACCOUNT = '111122223333';

function callerOf({ role }: ComposedDocument, { variables }: Draft): ReviewedPair['caller'] {
  const given = variables['accountId']?.[0] ?? '';
  const accountId = /^\d{12}$/.test(given) ? given : EXAMPLE_ACCOUNT;
  const [arn] = arnsOfRole(role);
  const principal = arn ?? `arn:aws:iam::${accountId}:role/example`;
  return { principal, accountId, attachedTo: principal };
}
