import { builtIn } from '../../policies/library/builtIn.ts';
import { startingRuleset } from '../../policies/library/startingRuleset.ts';
import { useStore } from '../store.ts';

/**
 * A person who composes brings the library: until then the page knows the personas only. A preset, which is made of the library, may
 * be in force already.
 */
export const admitLibrary = (): void =>
  useStore.setState(({ ruleset }) => (ruleset === startingRuleset ? { ruleset: builtIn } : {}));
