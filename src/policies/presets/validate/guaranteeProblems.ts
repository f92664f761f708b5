import type { Path } from '../../language/policy.ts';
import type { PresetGuarantee } from '../../library/preset.ts';
import { type FieldProblem, problem } from '../problems.ts';
import { placeholderProblems } from './activities.ts';
import { type PresetLibrary, repeats } from './presetLibrary.ts';

/** Guarantees have names of their own, are about a persona with a role, and ask something. */
export function guaranteeProblems(library: PresetLibrary): readonly FieldProblem[] {
  const { guarantees = [] } = library.preset;
  return [
    ...repeats(guarantees, ({ id }) => id).map((index) =>
      problem(['guarantees', index, 'id'], 'is the ID of another guarantee'),
    ),
    ...guarantees.flatMap((guarantee, index) => problemsOf(guarantee, ['guarantees', index], library)),
  ];
}

function problemsOf(
  { persona, must, resources = [], condition = {} }: PresetGuarantee,
  path: Path,
  library: PresetLibrary,
): readonly FieldProblem[] {
  const conditions = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).flatMap(([key, values]) =>
      [key, ...values].map((text) => ({ text, path: [...path, 'condition', operator, key] })),
    ),
  );
  const texts = [
    ...resources.map((text, index) => ({ text, path: [...path, 'resources', index] })),
    ...conditions,
  ];
  return [
    ...(persona !== undefined && !library.identityPersonas.has(persona)
      ? [problem([...path, 'persona'], 'isn’t the ID of a persona with a role')]
      : []),
    ...(must === 'unless' && conditions.length === 0
      ? [problem([...path, 'condition'], 'must say what requests must meet, or must is never')]
      : []),
    ...texts.flatMap((entry) => placeholderProblems(entry, library, () => true)),
  ];
}
