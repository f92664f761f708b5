import { askProofs, askScenarios } from '../../policies/accessTests/runProofs.ts';
import type { Preset } from '../../policies/library/preset.ts';
import { builtIn, type Ruleset } from '../../policies/library/ruleset.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import type { Turn } from '../workers/serve.ts';
import type { EvidenceAnswer, EvidenceQuestion, TestsQuestion } from './protocol.ts';

/** What answers the questions of the page, without a worker around it. */
export function answerer(): (question: EvidenceQuestion, turn: Turn) => Promise<EvidenceAnswer> {
  const rulesetWith = rulesetReader();
  return (question, turn) => runTests(question, rulesetWith(question.preset), turn);
}

/** Presets come with every question, and mostly it is the same one. */
function rulesetReader(): (preset: Preset | null) => Ruleset {
  let known: { readonly text: string; readonly ruleset: Ruleset } | undefined;
  return (preset) => {
    if (preset === null) return builtIn;
    const text = JSON.stringify(preset);
    known = known?.text === text ? known : { text, ruleset: rulesetOf(preset) };
    return known.ruleset;
  };
}

async function runTests(
  { tests, scenarios }: TestsQuestion,
  ruleset: Ruleset,
  turn: Turn,
): Promise<EvidenceAnswer> {
  return {
    kind: 'tests',
    results: await inTurns(askProofs(tests.draft, tests.documents, ruleset), turn),
    tasks: await inTurns(askScenarios(scenarios.draft, scenarios.documents, ruleset), turn),
  };
}

/** How long an answer may take until others have their turn, in milliseconds. */
const SLICE_MS = 8;

async function inTurns<Item>(items: Iterable<Item>, turn: Turn): Promise<readonly Item[]> {
  const found: Item[] = [];
  let from = performance.now();
  for (const item of items) {
    found.push(item);
    if (performance.now() - from < SLICE_MS) continue;
    await turn();
    from = performance.now();
  }
  return found;
}
