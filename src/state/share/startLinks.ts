/** Opens what the address carries behind `#s` or `#open=`, now and whenever it changes. What reads links comes only then. */
export function startLinks(): void {
  addEventListener('hashchange', openAddress);
  openAddress();
}

function openAddress(): void {
  // The page tells of a part that did not load; the address stays, and a reload tries again.
  openFrom(location.hash)?.catch(() => undefined);
}

function openFrom(hash: string): Promise<void> | undefined {
  if (hash.startsWith('#open=')) return import('./openChoice.ts').then(({ openChoice }) => openChoice(hash));
  if (hash.startsWith('#s')) return import('./openLink.ts').then(({ openLink }) => openLink(hash));
  return undefined;
}
