import { fetchFile } from '../fetchFile.ts';
import { notify } from '../store.ts';

/** How long the page waits for a preset before it goes on without, in milliseconds. */
const WAIT_MS = 3000;

/** What is read when there is no preset. */
const NONE = '{"use":null}';

/**
 * Puts the organisation's preset in force, if there is one, before the first draft is read. `#preset=file.json` tries one while
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

/**
 * A file of the folder beside the page, as it is now and not as it was kept. Where something else answers in the server's place, the page's
 * worker gives the last one that it has, and says why; without one, and where there is none, it rejects.
 */
export async function readPresetFile(name: string, signal: AbortSignal): Promise<string> {
  const answer = await fetchFile(`presets/${name}`, { cache: 'no-cache', signal });
  const reason = answer.headers.get('x-kept-because');
  if (reason !== null) notify({ id: 'presetKept', text: `presets/${name}: ${decodeURIComponent(reason)}` });
  return answer.text();
}
