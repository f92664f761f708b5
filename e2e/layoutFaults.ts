import type { Page } from '@playwright/test';

/** What the questions below have in common, in the page. */
interface Tools {
  /** The part that is asked about; a dialog that is open above it, instead of it. */
  scopeOf(selector: string): Element;
  seen(element: Element): boolean;
  nameOf(element: Element): string;
  ancestorsOf(element: Element): readonly Element[];
  textsIn(element: Element): readonly Text[];
  rectsOf(text: Text): readonly DOMRect[];
}

/** Runs in the page, before the questions. */
function bringTools(): void {
  const elsewhere = '.monaco-editor, .visually-hidden, svg, [aria-hidden="true"]';
  const ancestorsOf = (element: Element): readonly Element[] =>
    element.parentElement ? [element.parentElement, ...ancestorsOf(element.parentElement)] : [];
  const tools: Tools = {
    ancestorsOf,
    scopeOf: (selector) => {
      const part = document.querySelector(selector) ?? document.body;
      const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
      return dialog && !dialog.contains(part) ? dialog : part;
    },
    seen: (element) =>
      element.closest(elsewhere) === null &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    nameOf: (element) => (element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 50),
    textsIn: (element) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode())
        if (walker.currentNode instanceof Text && walker.currentNode.data.trim() !== '')
          texts.push(walker.currentNode);
      return texts;
    },
    rectsOf: (text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width }) => width > 1);
    },
  };
  Reflect.set(globalThis, 'layoutTools', tools);
}

/** Controls whose middle is in sight, but below something else. */
function coveredControls(selector: string): readonly string[] {
  const { scopeOf, seen, nameOf, ancestorsOf }: Tools = Reflect.get(globalThis, 'layoutTools');
  const within = (box: DOMRect, x: number, y: number) =>
    x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
  const isCovered = (control: Element): boolean => {
    const box = control.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const isOut = ancestorsOf(control).some(
      (around) =>
        getComputedStyle(around).overflowX !== 'visible' && !within(around.getBoundingClientRect(), x, y),
    );
    if (box.width < 3 || isOut || !within(new DOMRect(0, 0, innerWidth, innerHeight), x, y)) return false;
    const top = document.elementFromPoint(x, y);
    return top !== null && !control.contains(top) && !top.contains(control) && !top.closest('label');
  };
  return [...scopeOf(selector).querySelectorAll('button, a[href], summary, select, input')]
    .filter((control) => seen(control) && isCovered(control))
    .map((control) => `covered: ${nameOf(control)}`);
}

/** Texts that end at a side where nothing scrolls, and nothing says that there is more. */
function cutTexts(selector: string): readonly string[] {
  const { scopeOf, seen, ancestorsOf, textsIn, rectsOf }: Tools = Reflect.get(globalThis, 'layoutTools');
  const isCut = (text: Text): boolean => {
    const inside = text.parentElement;
    if (!inside || !seen(inside) || inside.closest('pre, option, select')) return false;
    const around = [inside, ...ancestorsOf(inside)].find(
      (element) => getComputedStyle(element).overflowX !== 'visible',
    );
    const { overflowX, textOverflow } = getComputedStyle(around ?? document.body);
    if (around && (/auto|scroll/.test(overflowX) || textOverflow === 'ellipsis')) return false;
    const box = around?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
    return rectsOf(text).some(({ left, right, bottom, top }) => {
      const isBeyond = top >= box.bottom || bottom <= box.top;
      return !isBeyond && (left < box.left - 1 || right > box.right + 1);
    });
  };
  return textsIn(scopeOf(selector))
    .filter(isCut)
    .map((text) => `cut off: ${text.data.slice(0, 60)}`);
}

/** Text buttons that are first in their line, and begin a little behind where texts begin: by the room around their words. */
function indentedButtons(selector: string): readonly string[] {
  const { scopeOf, seen, nameOf, textsIn, rectsOf }: Tools = Reflect.get(globalThis, 'layoutTools');
  const isFirstInLine = (button: Element, row: Element): boolean => {
    const { top, bottom, left } = button.getBoundingClientRect();
    const others = [...row.children].filter((other) => other !== button);
    const words = textsIn(row).filter((text) => text.parentElement === row);
    return ![...others.map((other) => other.getBoundingClientRect()), ...words.flatMap(rectsOf)].some(
      (box) => box.width > 1 && box.top < bottom - 4 && box.bottom > top + 4 && box.left < left,
    );
  };
  const isIndented = (button: Element): boolean => {
    const row = button.parentElement;
    const [first] = textsIn(button);
    if (!row || !first || button.querySelector('svg')) return false;
    const look = getComputedStyle(row);
    if (/end|center/.test(`${look.justifyContent} ${look.textAlign}`) || /grid/.test(look.display))
      return false;
    // A row that is itself pushed to the end.
    if (Number.parseFloat(look.marginLeft) > 20 || !isFirstInLine(button, row)) return false;
    const edge = Number.parseFloat(look.paddingLeft) + Number.parseFloat(look.borderLeftWidth);
    const indent = (rectsOf(first)[0]?.left ?? 0) - row.getBoundingClientRect().left - edge;
    return indent > 2 && indent < 20;
  };
  return [...scopeOf(selector).querySelectorAll('.MuiButton-text')]
    .filter((button) => seen(button) && isIndented(button))
    .map((button) => `indented: ${nameOf(button)}`);
}

/** Buttons whose words lie over other words of their line. */
function overlappingWords(selector: string): readonly string[] {
  const { scopeOf, seen, nameOf, ancestorsOf, textsIn, rectsOf }: Tools = Reflect.get(
    globalThis,
    'layoutTools',
  );
  /** What is in sight whole: what is cut has words that no one sees. */
  const isWhole = ({ parentElement: inside }: Text, row: Element): boolean =>
    inside !== null &&
    seen(inside) &&
    [inside, ...ancestorsOf(inside)].every(
      (element) => element.contains(row) || getComputedStyle(element).overflowX === 'visible',
    );
  const lies = (one: DOMRect, other: DOMRect): boolean =>
    one.left < other.right - 1 &&
    other.left < one.right - 1 &&
    one.top < other.bottom - 6 &&
    other.top < one.bottom - 6;
  return [...scopeOf(selector).querySelectorAll('.MuiButton-text')]
    .filter((button) => {
      const row = button.parentElement;
      if (!row || !seen(button)) return false;
      const whole = textsIn(row).filter((text) => isWhole(text, row));
      const own = whole.filter((text) => button.contains(text)).flatMap(rectsOf);
      const others = whole.filter((text) => !button.contains(text));
      return others.flatMap(rectsOf).some((other) => own.some((one) => lies(one, other)));
    })
    .map((button) => `over other words: ${nameOf(button)}`);
}

/** Texts in a column too narrow for them: five lines or more, of one or two short words each. */
function squeezedTexts(selector: string): readonly string[] {
  const { scopeOf, seen, textsIn, rectsOf }: Tools = Reflect.get(globalThis, 'layoutTools');
  return textsIn(scopeOf(selector))
    .filter((text) => {
      const inside = text.parentElement;
      if (!inside || !seen(inside) || inside.closest('pre, code, option')) return false;
      const lines = new Set(rectsOf(text).map(({ top }) => Math.round(top))).size;
      return lines >= 5 && text.data.trim().length < 12 * lines;
    })
    .map((text) => `squeezed: ${text.data.slice(0, 60)}`);
}

/** The page's own words that are shown as suspicious characters of somebody else's. */
const ownChips = (selector: string): readonly string[] =>
  [...document.querySelectorAll(`${selector} [data-character="(U+2019)"]`)].map(
    (chip) => `shown as suspicious: ${chip.parentElement?.textContent ?? ''}`,
  );

/** What a reader would call broken at one look, in a part of the page. */
export async function layoutFaultsIn(page: Page, part: string): Promise<readonly string[]> {
  await page.evaluate(bringTools);
  return [
    ...(await page.evaluate(coveredControls, part)),
    ...(await page.evaluate(cutTexts, part)),
    ...(await page.evaluate(indentedButtons, part)),
    ...(await page.evaluate(overlappingWords, part)),
    ...(await page.evaluate(squeezedTexts, part)),
    ...(await page.evaluate(ownChips, part)),
  ];
}
