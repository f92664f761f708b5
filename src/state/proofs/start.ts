import { fillExamples } from '../../policies/example.ts';
import { runProofs, runScenarios } from '../../policies/proofs/run.ts';
import { deliveredOf } from '../derived.ts';
import { useStore } from '../store.ts';
import { useProofs } from './proofs.ts';

/** How long the choices must rest before the proofs are asked again, in milliseconds: typing goes first. */
const REST_MS = 150;

let timer: ReturnType<typeof setTimeout> | undefined;
let stop: (() => void) | undefined;

/** Asks the proofs now, and again after every change of the draft. Can be called again after a failure. */
export function startProofs(): void {
  stop?.();
  ask();
  stop = useStore.subscribe((state, before) => {
    if (state.draft === before.draft) return;
    useProofs.setState({ state: 'stale' });
    clearTimeout(timer);
    timer = setTimeout(ask, REST_MS);
  });
}

function ask(): void {
  const { draft } = useStore.getState();
  try {
    const filled = fillExamples(draft);
    const none = draft.personas.length === 0;
    const { documents } = deliveredOf(filled);
    useProofs.setState({
      state: 'current',
      results: none ? [] : runProofs(filled, documents),
      tasks: none ? [] : runScenarios(filled, documents),
      withExamples: filled !== draft,
    });
  } catch {
    useProofs.setState({ state: 'failed', results: [], tasks: [] });
  }
}
