import { readPresetFile } from './presetFile.ts';
import { presetInUse } from './presetInUse.ts';
import { notify } from '../store.ts';

/** How long the page waits for a preset before it goes on without, in milliseconds. */
const WAIT_MS = 3000;

/** What is read when there is no preset. */
const NONE = '{"use":null}';

/**
 * Puts the organization's preset in force, if there is one, before the first draft is read; while the host has none, the one that
 * the user chose. `#preset=file.json` alone puts none in force: it is previewed first. Never rejects: what goes wrong becomes a notice, and the page goes on without.
 */
export async function startPreset(): Promise<void> {
  const signal = AbortSignal.timeout(WAIT_MS);
  const tooLate = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too late')));
  });
  try {
    await Promise.race([apply(signal), tooLate]);
  } catch {
    notify({ id: presetInUse === undefined ? 'presetUnreachable' : 'presetInUseUnreachable' });
  }
}

async function apply(signal: AbortSignal): Promise<void> {
  const index = await readPresetFile('index.json', signal);
  if (presetInUse === undefined && index.replaceAll(/\s/g, '') === NONE) return;
  const { applyPreset } = await import('./applyPreset.ts');
  await applyPreset(index, presetInUse, signal);
}
