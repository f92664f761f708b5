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
