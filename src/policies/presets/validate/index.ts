import { hiddenProblems, ownActivityProblems } from './activities.ts';
import { limitProblems, namingProblems } from './guardrails.ts';
import { linkProblems, ownPersonaProblems, proofProblems } from './personas.ts';
import { givenValueProblems, ownVariableProblems } from './variables.ts';
import { type PresetLibrary, libraryOf } from './presetLibrary.ts';
import type { Preset } from '../../library/preset.ts';
import type { FieldProblem } from '../problems.ts';

const checks: readonly ((known: PresetLibrary) => readonly FieldProblem[])[] = [
  namingProblems,
  ownVariableProblems,
  givenValueProblems,
  limitProblems,
  hiddenProblems,
  ownActivityProblems,
  ownPersonaProblems,
  proofProblems,
  linkProblems,
];

/** What the shape cannot say: that everything a preset names is there, and that nothing in it contradicts the rest. */
export function referenceProblems(preset: Preset): readonly FieldProblem[] {
  const known = libraryOf(preset);
  return checks.flatMap((check) => check(known));
}
