import { listOf } from '../../policies/language/policy.ts';
import { catalog } from './loadedCatalog.ts';
import { servicePatterns } from './servicePatterns.ts';
import { deliveredOf, patternServices, setPatterns } from '../derived/derived.ts';
import { draftHistory, type State, useStore } from '../store.ts';

let loading: Promise<void> | undefined;

/** While patterns for actions are wanted, loads the data of the services that they need, and composes again. */
export function startPatterns(): void {
  const look = ({ draft }: State) => {
    if (draft.sizing.shorten !== 'wildcards' || loading || !deliveredOf(draft).patternsPending) return;
    loading = loadServices().finally(() => {
      loading = undefined;
    });
  };
  look(useStore.getState());
  useStore.subscribe(look);
}

/** A service that does not load keeps its named actions; the page says so. */
async function loadServices(): Promise<void> {
  const services = servicesInUse();
  try {
    const open = await catalog();
    const loaded = await Promise.all(services.map((service) => open.load(service)));
    const known = new Set([...patternServices(), ...services.filter((_, index) => loaded[index])]);
    if (known.size === patternServices().length) return;
    setPatterns([...known], servicePatterns([...known], open));
    composeAgain();
  } catch {
    // Without the catalog no pattern can be made: actions stay named.
  }
}

function servicesInUse(): readonly string[] {
  const { documents } = deliveredOf(useStore.getState().draft);
  const actions = documents.flatMap(({ policy }) => policy.Statement.flatMap(({ Action }) => listOf(Action)));
  return [...new Set(actions.map((action) => action.split(':')[0] ?? ''))];
}

/** The same choices as a new draft, so that everything looks again. Not a step of the history. */
function composeAgain(): void {
  draftHistory().pause();
  useStore.setState(({ draft }) => ({ draft: { ...draft } }));
  draftHistory().resume();
}
