import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { askProofs, askScenarios } from '../../policies/accessTests/runProofs.ts';
import { deliveredOf } from '../derived/derived.ts';
import { rulesetInForce, useStore } from '../store.ts';
import { useProofs } from './proofs.ts';

/** How long the choices must rest before the proofs are asked again, in milliseconds: typing goes first. */
const REST_MS = 150;

/** How long proofs may be asked until the page has its turn, in milliseconds. Those of ordinary drafts take less together. */
const SLICE_MS = 50;

let timer: ReturnType<typeof setTimeout> | undefined;
let stop: (() => void) | undefined;
/** What is asked for another draft than the last is given up. */
let round = 0;

/** Asks the proofs now, and again after every change of the draft. Can be called again after a failure. */
export function startProofs(): void {
  stop?.();
  void ask();
  stop = useStore.subscribe((state, before) => {
    if (state.draft === before.draft) return;
    round += 1;
    useProofs.setState({ state: 'stale' });
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), REST_MS);
  });
}

async function ask(): Promise<void> {
  round += 1;
  const own = round;
  const isWanted = () => own === round;
  try {
    const { draft } = useStore.getState();
    const filled = fillExamples(draft, rulesetInForce());
    const none = draft.personas.length === 0;
    const { documents } = deliveredOf(filled);
    const results = none ? [] : await inSlices(askProofs(filled, documents, rulesetInForce()), isWanted);
    const withRoles = fillExamples(draft, rulesetInForce(), 'butRoles');
    const tasks = none
      ? []
      : await inSlices(askScenarios(withRoles, deliveredOf(withRoles).documents, rulesetInForce()), isWanted);
    if (isWanted()) useProofs.setState({ state: 'current', results, tasks, withExamples: filled !== draft });
  } catch {
    if (isWanted()) useProofs.setState({ state: 'failed', results: [], tasks: [] });
  }
}

/** Everything there is, with turns for the page in between; what was found so far when it is not wanted any more. */
async function inSlices<Item>(items: Iterable<Item>, isWanted: () => boolean): Promise<readonly Item[]> {
  const found: Item[] = [];
  let from = performance.now();
  for (const item of items) {
    found.push(item);
    if (performance.now() - from < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    if (!isWanted()) break;
    from = performance.now();
  }
  return found;
}
