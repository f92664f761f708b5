import { expect, type Locator, type Page } from '@playwright/test';

/** Words by which a reader finds the parts of the page; every spec takes them from here. */
export const persona = (page: Page, title: string) =>
  page.getByRole('checkbox', { name: new RegExp(`^[A-Z]{2,3} ${title}`) });

export const choosePersona = (page: Page, title: string) => persona(page, title).check();

export const next = (page: Page) => page.getByRole('button', { name: 'Continue' }).click();

export const stepHead = (page: Page, title: string) =>
  page.getByRole('heading').getByRole('button', { name: new RegExp(`^\\d ${title}`, 'i') });

/** A phone: one half of the page at a time, and no editor, which is most of the work of a page. */
export const onPhone = { width: 390, height: 844 };

/** Shows a half of the page, or a view of the policy, where a phone shows one at a time. */
export const showPart = (
  page: Page,
  part: 'Build' | 'Policy' | 'Review' | 'Compare' | 'Explain' | 'Access',
) => page.getByRole('navigation', { name: 'Parts of the page' }).getByRole('button', { name: part }).click();

/** Saves a snapshot under a name, which is asked for. */
export async function saveSnapshot(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Save snapshot' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Save snapshot' });
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

/** The policies that can be shown: a column beside the text, or a list that opens. */
export async function policies(page: Page): Promise<Locator> {
  const list = page.getByRole('listbox', { name: 'Policies' });
  const box = shownPolicy(page);
  await expect(list.or(box).first()).toBeVisible();
  if ((await list.count()) === 0) await box.click();
  await expect(list).toBeVisible();
  return list;
}

/** Where there is no column: what is shown, and what opens the list. */
export const shownPolicy = (page: Page) => page.getByRole('combobox', { name: 'Policy shown' });

/** Shows a policy by its name, within the group of a role. */
export async function showPolicy(page: Page, name: string | RegExp, group?: string | RegExp): Promise<void> {
  const list = await policies(page);
  const within = group === undefined ? list : list.getByRole('group', { name: group });
  await within.getByRole('option', { name }).first().click();
}

export async function fillExamples(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: 'Find a command' }).fill('Load example');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** One role for everything, in place of one for each persona. */
export async function oneRole(page: Page): Promise<void> {
  await stepHead(page, 'Review and export').click();
  await page.getByRole('radio', { name: /One role for all personas/ }).check();
}

/**
 * Uses a control that vanishes by it, at the keyboard: the focus goes to something else, not to the page as a whole, and not to a
 * button that another Enter would use.
 */
export async function useUp(control: Locator): Promise<void> {
  const used = await control.elementHandle();
  await control.press('Enter');
  await expect
    .poll(() =>
      control.page().evaluate((used) => {
        const focused = document.activeElement;
        return focused !== used && focused?.matches('body :not(button:not([aria-expanded], [role]))');
      }, used),
    )
    .toBe(true);
}

/** The lines that the editor has in view, with plain spaces. It draws them when there is time: ask until they are as expected. */
export async function editorText(page: Page): Promise<string> {
  await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
  const lines = await page.locator('.policy-editor .view-line').allInnerTexts();
  return lines.join('\n').replaceAll('\u00a0', ' ');
}

/**
 * What a button copies, once it says so. It says so for two seconds, which a question asked now and then can miss on a busy
 * machine: the page watches for it, from before the button is used.
 */
export async function copiedText(button: Locator, use = () => button.click()): Promise<string> {
  const page = button.page();
  const confirmed = page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const saysSo = () =>
          [...document.querySelectorAll('button')].some((one) => /^\s*Copied\b/.test(one.textContent ?? ''));
        const observer = new MutationObserver(() => {
          if (!saysSo()) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
  );
  await use();
  await confirmed;
  return page.evaluate(() => navigator.clipboard.readText());
}

/** A document as the export dialog copies it. */
export async function copiedPolicy(page: Page, title: string): Promise<{ Statement: readonly unknown[] }> {
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const text = await copiedText(dialog.getByRole('button', { name: `Copy ${title}`, exact: true }));
  await dialog.getByRole('button', { name: 'Close' }).click();
  // The focus returns when it is gone: before that, a key would go where the focus no longer is.
  await expect(dialog).toHaveCount(0);
  return JSON.parse(text);
}

/** The place where texts from elsewhere are read, checked, compared and added to the set. */
export const intake = (page: Page) => page.getByRole('dialog', { name: 'Import or validate policies' });

/** Puts a text into its field, in place of what is there: a plain field on a phone, else an editor. */
export async function enterText(page: Page, text: string): Promise<void> {
  const dialog = intake(page);
  await expect(dialog).toBeVisible();
  const whole = dialog.getByRole('tab', { name: 'Pasted text' });
  if ((await whole.count()) > 0) await whole.click();
  if ((page.viewportSize()?.width ?? 0) < 768) {
    await dialog.getByRole('textbox', { name: /^Policy/ }).fill(text);
    return;
  }
  await expect(dialog.locator('.policy-editor .view-line').first()).toBeVisible();
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await dialog.locator('.policy-editor .view-lines').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('ControlOrMeta+V');
}

/** Unfolds the matrix of all SageMaker actions, which is below what the roles reach. */
export const openMatrix = (page: Page) => page.getByText('All SageMaker actions by role').click();

/** A data scientist with the guide's own form of the console statement: it includes GetRecord, which our rules report. */
export async function chooseAsPublished(page: Page): Promise<void> {
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await next(page);
  await page.getByText('Details').first().click();
  await page
    .getByRole('radio', { name: /AWS guide/ })
    .first()
    .check();
}
