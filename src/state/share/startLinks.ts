/** Opens what the address carries behind `#s`, now and whenever it changes. What reads links comes only then. */
export function startLinks(): void {
  addEventListener('hashchange', openAddress);
  openAddress();
}

function openAddress(): void {
  if (!location.hash.startsWith('#s')) return;
  import('./openLink.ts').then(
    ({ openLink }) => openLink(location.hash),
    // The page tells of a part that did not load; the address stays, and a reload tries again.
    () => {},
  );
}
