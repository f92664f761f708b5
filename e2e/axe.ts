import { expect, type Page, test } from '@playwright/test';
import { layoutFaultsIn } from './layoutFaults.ts';
import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Whether this is a run of `npm run test:all`. */
const isAll = process.env['EXHAUSTIVE'] === '1';

export interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** Colors are the same in every layout, and `theme.test.ts` computes their contrast in both schemes. */
  readonly contrast: boolean;
}

/** Rules of good practice that the whole page does not keep: the separator and the skip links are in no landmark, a skip link opens the half that it names, and a phone shows the wizard without `main`. */
const notKept = ['region', 'skip-link', 'landmark-one-main'];

/** The rules that compute colors, which takes most of the time of a scan. */
const colors = ['color-contrast', 'link-in-text-block'];

/** Each has a layout of its own. Together they show the structure of all layouts, and the contrast of both schemes. */
export const desktop: Look = { width: 1440, scheme: 'light', contrast: true };
export const tablet: Look = { width: 900, scheme: 'light', contrast: false };
export const phone: Look = { width: 390, scheme: 'dark', contrast: true };

/** Gives the window the width and the scheme; without motion, so that no color is on its way to another. */
export async function lookAs(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme });
}

/** What axe finds on the page as it is, or only within `part`, which must be there. */
export async function violationsIn(
  page: Page,
  look: Look,
  { part, more = [] }: { readonly part?: string; readonly more?: readonly string[] } = {},
): Promise<readonly string[]> {
  await lookAs(page, look);
  await expect(page.locator('html')).toHaveAttribute('data-scheme', look.scheme);
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(axe.source);
    await page.evaluate(eachContrastOnce);
  }
  const asked: AxeRun = {
    // The lines of the editor are thousands of spans without a role; the colors of their texts are computed in `theme.test.ts`.
    context: { include: [[part ?? 'html']], exclude: [['.monaco-editor .view-lines']] },
    options: {
      runOnly: { type: 'tag', values: [...rules, ...more] },
      rules: Object.fromEntries([
        ...(look.contrast ? [] : colors).map((rule) => [rule, { enabled: false }]),
        ...(part === undefined ? notKept : []).map((rule) => [rule, { enabled: false }]),
      ]),
      resultTypes: ['violations'],
      // Nothing of the page is in a frame, so that axe need not look for any.
      iframes: false,
    },
  };
  const violations = await page.evaluate(runAxe, asked);
  return violations.map((violation) => `${look.width} px, ${look.scheme}: ${violation}`);
}

/** What a run is asked for, without what can't be sent to the page. */
interface AxeRun {
  readonly context: { include: string[][]; exclude: string[][] };
  readonly options: Pick<RunOptions, 'rules' | 'resultTypes' | 'iframes'> & {
    runOnly: { type: 'tag'; values: string[] };
  };
}

/** An element in one run of axe, which keeps the styles that it read. */
interface AxeElement {
  readonly parent: AxeElement | null;
  readonly props: { readonly nodeName: string };
  attr(name: string): string | null;
  getComputedStylePropertyValue(name: string): string;
}

interface Checked {
  data(told: { readonly contrastRatio?: unknown; readonly messageKey?: unknown }): void;
}

interface Contrast {
  readonly rules: {
    readonly id: string;
    matches(node: unknown, element: AxeElement, ...rest: unknown[]): boolean;
  }[];
  readonly checks: {
    readonly 'color-contrast': {
      evaluate(
        this: Checked,
        node: unknown,
        options: unknown,
        element: AxeElement,
        ...rest: unknown[]
      ): boolean | undefined;
    };
  };
}

/**
 * Runs in the page, after axe came. A contrast is computed once for all elements that have the same class, color, size, weight
 * and shadow, and the same classes and backgrounds around them, in whatever state and scheme of the page they are. Only what was
 * computed and found good is not computed again: not what is hidden, or what axe cannot decide.
 */
function eachContrastOnce(): void {
  const { rules, checks }: Contrast = Reflect.get(Reflect.get(globalThis, 'axe'), '_audit');
  const rule = rules.find(({ id }) => id === 'color-contrast');
  const check = checks['color-contrast'];
  if (!rule) throw new Error('axe has no rule for contrast');
  const { matches } = rule;
  const { evaluate } = check;
  const good = new Set<string>();
  const numbers = new Map<string, number>();
  const known = new WeakMap<AxeElement, number>();
  const styles = ['background-color', 'background-image', 'opacity', 'filter', 'mix-blend-mode'];
  const layersOf = (element: AxeElement): number => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const below = element.parent ? layersOf(element.parent) : -1;
    const own = styles.map((style) => element.getComputedStylePropertyValue(style));
    const layers = [below, element.props.nodeName, element.attr('class'), ...own].join('|');
    const number = numbers.get(layers) ?? numbers.size;
    numbers.set(layers, number);
    known.set(element, number);
    return number;
  };
  const looksOf = (element: AxeElement): string =>
    ['color', 'font-size', 'font-weight', 'text-shadow']
      .map((style) => element.getComputedStylePropertyValue(style))
      .concat(String(layersOf(element)))
      .join('|');
  rule.matches = (node, element, ...rest) =>
    !good.has(looksOf(element)) && matches.call(rule, node, element, ...rest);
  check.evaluate = function (node, options, element, ...rest) {
    const looks = looksOf(element);
    if (good.has(looks)) return true;
    let computed = false;
    const watched: Checked = Object.create(this, {
      data: {
        value: (told: Parameters<Checked['data']>[0]) => {
          computed = typeof told.contrastRatio === 'number' && told.messageKey === undefined;
          this.data(told);
        },
      },
    });
    const result = evaluate.call(watched, node, options, element, ...rest);
    if (result === true && computed) good.add(looks);
    return result;
  };
}

/** Runs in the page. */
async function runAxe(asked: AxeRun): Promise<string[]> {
  const { run }: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> } = Reflect.get(
    globalThis,
    'axe',
  );
  const { violations } = await run(asked.context, asked.options);
  return violations.map(
    ({ id, nodes }) => `${id} ${nodes.map((node) => `${node.target.join(' ')} ${node.html}`).join(', ')}`,
  );
}

/** Rows of two lines whose words run together where the lines are not seen: read out, copied, or found by their text. */
export const wordRunsIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const lines = [
      ...document.querySelectorAll<HTMLElement>(':is([role="option"], label, button) :is(span, kbd)'),
    ];
    return lines.flatMap((line) => {
      const before = line.previousSibling?.textContent ?? '';
      const runs = /\S$/.test(before) && /^\S/.test(line.textContent);
      return runs && getComputedStyle(line).display === 'block' ? [`${before}|${line.textContent}`] : [];
    });
  });

/** Words of up to this many pixels fit any line of the page. */
const SHORT_WORD = 180;

/** Short words that are broken in two lines: names break between their parts. Policies and messages of elsewhere wrap as they are. */
const brokenWordsIn = (page: Page, part: string): Promise<readonly string[]> =>
  page.evaluate(
    ([most, part]) => {
      const texts = document.createTreeWalker(
        document.querySelector(part) ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const range = document.createRange();
      const found = new Set<string>();
      const linesOf = (text: Text, word: RegExpExecArray) => {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        return [...range.getClientRects()].filter(({ width }) => width > 0);
      };
      const isOnOneLine = (text: Text) => {
        range.selectNodeContents(text);
        return range.getClientRects().length < 2;
      };
      while (texts.nextNode()) {
        const text = texts.currentNode;
        const inside = text.parentElement;
        if (!(text instanceof Text) || !inside?.checkVisibility()) continue;
        if (isOnOneLine(text)) continue;
        if (inside.closest('.monaco-editor, .visually-hidden, pre, option, a[href*="#"]')) continue;
        for (const word of text.data.matchAll(/[\p{L}\p{N}.]+/gu)) {
          const lines = linesOf(text, word);
          const width = lines.reduce((sum, line) => sum + line.width, 0);
          if (width <= most && lines.some(({ top }) => Math.abs(top - (lines[0]?.top ?? top)) > 4))
            found.add(`${word[0]} in “${text.data.slice(0, 80)}”`);
        }
      }
      return [...found];
    },
    [SHORT_WORD, part] as const,
  );

/** How far the page is wider or higher than the window. Its parts scroll, and the window itself never does. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return Math.max(0, scrollWidth - innerWidth, scrollHeight - innerHeight);
  });

/** A state of the page that is reached from the one before it, at full width. */
export interface State {
  readonly name: string;
  reach(page: Page): Promise<unknown>;
  /** What a phone shows of it, which has one part at a time; a state of the whole page has none. */
  readonly phonePart?: 'Build' | 'Policy' | 'Review' | 'Compare' | 'Explain' | 'Access';
  /** What this state changes, where the rest was scanned in the states before; the whole page without it. */
  readonly part?: string;
  /** Where it is scanned, unless in every layout. */
  readonly looks?: readonly Look[];
  /** Made of what other states show, with another content: `npm test` only passes through it. */
  readonly rare?: true;
}

/**
 * Reaches the states one after the other on one page, and scans each in every layout: a page keeps what is open in it when its
 * width changes. A tablet shows the half that the phone before it was led to. What is wrong with one does not hide what is wrong
 * with the next.
 */
export async function walk(page: Page, states: readonly State[]): Promise<void> {
  for (const state of states)
    await test.step(state.name, async () => {
      await lookAs(page, desktop);
      await state.reach(page);
      if (state.rare && !isAll) return;
      for (const look of state.looks ?? [desktop, phone, tablet]) await scan(page, look, state);
    });
}

/**
 * On a tablet, a part is what it is on a desktop with less room: there, `npm test` looks whether it fits, and has axe scan the
 * whole page and what is scanned nowhere else. `npm run test:all` scans each part.
 */
const isForAxe = (look: Look, part: State['part'], looks: State['looks']): boolean =>
  look !== tablet || part === undefined || looks !== undefined || isAll;

async function scan(page: Page, look: Look, { name, part, phonePart, looks }: State): Promise<void> {
  await lookAs(page, look);
  if (look === phone && phonePart) {
    const parts = page.getByRole('navigation', { name: 'Parts of the page' });
    await parts.getByRole('button', { name: phonePart }).click();
  }
  if (part) await expect(page.locator(part)).toBeVisible();
  if (isForAxe(look, part, looks))
    expect
      .soft(await violationsIn(page, look, part ? { part } : { more: ['best-practice'] }), name)
      .toEqual([]);
  expect.soft(await wordRunsIn(page), name).toEqual([]);
  expect.soft(await brokenWordsIn(page, part ?? 'body'), `${name}, ${look.width} px`).toEqual([]);
  expect.soft(await layoutFaultsIn(page, part ?? 'body'), `${name}, ${look.width} px`).toEqual([]);
  expect.soft(await overflowOf(page), `${name}: too large for ${look.width} px`).toBe(0);
}
