import { useStore } from '../store.ts';

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
  // The page says when a part of it does not load.
  import('./openDropped.ts').then(
    ({ openDropped }) => openDropped(files),
    () => undefined,
  );
}
