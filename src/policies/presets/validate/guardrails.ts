import type { Option } from '../../library/activities/activity.ts';
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
      if (!found) return [problem([...path, 'guardrail'], 'is not the id of a guardrail')];
      return chosenProblems(options, found.options, [...path, 'options']);
    }),
    ...deliveryProblems(preset),
  ];
}

/** Whoever can name the tag that exempts passes every limit: the preset names it, or nobody is exempt. */
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
      'needs locked values of exemptionTagKey and exemptionTagValue: otherwise anybody chooses who passes the required guardrails',
    ),
  ];
}

/** Options that are chosen ahead: each must exist, and so must its choice. */
export function chosenProblems(
  chosen: Readonly<Record<string, string>>,
  options: readonly Option[],
  path: Path,
): readonly FieldProblem[] {
  return Object.entries(chosen).flatMap(([id, value]) => {
    const option = options.find((candidate) => candidate.id === id);
    if (!option) return [problem([...path, id], 'is not the id of an option')];
    const values = option.choices.map((choice) => choice.value);
    return values.includes(value) ? [] : [problem([...path, id], `must be ${values.join(' or ')}`)];
  });
}

/** What names of drafts look like must be possible at all. */
export function namingProblems({ preset: { naming } }: PresetLibrary): readonly FieldProblem[] {
  const { prefix = '', maxLength = 64, lowerCase = false } = naming ?? {};
  return [
    ...(lowerCase && prefix !== prefix.toLowerCase()
      ? [problem(['naming', 'prefix'], 'must be in lower case, as names are')]
      : []),
    ...(prefix.length >= maxLength
      ? [problem(['naming', 'prefix'], `must be shorter than a name, ${maxLength} characters`)]
      : []),
  ];
}
