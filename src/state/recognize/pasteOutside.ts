import { earlyText } from '../storage/earlyArrivals.ts';
import { isDialogShown } from '../storage/fileDrop.ts';

/** What is typed in by itself: a paste there is its own. */
const FIELDS = 'input, textarea, select, [contenteditable], .policy-editor, .monaco-editor';

/** A paste outside a field goes where its text belongs. A dialog is left alone: nothing behind it opens. */
export function startPaste(): void {
  addEventListener('paste', (event) => {
    const { target } = event;
    if (isDialogShown() || event.defaultPrevented) return;
    if (target instanceof Element && target.closest(FIELDS) !== null) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (text.trim() === '') return;
    event.preventDefault();
    openPasted(text);
  });
  openPasted(earlyText());
}

function openPasted(text: string): void {
  if (text === '') return;
  // The page says when a part of it does not load.
  import('./route.ts').then(
    ({ routeText }) => routeText(text),
    () => undefined,
  );
}
