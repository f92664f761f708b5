import { readFiles } from '../import/importText.ts';
import { openLarge } from '../import/openLarge.ts';
import { refuse } from '../share/replaceDraft.ts';
import { openWorkspaceFile } from '../share/workspaceFile.ts';
import { routeText } from '../recognize/route.ts';
import { notify, useStore } from '../store.ts';

const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Files dropped anywhere on the page are read for policies or a saved draft, not opened in place of the page. A dialog takes its own. */
export function startFileDrop(): void {
  addEventListener('dragover', (event) => holdsFile(event) && event.preventDefault(), { capture: true });
  addEventListener('drop', dropped, { capture: true });
}

function dropped(event: DragEvent): void {
  if (!holdsFile(event)) return;
  event.preventDefault();
  const files = [...(event.dataTransfer?.files ?? [])];
  if (files.length === 0 || useStore.getState().screen.dialog !== null) return;
  event.stopPropagation();
  void take(files);
}

async function take(files: readonly File[]): Promise<void> {
  const reading = await readFiles(files);
  if (reading.kind === 'unreadable') return refuse(reading.reason);
  if (reading.kind === 'large') return openLarge(reading.files);
  if (reading.kind === 'workspace') {
    const refusal = await openWorkspaceFile(reading.file);
    if (refusal !== undefined) notify({ id: 'link', text: refusal, moves: [] });
    return;
  }
  routeText(reading.text, files.length === 1 ? files[0]?.name : '');
}
