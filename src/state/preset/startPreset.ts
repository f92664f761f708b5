import { readPresetFile } from './presetFile.ts';
import { notify } from '../store.ts';

/** How long the page waits for a preset before it goes on without, in milliseconds. */
const WAIT_MS = 3000;

/** What is read when there is no preset. */
const NONE = '{"use":null}';

/**
 * Puts the organization's preset in force, if there is one, before the first draft is read. `#preset=file.json` tries one while
 * none is in use. Never rejects: what goes wrong becomes a notice, and the page goes on without.
 */
export async function startPreset(hash: string): Promise<void> {
  const signal = AbortSignal.timeout(WAIT_MS);
  const tooLate = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too late')));
  });
  try {
    await Promise.race([apply(hash, signal), tooLate]);
  } catch {
    notify({ id: 'presetUnreachable' });
  }
}

async function apply(hash: string, signal: AbortSignal): Promise<void> {
  const tried = /^#preset=(.*)$/.exec(hash)?.[1];
  const index = await readPresetFile('index.json', signal);
  if (tried === undefined && index.replaceAll(/\s/g, '') === NONE) return;
  const { applyPreset } = await import('./applyPreset.ts');
  await applyPreset(index, tried, signal);
}
