import { expect } from '@playwright/test';
import { overflowOf, tablet, violationsIn, wordRunsIn } from './axe.ts';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedPolicy,
  editorText,
  fillExamples,
  next,
  oneRole,
  onPhone,
  persona,
  policies,
  showPart,
  shownPolicy,
  showPolicy,
  stepHead,
  useUp,
} from './page.ts';

test('the halves share the width by keys and by a click; width and scheme stay after a reload', async ({
  page,
}) => {
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  const separator = page.getByRole('separator', { name: 'Wizard width' });
  await separator.focus();
  await page.keyboard.press('ArrowRight');
  await expect(separator).toHaveAttribute('aria-valuenow', '456');
  await page.keyboard.press('Home');
  await expect(separator).toHaveAttribute('aria-valuenow', '380');
  await separator.click();
  await expect(separator).toHaveAttribute('aria-valuenow', '560');
  await test.step('texts and what holds them follow the font size of the browser', async () => {
    const heading = page.getByRole('heading', { name: /Personas/ });
    const before = await heading.boundingBox();
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '125%'));
    await expect(page.locator('body')).toHaveCSS('font-size', '17.5px');
    expect((await heading.boundingBox())?.height).toBeGreaterThan(1.2 * (before?.height ?? 0));
    expect(await overflowOf(page)).toBe(0);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  });
  await page.getByRole('button', { name: 'Use dark mode' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await expect(page.locator('.monaco-editor').first()).toHaveCSS('background-color', 'rgb(23, 27, 35)');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark');
  await expect(separator).toHaveAttribute('aria-valuenow', '560');
});

test('a change keeps the caret and the place, and names what is out of sight', async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Inference execution role');
  await fillExamples(page);
  await page.getByRole('button', { name: /^2 Permissions/i }).click();
  await page.locator('.policy-editor .view-line', { hasText: '"ConsoleDescribe"' }).click();
  const line = page.locator('.policy-editor .active-line-number');
  await expect(line).not.toHaveText('1');
  const before = await line.innerText();
  await page.getByRole('checkbox', { name: /Load model artifacts/ }).click();
  await expect(page.getByRole('button', { name: /changes? below/ })).toBeVisible();
  expect(await line.innerText()).toBe(before);
  await test.step('a step that begins with radio buttons begins at the one that is checked', async () => {
    await oneRole(page);
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('combobox', { name: 'Find a command' }).fill('Review and export');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('radio', { name: /One role for all personas/ })).toBeFocused();
  });
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('the focus goes to what takes the place of a field, whatever comes between before it is given', async ({
    page,
  }) => {
    await page.goto('');
    // The part that hands the focus on is loaded after the first view.
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const probe = document.createElement('button');
          document.querySelector('form')?.append(probe);
          probe.focus();
          probe.remove();
          await new Promise((resolve) => setTimeout(resolve, 50));
          return document.activeElement !== document.body;
        }),
      )
      .toBe(true);
    const focused = await page.evaluate(async () => {
      const make = (name: string) => document.createElement(name);
      const section = make('section');
      const field = make('input');
      section.append(make('p'), field);
      document.querySelector('form')?.append(section);
      field.focus();
      const button = (name: string) =>
        Object.assign(make('button'), { textContent: name, ariaExpanded: 'false' });
      const opener = button('Suppress');
      field.replaceWith(opener);
      await Promise.resolve();
      opener.before(button('Fix'));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return document.activeElement?.textContent;
    });
    expect(focused).toBe('Suppress');
  });

  test('console actions are picked from a described list', { tag: '@all' }, async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Data scientist');
    await next(page);
    await page.getByText('Details').first().click();
    await page.getByRole('radio', { name: /Selected actions/ }).check();
    await next(page);
    await page.getByRole('combobox', { name: /action/i }).fill('ListTrainingJobs');
    const option = page.getByRole('option', { name: /^ListTrainingJobs Grants permission/ });
    await expect(option).toBeVisible();
    expect(await wordRunsIn(page)).toEqual([]);
    await expect(option).toHaveCSS('display', 'block');
    await option.click();
    const text = JSON.stringify(await copiedPolicy(page, 'Data scientist'));
    expect(text).toContain('sagemaker:ListTrainingJobs');
    expect(text).not.toContain('sagemaker:List*');
    await useUp(page.getByRole('button', { name: 'Remove ListTrainingJobs' }));
    await test.step('the policy keeps its room below a notice and above an open panel', async () => {
      await page.reload();
      await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Draft restored');
      await showPart(page, 'Policy');
      for (const name of [/^Tests/, /^Size/])
        for (const viewport of [onPhone, { width: 360, height: 640 }]) {
          await page.setViewportSize(viewport);
          await page.getByRole('tab', { name }).click();
          const text = await page.getByRole('region', { name: 'Data scientist, as text' }).boundingBox();
          expect(text?.height).toBeGreaterThan(0.3 * viewport.height);
          const bar = await page.getByRole('tab', { name: /^Size/ }).boundingBox();
          expect((bar?.x ?? 0) + (bar?.width ?? viewport.width)).toBeLessThanOrEqual(viewport.width);
        }
    });
    await test.step('a notice that is dismissed before all of the page is loaded hands the focus on as well', async () => {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/intake-*.js', async (route) => {
        await released;
        await route.continue();
      });
      await page.reload();
      const dismiss = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' });
      await dismiss.press('Enter');
      await expect(dismiss).toBeHidden();
      await expect(page.locator('body')).toBeFocused();
      release();
      await expect(page.locator('body :focus:not(button)')).toHaveCount(1);
    });
  });
});

test('at 200% text on a phone the product is named, and nothing in the bars overlaps', async ({ page }) => {
  for (const viewport of [onPhone, { width: 195, height: 422 }]) {
    await page.setViewportSize(viewport);
    await page.goto('');
    await expect(page.getByRole('banner').getByText('SageMaker Policy Builder')).toBeVisible();
    await expect(page.getByPlaceholder('Untitled set')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Parts of the page' })).toBeVisible();
    const overlaps = await page.evaluate(() => {
      const seen = [...document.querySelectorAll('header button, header input, nav button')];
      const boxes = seen.map((one) => one.getBoundingClientRect()).filter(({ width }) => width > 0);
      return boxes.flatMap((one, index) =>
        boxes
          .slice(index + 1)
          .filter(
            (other) =>
              one.left < other.right - 1 &&
              other.left < one.right - 1 &&
              one.top < other.bottom - 1 &&
              other.top < one.bottom - 1,
          ),
      ).length;
    });
    expect(overlaps).toBe(0);
    expect(await overflowOf(page)).toBe(0);
  }
});

test.describe('at the width of a tablet', () => {
  test.use({ viewport: { width: 900, height: 1000 } });

  test('on a tablet the wizard opens beside the policy and closes', { tag: '@all' }, async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Data scientist');
    const [wizard, policy] = [page.getByRole('form', { name: 'Build' }), page.getByRole('main')];
    const [left, right] = [await wizard.boundingBox(), await policy.boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 1);
    await page.keyboard.press('Escape');
    await expect(wizard).toBeHidden();
    await expect(page.getByRole('button', { name: 'Personas' })).toBeFocused();
    for (const name of ['Personas', 'Permissions', 'Resources', 'Guardrails', 'Trust', 'Review and export'])
      await expect(
        page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name, exact: true }),
      ).toContainText(name);
    await test.step('the list of policies opens, moves by keys, and closes as it was', async () => {
      await shownPolicy(page).focus();
      await page.keyboard.press('ArrowDown');
      await expect(shownPolicy(page)).toHaveAttribute('aria-expanded', 'true');
      expect(await violationsIn(page, tablet)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(shownPolicy(page)).toHaveText(/Permissions policy/);
      await page.keyboard.press('Enter');
      await page.keyboard.press('t');
      await page.keyboard.press('Enter');
      await expect(shownPolicy(page)).toHaveText('Data scientist: Trust policy');
      await expect(shownPolicy(page)).toHaveAttribute('aria-expanded', 'false');
      await expect(page.getByRole('status').filter({ hasText: 'Policy shown' })).toHaveText(/trust/);
    });
    await test.step('where the system replaces colors, only what is selected has a line', async () => {
      await page.emulateMedia({ forcedColors: 'active' });
      const lineOf = (selected: boolean) =>
        page
          .getByRole('tab', { selected })
          .first()
          .evaluate((tab) => getComputedStyle(tab).borderBottomColor);
      expect(await lineOf(false)).toBe(
        await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      );
      expect(await lineOf(true)).not.toBe(await lineOf(false));
      const ofSelected = (await policies(page)).getByRole('option', { selected: true });
      const colors = await ofSelected.evaluate((option) =>
        [...option.querySelectorAll('span')].map((part) => getComputedStyle(part).color),
      );
      const own = await ofSelected.evaluate((option) => getComputedStyle(option).color);
      expect([...new Set(colors)]).toEqual([own]);
      await page.keyboard.press('Escape');
      await page.emulateMedia({ forcedColors: 'none' });
    });
    await page.getByRole('button', { name: 'Resources' }).click();
    await expect(page.locator('#step-where').locator('button, input, summary').first()).toBeFocused();
    await page.getByRole('button', { name: 'Close wizard' }).press('Enter');
    await expect(wizard).toBeHidden();
    await expect(page.getByRole('button', { name: 'Resources' })).toBeFocused();
  });
});

test('what is typed outlasts another width of the window and the other half of a phone', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await next(page);
  await page.getByText('Details').first().click();
  await page
    .getByRole('radio', { name: /AWS guide/ })
    .last()
    .check();
  await expect(page.getByRole('region', { name: 'Findings', exact: true })).toContainText(/[1-9]\d* warning/);
  // A place that was sought takes the focus once, and not again from what is typed later.
  await page.keyboard.press('F8');
  await expect(page.locator('.monaco-editor :focus')).toHaveCount(1);
  await page.getByRole('tab', { name: /^Tests/ }).click();
  await page.getByRole('button', { name: 'Add test…' }).click();
  const name = page.getByRole('form', { name: 'Add test' }).getByLabel('Name');
  await name.pressSequentially('reads ');
  await page.setViewportSize({ width: 900, height: 900 });
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
  await expect(name).toBeFocused();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('button', { name: 'Policy', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await page.keyboard.type('a foreign ');
  await showPart(page, 'Build');
  await expect(name).toBeHidden();
  await showPart(page, 'Policy');
  await expect(name).toHaveValue('reads a foreign ');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(page.getByRole('separator', { name: 'Wizard width' })).toBeVisible();
  await name.focus();
  await page.keyboard.type('bucket');
  await page.getByRole('tab', { name: 'Explain' }).click();
  await page.getByRole('tab', { name: 'Policy', exact: true }).click();
  await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
  await expect(page.locator('.monaco-editor :focus')).toHaveCount(0);
  await expect(name).toHaveValue('reads a foreign bucket');
  await test.step('and another panel, another document and a preview', async () => {
    const message = page.getByLabel('Paste the error message');
    const reason = page.getByLabel('Justification', { exact: true });
    await page.getByRole('button', { name: /Access denied/ }).click();
    await message.fill('Access Denied for me');
    await page.getByRole('tab', { name: /^Findings/ }).click();
    await page.getByRole('button', { name: 'Suppress…' }).first().click();
    await reason.fill('known');
    await showPolicy(page, 'Trust policy');
    await expect(reason).toHaveCount(0);
    await page.getByRole('tab', { name: /^Tests/ }).click();
    await expect(message).toHaveValue('Access Denied for me');
    await page.getByRole('button', { name: 'Add test…' }).click();
    await expect(name).toHaveValue('reads a foreign bucket');
    await stepHead(page, 'Personas').click();
    await persona(page, 'Inference execution role').hover();
    await expect(page.getByRole('region', { name: 'Tests' })).toContainText('without the preview');
    await expect(name).toHaveValue('reads a foreign bucket');
    await page.getByRole('banner').hover();
    await expect(page.getByRole('region', { name: 'Tests' })).not.toContainText('without the preview');
    await showPolicy(page, /^Permissions policy/);
    await page.getByRole('tab', { name: /^Findings/ }).click();
    await expect(reason).toHaveValue('known');
    await page.getByRole('button', { name: 'Hide findings' }).click();
    await page.getByRole('button', { name: 'Show findings' }).click();
    await expect(reason).toHaveValue('known');
  });
});

test('an editor lives on while a phone shows the other half', { tag: '@all' }, async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await showPart(page, 'Policy');
  await page.getByRole('button', { name: 'More tools' }).click();
  await page.getByRole('button', { name: 'Open in editor' }).click();
  await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
  await showPart(page, 'Build');
  await showPart(page, 'Policy');
  await expect.poll(() => editorText(page)).toContain('"Version": "2012-10-17"');
  await showPart(page, 'Compare');
  await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
  await showPart(page, 'Build');
  await showPart(page, 'Compare');
  await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
  await expect(page.getByText('Couldn’t load the editor')).toHaveCount(0);
  expect(errors).toEqual([]);
});
