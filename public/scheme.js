// Runs before the first paint, so that a dark page does not flash white, nor the words of the start before a draft that is there. The
// keys are those of src/state/storage/keys.ts; older versions of the page used the other ones.
(() => {
  let mode = null;
  let opensWork = location.hash.length > 1;
  try {
    const path = new URL('.', document.baseURI).pathname;
    mode = localStorage.getItem(`policy-builder ${path} scheme`) ?? localStorage.getItem('mui-mode');
    opensWork ||= Object.keys(localStorage).some(
      (key) => key === `policy-builder ${path} draft` || key.startsWith('policy-builder.'),
    );
  } catch {
    // Storage may be forbidden; the system's scheme is used then.
  }
  const dark = mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.scheme = dark ? 'dark' : 'light';
  if (opensWork) document.documentElement.dataset.opens = 'work';
  if (mode !== 'dark' && mode !== 'light') return;
  // A scheme that was chosen holds for the browser's own bar, too.
  for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
    meta.content = dark ? '#171b23' : '#ffffff';
})();

// Files and texts that come before the page takes them wait for it: a browser would open a file in place of the page. What takes them
// is src/state/storage/earlyArrivals.ts.
(() => {
  const fields = 'input, textarea, select, [contenteditable], .policy-editor, .monaco-editor';
  const holdsFile = ({ dataTransfer }) => dataTransfer?.types.includes('Files') === true;
  // A dialog takes its own.
  const isOpen = () => document.querySelector('[role="dialog"]') !== null;
  const over = (event) => holdsFile(event) && event.preventDefault();
  const drop = (event) => {
    if (!holdsFile(event) || isOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    early.files = [...event.dataTransfer.files];
  };
  const paste = (event) => {
    const isInField = event.target instanceof Element && event.target.closest(fields) !== null;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (event.defaultPrevented || isInField || isOpen() || text.trim() === '') return;
    event.preventDefault();
    early.text = text;
  };
  const early = {
    files: [],
    text: '',
    stopFiles() {
      removeEventListener('dragover', over, { capture: true });
      removeEventListener('drop', drop, { capture: true });
    },
    stopText() {
      removeEventListener('paste', paste);
    },
  };
  addEventListener('dragover', over, { capture: true });
  addEventListener('drop', drop, { capture: true });
  addEventListener('paste', paste);
  window.early = early;
})();
