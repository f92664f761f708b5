/* Functions that run in the page: they know nothing of this file. */

/**
 * Clicks the first choice of the step `count` times. The editor draws its changed lines in a frame; the message after them comes
 * when that frame is painted. Findings are timed where the page says when they are of an older text.
 */
export async function toggle(count) {
  const box = document.querySelector('#build input[type="checkbox"]');
  const lines = document.querySelector('.policy-editor .view-lines');
  const panel = document.querySelector('section[aria-label="Findings"]');
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const painted = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  const seen = (target, options, isThere) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(target, options);
    });
  const isChecked = () => panel.getAttribute('aria-busy') === 'false';
  const checked = () => (isChecked() ? undefined : seen(panel, { attributes: true }, isChecked));
  const everything = { childList: true, subtree: true, characterData: true, attributes: true };
  const tasks = [];
  const watch = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map((entry) => entry.duration)),
  );
  watch.observe({ type: 'longtask' });
  const [texts, findings] = [[], []];
  for (let index = 0; index < count; index += 1) {
    const changed = seen(lines, everything, () => true);
    const start = performance.now();
    box.click();
    await changed;
    await painted();
    texts.push(performance.now() - start);
    if (panel?.hasAttribute('aria-busy')) {
      await checked();
      findings.push(performance.now() - start);
    }
    await frame();
  }
  watch.disconnect();
  return { texts, findings, tasks };
}

/** Changes the last digit of a field, waits for the frame, and rests as someone who types does. */
export async function type(field, count) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const rest = () => new Promise((resolve) => setTimeout(resolve, 200));
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const start = field.value.slice(0, -1);
  const [frames, tasks] = [[], []];
  const watch = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map((entry) => entry.duration)),
  );
  watch.observe({ type: 'longtask' });
  for (let index = 0; index < count; index += 1) {
    const before = performance.now();
    set.call(field, `${start}${index % 10}`);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
    frames.push(performance.now() - before);
    await rest();
  }
  watch.disconnect();
  return { frames, tasks };
}

/** When the first paint was, and how long the tasks were until now. */
export const paints = () =>
  new Promise((resolve) => {
    const tasks = [];
    new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({
      type: 'longtask',
      buffered: true,
    });
    new PerformanceObserver((list) => {
      const [first] = list.getEntriesByName('first-contentful-paint');
      if (first) setTimeout(() => resolve({ paint: first.startTime, tasks }), 0);
    }).observe({ type: 'paint', buffered: true });
  });
