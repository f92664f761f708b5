/**
 * A style element for Monaco, which writes style sheets as text into its elements. The page's Content-Security-Policy forbids
 * that and allows rules added one by one: what is written as the text of this element is added so. `vite.config.ts` puts it
 * where Monaco makes its own. An element that is not in the page yet has no sheet: it is filled as soon as it is, with what was
 * written last.
 */
export function styleElement(): HTMLStyleElement {
  const element = document.createElement('style');
  let latest = '';
  Object.defineProperty(element, 'textContent', {
    get: () => rulesOf(element.sheet).join('\n'),
    set: (css: string) => {
      latest = css;
      if (element.sheet) fill(element.sheet, css);
      else queueMicrotask(() => element.sheet && latest === css && fill(element.sheet, css));
    },
  });
  return element;
}

function fill(sheet: CSSStyleSheet, css: string): void {
  while (sheet.cssRules.length > 0) sheet.deleteRule(0);
  const parsed = new CSSStyleSheet();
  parsed.replaceSync(css);
  for (const rule of rulesOf(parsed)) sheet.insertRule(rule, sheet.cssRules.length);
}

const rulesOf = (sheet: CSSStyleSheet | null): readonly string[] =>
  Array.from(sheet?.cssRules ?? [], (rule) => rule.cssText);
