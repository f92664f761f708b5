import { activities } from './activities/index.ts';
import { personas } from './personas/index.ts';
import { type Ruleset, rulesetFrom } from './ruleset.ts';
import { variables } from './variables/index.ts';

/** The built-in library, without any preset. `rulesetOf` makes another one of a preset. */
export const builtIn: Ruleset = rulesetFrom({
  preset: null,
  personas,
  activities,
  variables,
  startingValues: {},
  delivery: {},
});
