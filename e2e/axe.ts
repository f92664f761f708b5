import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Look {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
  /** Colors are the same in every layout, and `theme.test.ts` computes their contrast in both schemes. */
  readonly contrast: boolean;
}

/** Each has a layout of its own. Together they show the structure of all layouts, and the contrast of both schemes. */
export const desktop: Look = { width: 1440, scheme: 'light', contrast: true };
export const tablet: Look = { width: 900, scheme: 'light', contrast: false };
export const phone: Look = { width: 390, scheme: 'dark', contrast: true };

/** What axe finds on the page as it stands, or only within `part`. */
export async function violationsIn(
  page: Page,
  { width, scheme, contrast }: Look,
  { part, more = [] }: { readonly part?: string; readonly more?: readonly string[] } = {},
): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: scheme });
  await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme);
  // Nothing of the page is in a frame, so that axe need not look for any.
  // The lines of the editor are thousands of spans without a role; the colors of their texts are computed in `theme.test.ts`.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .withTags([...rules, ...more])
    .exclude('.monaco-editor .view-lines');
  if (part !== undefined) axe.include(part);
  if (!contrast) axe.disableRules('color-contrast');
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${width} px, ${scheme}: ${id} ${nodes.map((node) => `${node.target.join(' ')} ${node.html}`).join(', ')}`,
  );
}

/** How far the page is wider than the window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
