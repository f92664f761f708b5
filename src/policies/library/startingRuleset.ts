import { personas } from './personas/index.ts';
import { type Ruleset, rulesetFrom } from './ruleset.ts';

/** The personas without the rest of the library: enough to offer them, and a part of the size. */
export const startingRuleset: Ruleset = rulesetFrom({
  preset: null,
  personas,
  activities: [],
  variables: [],
  startingValues: {},
  delivery: {},
});
