import { useStore } from '../store.ts';
import { earlyFiles } from './earlyArrivals.ts';

const holdsFile = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

/** Files dropped anywhere on the page are read for policies or a saved draft, not opened in place of the page. A dialog takes its own. */
export function startFileDrop(): void {
  addEventListener('dragover', (event) => holdsFile(event) && event.preventDefault(), { capture: true });
  addEventListener('drop', dropped, { capture: true });
  openDropped(earlyFiles());
}

/** One that is still being loaded takes nothing yet. */
export const isDialogShown = (): boolean =>
  useStore.getState().screen.dialog !== null && document.querySelector('[role="dialog"]') !== null;

function dropped(event: DragEvent): void {
  if (!holdsFile(event)) return;
  event.preventDefault();
  if (isDialogShown()) return;
  event.stopPropagation();
  openDropped([...(event.dataTransfer?.files ?? [])]);
}

function openDropped(files: readonly File[]): void {
  if (files.length === 0) return;
  // The page says when a part of it does not load.
  import('./openDropped.ts').then(
    ({ openDropped }) => openDropped(files),
    () => undefined,
  );
}
