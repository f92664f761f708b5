import { show } from '../store.ts';

/** Shows the personas with the focus on the first one. */
export const focusPersonas = (): void =>
  show({ step: 'who', half: 'build', preview: null, focusTarget: 'first' });
