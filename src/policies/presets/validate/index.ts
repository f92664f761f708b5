import { hiddenProblems, presetActivityProblems } from './activities.ts';
import { guaranteeProblems } from './guaranteeProblems.ts';
import { limitProblems, namingProblems } from './guardrails.ts';
import { linkProblems, presetPersonaProblems, presetTestProblems } from './personas.ts';
import { givenValueProblems, presetVariableProblems } from './variables.ts';
import { type PresetLibrary, libraryOf } from './presetLibrary.ts';
import type { Preset } from '../../library/preset.ts';
import type { FieldProblem } from '../problems.ts';

const checks: readonly ((library: PresetLibrary) => readonly FieldProblem[])[] = [
  namingProblems,
  presetVariableProblems,
  givenValueProblems,
  limitProblems,
  hiddenProblems,
  presetActivityProblems,
  presetPersonaProblems,
  presetTestProblems,
  guaranteeProblems,
  linkProblems,
];

/** What the shape cannot say: that everything a preset names is there, and that nothing in it contradicts the rest. */
export function referenceProblems(preset: Preset): readonly FieldProblem[] {
  const library = libraryOf(preset);
  return checks.flatMap((check) => check(library));
}
