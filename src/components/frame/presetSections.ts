import { findGuardrail } from '../../policies/library/guardrails/index.ts';
import type { Preset, Why } from '../../policies/library/preset.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { findVariable, type Ruleset } from '../../policies/library/ruleset.ts';

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
      Object.entries(lockedValues).map(([id, why]) => ({
        name: label(id),
        values: why.values,
        what: 'Locked',
        why,
      })),
    ],
    [
      'Allowed values',
      Object.entries(allowedValues).map(([id, why]) => ({
        name: label(id),
        values: why.values.map(({ value }) => value),
        what: 'Listed',
        why,
      })),
    ],
    [
      'Required guardrails',
      requiredGuardrails.map((why) => ({
        name: findGuardrail(why.guardrail)?.title ?? why.guardrail,
        what: 'Required',
        why,
      })),
    ],
    [
      'Enforcement of guardrails',
      preset.delivery ? [{ name: deliveryOf(preset, ruleset), what: 'Set', why: preset.delivery }] : [],
    ],
    [
      'Hidden activities',
      hiddenActivities.map((why) => ({
        name: builtIn.activities.find(({ id }) => id === why.activity)?.title ?? why.activity,
        what: 'Hidden',
        why,
      })),
    ],
    ['Names', preset.naming ? [{ name: namesOf(preset.naming), what: 'Set', why: preset.naming }] : []],
  ];
}

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
