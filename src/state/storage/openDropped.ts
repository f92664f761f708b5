import { openEvents, sourcesOfFiles } from '../activity/activityStore.ts';
import { readFiles } from '../import/importText.ts';
import { openLarge } from '../import/openLarge.ts';
import { routeText } from '../recognize/route.ts';
import { refuse } from '../share/replaceDraft.ts';
import { openWorkspaceFile } from '../share/workspaceFile.ts';
import { notify } from '../store.ts';

/** Files that were dropped on the page: policies, or a saved draft. */
export async function openDropped(files: readonly File[]): Promise<void> {
  const reading = await readFiles(files);
  if (reading.kind === 'unreadable') return refuse(reading.reason);
  if (reading.kind === 'activity') return openEvents(sourcesOfFiles(reading.files));
  if (reading.kind === 'large') return openLarge(reading.files);
  if (reading.kind === 'workspace') {
    const refusal = await openWorkspaceFile(reading.file);
    if (refusal !== undefined) notify({ id: 'link', text: refusal, moves: [] });
    return;
  }
  routeText(reading.text, reading.name);
}
