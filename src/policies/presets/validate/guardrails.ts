import type { LibraryOption } from '../../library/activities/activity.ts';
import type { Path } from '../../language/policy.ts';
import { findGuardrail } from '../../library/guardrails/index.ts';
import { type PresetLibrary, repeats } from './presetLibrary.ts';
import { entryOf, type Preset } from '../../library/preset.ts';
import { type FieldProblem, problem } from '../problems.ts';

/** Guardrails that exist, each once, with options and choices that exist. */
export function limitProblems({ preset }: PresetLibrary): readonly FieldProblem[] {
  const required = preset.requiredGuardrails ?? [];
  const twice = repeats(required, ({ guardrail }) => guardrail);
  return [
    ...twice.map((index) => problem(['requiredGuardrails', index, 'guardrail'], 'is required twice')),
    ...required.flatMap(({ guardrail, options = {} }, index) => {
      const found = findGuardrail(guardrail);
      const path = ['requiredGuardrails', index];
      if (!found) return [problem([...path, 'guardrail'], 'isn’t the ID of a guardrail')];
      return optionValueProblems(options, found.options, [...path, 'options']);
    }),
    ...deliveryProblems(preset),
  ];
}

/** Anyone who can set the exemption tag can bypass all guardrails: the preset locks the tag, or nobody is exempt. */
function deliveryProblems({
  delivery,
  requiredGuardrails = [],
  lockedValues,
}: Preset): readonly FieldProblem[] {
  if (requiredGuardrails.length === 0 || !delivery) return [];
  const open = delivery.exemption === 'on' || delivery.exemption === 'choice';
  const named = ['exemptionTagKey', 'exemptionTagValue'].every((id) => entryOf(lockedValues, id));
  if (!open || named) return [];
  return [
    problem(
      ['delivery', 'exemption'],
      'requires locked values for exemptionTagKey and exemptionTagValue. Otherwise, anyone can bypass the required guardrails',
    ),
  ];
}

/** Values that a preset gives options: each option must exist, and must have that value. */
export function optionValueProblems(
  values: Readonly<Record<string, string>>,
  options: readonly LibraryOption[],
  path: Path,
): readonly FieldProblem[] {
  return Object.entries(values).flatMap(([id, value]) => {
    const option = options.find((candidate) => candidate.id === id);
    if (!option) return [problem([...path, id], 'isn’t the ID of an option')];
    const allowed = option.choices.map((choice) => choice.value);
    return allowed.includes(value) ? [] : [problem([...path, id], `must be ${allowed.join(' or ')}`)];
  });
}

/** What names of drafts look like must be possible at all. */
export function namingProblems({ preset: { naming } }: PresetLibrary): readonly FieldProblem[] {
  const { prefix = '', maxLength = 64, lowerCase = false } = naming ?? {};
  return [
    ...(lowerCase && prefix !== prefix.toLowerCase()
      ? [problem(['naming', 'prefix'], 'must be lowercase')]
      : []),
    ...(prefix.length >= maxLength
      ? [problem(['naming', 'prefix'], `must have fewer than ${maxLength} characters`)]
      : []),
  ];
}
