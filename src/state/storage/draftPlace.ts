import { local } from './area.ts';
import { keys } from './keys.ts';
import type { Place } from './keptAside.ts';

/** Asks for a preset that is not in use: what is made under its rules is kept apart from the own draft. */
const TRIED = '#preset=';

/** Where this page keeps its draft. Each loading of the page is a tab of its own. */
export const draftPlace: Place = {
  area: local,
  key: globalThis.location?.hash.startsWith(TRIED) ? keys.tried : keys.draft,
  keptAside: keys.keptAside,
  tab: Math.random().toString(36).slice(2, 10),
  now: () => new Date(),
};
