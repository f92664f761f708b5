import { importFile } from './importText.ts';
import { useStore } from './store.ts';

const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** A file dropped anywhere on the page is read for policies, not opened in place of the page. A dialog takes its own. */
export function startFileDrop(): void {
  addEventListener('dragover', (event) => holdsFile(event) && event.preventDefault(), { capture: true });
  addEventListener('drop', dropped, { capture: true });
}

function dropped(event: DragEvent): void {
  if (!holdsFile(event)) return;
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (!file || useStore.getState().screen.dialog !== null) return;
  event.stopPropagation();
  void importFile(file);
}
