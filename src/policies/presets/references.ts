import { hiddenProblems, ownActivityProblems } from './checkActivities.ts';
import { limitProblems, namingProblems } from './checkLimits.ts';
import { linkProblems, ownPersonaProblems, proofProblems } from './checkPersonas.ts';
import { givenValueProblems, ownVariableProblems } from './checkVariables.ts';
import { type Known, knownTo } from './known.ts';
import type { Preset } from './preset.ts';
import type { FieldProblem } from './problems.ts';

const checks: readonly ((known: Known) => readonly FieldProblem[])[] = [
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
  const known = knownTo(preset);
  return checks.flatMap((check) => check(known));
}
