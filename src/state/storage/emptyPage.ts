const NEW_PAGE = '#new';

/**
 * Whether the page is to start empty: `#new` asks for that. The address loses it at once; the entry of the browser's history keeps it
 * until something is saved, so that what was made on the empty page is there after a reload.
 */
export function startsEmpty(): boolean {
  if (location.hash === NEW_PAGE) markEntry({ startsEmpty: true });
  return isMarked();
}

/** A `#new` that came while this page was open stays: it is for the page after the next reload. */
export function startsEmptyNoMore(): void {
  if (isMarked()) history.replaceState(null, '');
}

function isMarked(): boolean {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null && 'startsEmpty' in state;
}

export function markEntry(state: { readonly startsEmpty: true }): void {
  const address = location.hash === NEW_PAGE ? location.pathname + location.search : undefined;
  history.replaceState(state, '', address);
}
