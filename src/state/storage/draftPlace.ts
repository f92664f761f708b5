import { local } from './area.ts';
import { keys } from './keys.ts';
import type { Place } from './keptAside.ts';
import { presetInUse } from '../preset/presetInUse.ts';

/**
 * Where this page keeps its draft. Each loading of the page is a tab of its own. What is made under the rules of a preset that the user
 * chose is kept apart from the own draft.
 */
export const draftPlace: Place = {
  area: local,
  key: presetInUse === undefined ? keys.draft : keys.tried,
  keptAside: keys.keptAside,
  tab: Math.random().toString(36).slice(2, 10),
  now: () => new Date(),
};
