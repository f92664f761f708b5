import type { EnforcedChange } from './enforcedChange.ts';
import type { Source } from '../model/composedDocument.ts';
import type { Draft, GuardrailChoice, Limits } from '../model/draft.ts';
import { findGuardrail } from '../library/guardrails/index.ts';
import { withoutGuardedEdits } from './enforceEdits.ts';
import type { Ruleset } from '../library/ruleset.ts';
import { entryOf, type Preset, type RequiredGuardrail } from '../library/preset.ts';

type Note = (change: EnforcedChange) => void;

/**
 * The draft as the preset lets it be: locked values in place of others, values outside a pick-list dropped, required
 * guardrails on with their options, limits delivered as required, hidden activities gone, hand edits of what a required
 * guardrail asks for undone, the name as names are. A draft that keeps to all rules comes back as the same object. Enforcing twice is enforcing once.
 */
export function enforcePreset(draft: Draft, ruleset: Ruleset): Draft {
  return enforcement(draft, ruleset).draft;
}

/** As `enforcePreset`, with what had to change. A locked value where there was none is no change that anybody misses. */
export function enforcement(
  draft: Draft,
  ruleset: Ruleset,
): { readonly draft: Draft; readonly changes: readonly EnforcedChange[] } {
  const { preset } = ruleset;
  if (!preset) return { draft, changes: [] };
  const changes: EnforcedChange[] = [];
  const note: Note = (change) => changes.push(change);
  const withRequired = [withoutHidden, withValues, withRoleValues, withEnvironmentValues, withLimits].reduce(
    (before, step) => step(before, preset, note),
    draft,
  );
  return { draft: withName(withoutEdits(withRequired, preset, note, ruleset), preset, note), changes };
}

function withoutHidden(draft: Draft, { hiddenActivities = [] }: Preset, note: Note): Draft {
  const found = hiddenActivities.filter(({ activity }) =>
    Object.values(draft.activities).some((choices) => choices.some((choice) => choice.activity === activity)),
  );
  if (found.length === 0) return draft;
  for (const why of found) note({ kind: 'activity', id: why.activity, why });
  const hidden = new Set(found.map(({ activity }) => activity));
  const activities = Object.entries(draft.activities).map(([persona, choices]) => [
    persona,
    choices.filter(({ activity }) => !hidden.has(activity)),
  ]);
  return { ...draft, activities: Object.fromEntries(activities) };
}

function withValues(draft: Draft, { lockedValues = {}, allowedValues = {} }: Preset, note: Note): Draft {
  const changed: Record<string, readonly string[]> = {};
  for (const [id, why] of Object.entries(lockedValues)) {
    const entered = entryOf(draft.variables, id) ?? [];
    if (isSame(entered, why.values)) continue;
    changed[id] = why.values;
    if (entered.some(isFilled)) note({ kind: 'value', id, why });
  }
  for (const [id, why] of Object.entries(allowedValues)) {
    const entered = entryOf(draft.variables, id) ?? [];
    const allowed = new Set(why.values.map(({ value }) => value));
    const remaining = entered.filter((value) => !isFilled(value) || allowed.has(value.trim()));
    if (remaining.length === entered.length) continue;
    changed[id] = remaining;
    note({ kind: 'value', id, why });
  }
  if (Object.keys(changed).length === 0) return draft;
  const filled = Object.entries({ ...draft.variables, ...changed }).filter(([, values]) => values.length > 0);
  return { ...draft, variables: Object.fromEntries(filled) };
}

/** A role has no value of its own where the value is locked, and none outside a pick-list. */
function withRoleValues(draft: Draft, { lockedValues = {}, allowedValues = {} }: Preset, note: Note): Draft {
  let changed = false;
  const roles = Object.entries(draft.roles ?? {}).map(([id, role]) => {
    const values = Object.entries(role.values ?? {}).flatMap(([variable, entered]) => {
      const locked = entryOf(lockedValues, variable);
      const allowed = entryOf(allowedValues, variable);
      const values = new Set(allowed?.values.map(({ value }) => value));
      const permitted = locked
        ? []
        : entered.filter((value) => !allowed || !isFilled(value) || values.has(value.trim()));
      if (permitted.length === entered.length) return [[variable, entered] as const];
      changed = true;
      const why = locked ?? allowed;
      if (why) note({ kind: 'value', id: variable, why });
      return permitted.length > 0 ? [[variable, permitted] as const] : [];
    });
    return [id, { ...role, values: Object.fromEntries(values) }] as const;
  });
  return changed ? { ...draft, roles: Object.fromEntries(roles) } : draft;
}

/** No environment has another value than a locked one, or one outside a pick-list. */
function withEnvironmentValues(
  draft: Draft,
  { lockedValues = {}, allowedValues = {} }: Preset,
  note: Note,
): Draft {
  let changed = false;
  const environments = draft.environments?.map(({ name, values }) => ({
    name,
    values: Object.fromEntries(
      Object.entries(values).filter(([id, value]) => {
        const locked = entryOf(lockedValues, id);
        const allowed = entryOf(allowedValues, id);
        const why = locked ?? allowed;
        const isAllowed = !locked && allowed?.values.some((one) => one.value === value.trim());
        if (!why || isAllowed || (!locked && !isFilled(value))) return true;
        changed = true;
        note({ kind: 'value', id, why });
        return false;
      }),
    ),
  }));
  return changed && environments ? { ...draft, environments } : draft;
}

/** White space alone is no value: reading a draft sees none there. */
const isFilled = (value: string): boolean => value.trim() !== '';

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((value, index) => value === other[index]);

function withLimits(draft: Draft, preset: Preset, note: Note): Draft {
  const required = requiredChoices(draft.limits.chosen, preset.requiredGuardrails ?? [], note);
  const delivery = requiredDelivery(preset);
  const moved = Object.entries(delivery).some(
    ([name, value]) => entryOf({ ...draft.limits }, name) !== value,
  );
  const [why] = [preset.delivery, ...(preset.requiredGuardrails ?? [])].filter((rule) => rule !== undefined);
  if (moved && why) note({ kind: 'delivery', id: '', why });
  if (!moved && required === draft.limits.chosen) return draft;
  return { ...draft, limits: { ...draft.limits, ...delivery, chosen: required } };
}

/** What the preset says of the delivery. Nobody is exempt from what is required unless it says so. */
export function requiredDelivery({
  delivery,
  requiredGuardrails = [],
}: Preset): Partial<Omit<Limits, 'chosen'>> {
  const exemption = delivery?.exemption ?? (requiredGuardrails.length > 0 ? 'off' : 'choice');
  return {
    ...(delivery?.as ? { delivery: delivery.as } : {}),
    ...(exemption === 'choice' ? {} : { exemption: exemption === 'on' }),
    ...(delivery?.ceiling ? { ceiling: delivery.ceiling } : {}),
  };
}

function requiredChoices(
  choices: Limits['chosen'],
  required: readonly RequiredGuardrail[],
  note: Note,
): Limits['chosen'] {
  let result = choices;
  for (const rule of required) {
    const present = result.some(({ guardrail }) => guardrail === rule.guardrail);
    const next = present
      ? result.map((choice) => (choice.guardrail === rule.guardrail ? withOptions(choice, rule) : choice))
      : [...result, { guardrail: rule.guardrail, options: { ...rule.options } }];
    if (present && next.every((choice, index) => choice === result[index])) continue;
    note({ kind: 'limit', id: rule.guardrail, why: rule });
    result = next;
  }
  return result;
}

/** A choice that no option has would take the guardrail's statements away without a word: it falls back to the default. */
function withOptions(
  choice: GuardrailChoice,
  { guardrail, options = {} }: RequiredGuardrail,
): GuardrailChoice {
  const optionsOfGuardrail = findGuardrail(guardrail)?.options ?? [];
  const valid = Object.entries(choice.options).filter(([id, value]) =>
    optionsOfGuardrail.some(
      (option) => option.id === id && option.choices.some((entry) => entry.value === value),
    ),
  );
  const wanted = { ...Object.fromEntries(valid), ...options };
  const names = Object.keys(choice.options);
  const isUnchanged =
    names.length === Object.keys(wanted).length &&
    names.every((id) => entryOf(choice.options, id) === entryOf(wanted, id));
  return isUnchanged ? choice : { guardrail, options: wanted };
}

function withoutEdits(draft: Draft, preset: Preset, note: Note, ruleset: Ruleset): Draft {
  const noted = new Set<string>();
  return withoutGuardedEdits(
    draft,
    (source) => ruleOf(source, preset),
    (change) => {
      if (!noted.has(change.id)) note(change);
      noted.add(change.id);
    },
    ruleset,
  );
}

/** A boundary holds by what it lets through as well: where the preset asks for it, that is no one's to edit. */
function ruleOf(source: Source, { requiredGuardrails = [], delivery }: Preset): EnforcedChange | undefined {
  if (source.kind === 'ceiling')
    return delivery?.as || delivery?.ceiling ? { kind: 'delivery', id: '', why: delivery } : undefined;
  const why =
    source.kind === 'guardrail' && requiredGuardrails.find(({ guardrail }) => guardrail === source.guardrail);
  return why ? { kind: 'edit', id: why.guardrail, why } : undefined;
}

/** As long as the name of a role; a stored draft holds no names that are much longer. */
const MAX_NAME = 64;

/** Half of a character of two units is none: it goes as a whole. */
const cutTo = (length: number, text: string): string => text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');

function withName(draft: Draft, { naming }: Preset, note: Note): Draft {
  if (!naming) return draft;
  const { prefix = '', maxLength = MAX_NAME, lowerCase = false } = naming;
  const cased = lowerCase ? draft.name.toLowerCase() : draft.name;
  const name = cutTo(maxLength, cased.startsWith(prefix) ? cased : prefix + cased);
  if (name === draft.name) return draft;
  note({ kind: 'name', id: '', why: naming });
  return { ...draft, name };
}
