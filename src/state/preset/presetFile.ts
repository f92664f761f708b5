import { fetchFile } from '../offline/fetchFile.ts';
import { notify } from '../store.ts';

/**
 * A file of the folder beside the page, as it is now and not as it was kept. Where something else answers in the server's place, the page's
 * worker gives the last one that it has, and says why; without one, and where there is none, it rejects.
 * `ifKept`: the notice for the last one.
 */
export async function readPresetFile(
  name: string,
  signal: AbortSignal,
  ifKept: 'presetKept' | 'previewKept' = 'presetKept',
): Promise<string> {
  const answer = await fetchFile(`presets/${name}`, { cache: 'no-cache', signal });
  const reason = answer.headers.get('x-kept-because');
  if (reason !== null) notify({ id: ifKept, text: `presets/${name}: ${decodeURIComponent(reason)}` });
  return answer.text();
}
