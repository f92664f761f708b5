import type { Page } from '@playwright/test';

/**
 * What a reader would call broken at one look, in a part of the page: a control that something else covers, text that is cut off at
 * a side where nothing scrolls, a text button that is indented at the start of its line, and words of the page's own that are shown
 * as suspicious characters of somebody else's.
 */
export const layoutFaultsIn = (page: Page, part: string): Promise<readonly string[]> =>
  page.evaluate((selector) => {
    const elsewhere = '.monaco-editor, .visually-hidden, svg, [aria-hidden="true"]';
    const root = document.querySelector(selector) ?? document.body;
    const dialog = [...document.querySelectorAll('[role="dialog"]')].at(-1);
    const scope = dialog && !dialog.contains(root) ? dialog : root;
    const seen = (element: Element) =>
      element.closest(elsewhere) === null &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 50)}”`;
    const within = (box: DOMRect, x: number, y: number) =>
      x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    const ancestorsOf = (element: Element): readonly Element[] =>
      element.parentElement ? [element.parentElement, ...ancestorsOf(element.parentElement)] : [];
    const clips = (element: Element) => getComputedStyle(element).overflowX !== 'visible';

    const covered = [...scope.querySelectorAll('button, a[href], summary, select, input')].filter(
      (control) => {
        if (!seen(control)) return false;
        const box = control.getBoundingClientRect();
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const isOut = ancestorsOf(control).some(
          (around) => clips(around) && !within(around.getBoundingClientRect(), x, y),
        );
        if (box.width < 3 || isOut || !within(new DOMRect(0, 0, innerWidth, innerHeight), x, y)) return false;
        const top = document.elementFromPoint(x, y);
        return top !== null && !control.contains(top) && !top.contains(control) && !top.closest('label');
      },
    );

    const textsOf = (element: Element): readonly Text[] => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const texts: Text[] = [];
      while (walker.nextNode())
        if (walker.currentNode instanceof Text && walker.currentNode.data.trim() !== '')
          texts.push(walker.currentNode);
      return texts;
    };
    const rectsOf = (text: Text): readonly DOMRect[] => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()].filter(({ width }) => width > 1);
    };
    const isCut = (text: Text): boolean => {
      const inside = text.parentElement;
      if (!inside || !seen(inside) || inside.closest('pre, option, select')) return false;
      const around = [inside, ...ancestorsOf(inside)].find(clips);
      const { overflowX, textOverflow } = getComputedStyle(around ?? document.body);
      if (around && (/auto|scroll/.test(overflowX) || textOverflow === 'ellipsis')) return false;
      const box = around?.getBoundingClientRect() ?? new DOMRect(0, 0, innerWidth, innerHeight);
      return rectsOf(text).some(({ left, right, bottom, top }) => {
        const isBelow = top >= box.bottom || bottom <= box.top;
        return !isBelow && (left < box.left - 1 || right > box.right + 1);
      });
    };

    /** Alone in its line but for what is after it, by no more than the room around its words; and not where its line is set to the middle or the end. */
    const isIndented = (button: Element): boolean => {
      const row = button.parentElement;
      const [first] = textsOf(button);
      if (!row || !first || !seen(button) || button.querySelector('svg')) return false;
      const { justifyContent, display, textAlign, marginLeft } = getComputedStyle(row);
      if (Number.parseFloat(marginLeft) > 20) return false;
      if (/end|center/.test(justifyContent) || /grid/.test(display) || textAlign === 'center') return false;
      const box = button.getBoundingClientRect();
      const line = { top: box.top + 4, bottom: box.bottom - 4 };
      const others = [...row.children]
        .filter((other) => other !== button)
        .map((other) => other.getBoundingClientRect());
      const words = textsOf(row)
        .filter((text) => text.parentElement === row)
        .flatMap(rectsOf);
      const hasBefore = [...others, ...words].some(
        ({ top, bottom, left, width }) =>
          width > 1 && top < line.bottom && bottom > line.top && left < box.left,
      );
      if (hasBefore) return false;
      const { paddingLeft, borderLeftWidth } = getComputedStyle(row);
      const start =
        row.getBoundingClientRect().left +
        Number.parseFloat(paddingLeft) +
        Number.parseFloat(borderLeftWidth);
      const indent = (rectsOf(first)[0]?.left ?? start) - start;
      return indent > 2 && indent < 20;
    };

    return [
      ...covered.map((control) => `covered: ${nameOf(control)}`),
      ...textsOf(scope)
        .filter(isCut)
        .map((text) => `cut off: ${text.data.slice(0, 60)}`),
      ...[...scope.querySelectorAll('.MuiButton-text')]
        .filter(isIndented)
        .map((button) => `indented: ${nameOf(button)}`),
      ...[...scope.querySelectorAll('[data-character="(U+2019)"]')].map(
        (chip) => `shown as suspicious: ${chip.parentElement?.textContent ?? ''}`,
      ),
    ];
  }, part);
