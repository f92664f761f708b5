import type { Draft } from '../../policies/model/draft.ts';
import { useStore } from '../store.ts';

/**
 * The address names a shared draft only while that is the draft: the first change takes it out, so that a reload brings back
 * what was edited here and not what was opened once, and an address that is copied never names another draft.
 */

let forget: () => void = () => {};

/** Puts the link of the draft as it is now into the address, unless that says which preset is tried: a reload needs it. */
export function nameInAddress(fragment: string): void {
  if (location.hash.startsWith('#preset=')) return;
  if (location.hash !== `#${fragment}`) replaceAddress(`#${fragment}`);
  forgetWhenChanged(useStore.getState().draft);
}

/** Leaves the address without a link, to a draft or into the page. */
export function clearAddress(): void {
  forget();
  if (/^#(?:s|open=)/.test(location.hash)) replaceAddress('');
}

/** Names a preset that the user chose: the entry of the browser's history says that it was chosen, so that a reload does not ask. */
export const namePreset = (file: string): void =>
  history.replaceState({ presetInUse: file }, '', `#preset=${file}`);

/** Leaves the address without a preset, so that a reload asks for none. */
export const leavePreset = (): void => history.replaceState(null, '', location.pathname + location.search);

function forgetWhenChanged(draft: Draft): void {
  forget();
  const stop = useStore.subscribe((state) => {
    if (state.draft !== draft) clearAddress();
  });
  forget = () => {
    stop();
    forget = () => {};
  };
}

/** Nothing is added to the browser's history, and nothing is loaded. */
const replaceAddress = (fragment: string): void =>
  history.replaceState(history.state, '', `${location.pathname}${location.search}${fragment}`);
