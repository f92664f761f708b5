import { loadComposing } from '../derived/composing.ts';

/** Opens what the address carries behind `#s`, `#open=`, or `#preset=`, now and whenever it changes. What reads links comes only then. */
export function startLinks(): void {
  addEventListener('hashchange', openAddress);
  openAddress();
}

function openAddress(): void {
  // The page reports a part that did not load; the address stays, and a reload tries again.
  openFrom(location.hash).catch(() => undefined);
}

/** What a link names is looked up in the whole library. */
async function openFrom(hash: string): Promise<void> {
  if (hash.startsWith('#open=')) {
    const [{ openChoice }] = await Promise.all([import('./openChoice.ts'), loadComposing()]);
    return openChoice(hash);
  }
  if (hash.startsWith('#preset=')) {
    const [{ previewNamed }] = await Promise.all([import('../preset/previewedPreset.ts'), loadComposing()]);
    return previewNamed(hash);
  }
  if (!hash.startsWith('#s')) return;
  const [{ openLink }] = await Promise.all([import('./openLink.ts'), loadComposing()]);
  openLink(hash);
}
