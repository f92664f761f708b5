import { findGuardrail } from '../../policies/library/guardrails/index.ts';
import type { Preset, Why } from '../../policies/library/preset.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { findActivity, findVariable, type Ruleset } from '../../policies/library/ruleset.ts';

export interface PresetRule {
  readonly name: string;
  readonly values?: readonly string[];
  readonly what: string;
  readonly why: Why;
}

/** The rules of a preset by what they are about, each with its owner and reason. */
export function sections(
  preset: Preset,
  ruleset: Ruleset,
): readonly (readonly [title: string, rules: readonly PresetRule[]])[] {
  const { lockedValues = {}, allowedValues = {}, requiredGuardrails = [], hiddenActivities = [] } = preset;
  const label = (id: string): string => findVariable(id, ruleset)?.label ?? id;
  return [
    [
      'Locked values',
      Object.entries(lockedValues).map(([id, why]) => rule(label(id), 'Locked', why, why.values)),
    ],
    [
      'Allowed values',
      Object.entries(allowedValues).map(([id, why]) =>
        rule(
          label(id),
          'Listed',
          why,
          why.values.map(({ value }) => value),
        ),
      ),
    ],
    [
      'Required guardrails',
      requiredGuardrails.map((why) =>
        rule(findGuardrail(why.guardrail)?.title ?? why.guardrail, 'Required', why),
      ),
    ],
    [
      'Enforcement of guardrails',
      preset.delivery ? [rule(deliveryOf(preset, ruleset), 'Set', preset.delivery)] : [],
    ],
    [
      'Hidden activities',
      hiddenActivities.map((why) =>
        rule(findActivity(why.activity, builtIn)?.title ?? why.activity, 'Hidden', why),
      ),
    ],
    ['Names', preset.naming ? [rule(namesOf(preset.naming), 'Set', preset.naming)] : []],
  ];
}

const rule = (name: string, what: string, why: Why, values?: readonly string[]): PresetRule => ({
  name,
  what,
  why,
  ...(values && { values }),
});

const places = {
  deny: 'Deny statements in each policy',
  conditions: 'conditions in each policy',
  boundary: 'a permissions boundary',
  serviceControl: 'a service control policy',
} as const;

function deliveryOf({ delivery: given }: Preset, { delivery: { exemption } }: Ruleset): string {
  const place = given?.as ? `Enforced with ${places[given.as]}` : 'You select how guardrails are enforced';
  if (exemption === undefined) return `${place}; exemptions are allowed`;
  return `${place}; ${exemption ? 'principals with the tag are exempt' : 'no exemptions'}`;
}

function namesOf({ prefix, maxLength, lowerCase }: NonNullable<Preset['naming']>): string {
  const parts = [
    prefix !== undefined && `begin with ${prefix}`,
    lowerCase && 'are lowercase',
    maxLength !== undefined && `have at most ${maxLength} characters`,
  ];
  return `Names ${parts.filter(Boolean).join(', ')}`;
}
