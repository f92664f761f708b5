import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { answerFor, serverAnswers, usePreset } from './answers.ts';
import { desktop, phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import { choosePersona, copiedPolicy, onPhone, persona, showPart, stepHead } from './page.ts';
import { setWithAccount } from './setWithAccount.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Preview of preset: Acme prod' });
const badge = (page: Page) => page.getByRole('button', { name: 'Preset: Acme prod' });
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const account = (page: Page) => page.getByRole('textbox', { name: 'Account ID' });
const access = (page: Page) => page.getByRole('region', { name: 'Access in this set' });
const changes = (page: Page) => page.getByRole('region', { name: 'Changes in this set' });
const use = (page: Page) => dialog(page).getByRole('button', { name: 'Use preset' });

// What a preview says and does is the same at each width, and a phone has no editor, which is most of the work of a page that opens.
test.use({ viewport: onPhone });

async function ownSet(page: Page): Promise<void> {
  await setWithAccount(page);
  await expect
    .poll(() => page.evaluate(() => Object.values(localStorage).join('')))
    .toContain('999988887777');
}

async function openLink(page: Page, file: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`#preset=${file}`);
}

async function openByPalette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Alt+k');
  await page.getByRole('combobox', { name: /^Find a command/ }).fill('preview a preset');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Preview a preset' })).toBeVisible();
}

test('a link to a preset shows what it would change in the set at hand; it is left, or used for a copy', async ({
  page,
}) => {
  await ownSet(page);
  await openLink(page, 'example.json');
  await test.step('what it would change, computed', async () => {
    await expect(changes(page)).toContainText('Account ID: 999988887777 → 111122223333');
    await expect(changes(page)).toContainText('Require a VPC: added');
    await expect(changes(page)).toContainText('Locked by Acme Cloud Platform.');
    await expect(access(page)).toContainText(/New access: (at least )?\d+ kinds? of request/);
    await expect(access(page)).toContainText(/Removed access: (at least )?\d+ kinds? of request/);
    await expect(dialog(page)).toContainText('Model risk reviewer');
    const found = await violationsIn(page, desktop, { part: '[role=dialog]', more: ['best-practice'] });
    expect(found).toEqual([]);
    await page.setViewportSize(onPhone);
  });
  await test.step('left by Escape: nothing is in force, now or after a reload', async () => {
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toHaveCount(0);
    await expect(badge(page)).toHaveCount(0);
    expect(page.url()).not.toContain('preset');
    await page.reload();
    await expect(persona(page, 'Data scientist')).toBeChecked();
    await expect(dialog(page)).toHaveCount(0);
    await stepHead(page, 'Resources').click();
    await expect(account(page)).toHaveValue('999988887777');
  });
  await test.step('found by its name, and used by keyboard', async () => {
    await openByPalette(page);
    await page.getByRole('textbox', { name: 'Preset file' }).fill('example.json');
    await page.keyboard.press('Enter');
    await use(page).focus();
    await page.keyboard.press('Enter');
    await expect(badge(page)).toBeVisible();
    await expect(persona(page, 'Data scientist')).toBeChecked();
    await stepHead(page, 'Resources').click();
    await expect(account(page)).toHaveValue('111122223333');
    expect(JSON.stringify(await copiedPolicy(page, 'Data scientist 1'))).not.toContain('999988887777');
  });
  await test.step('a link that was used is not asked about again, and keeps what was made', async () => {
    await stepHead(page, 'Personas').click();
    await choosePersona(page, 'Model risk reviewer');
    await expect
      .poll(() => page.evaluate(() => Object.values(localStorage).join('')))
      .toContain('acmeModelReviewer');
    await openLink(page, 'example.json');
    await expect(badge(page)).toBeVisible();
    await expect(persona(page, 'Model risk reviewer')).toBeChecked();
  });
  await test.step('a link to another preset in this tab says why it isn’t previewed, and leaves this one', async () => {
    await page.evaluate(() => location.assign('#preset=regulated.json'));
    await expect(notices(page)).toContainText(
      'Acme prod is in use in this tab, so presets/regulated.json isn’t previewed. To preview it, open its link in a new tab, or stop using Acme prod first.',
    );
    expect(page.url()).toContain('#preset=example.json');
    await notices(page).getByRole('button', { name: 'Show preset' }).click();
    await expect(page.getByRole('dialog', { name: 'Preset: Acme prod' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.reload();
    await expect(badge(page)).toBeVisible();
    await expect(persona(page, 'Model risk reviewer')).toBeChecked();
  });
  await test.step('without it, the own set is as it was', async () => {
    await badge(page).click();
    await page.getByRole('button', { name: 'Stop using preset' }).click();
    await expect(badge(page)).toHaveCount(0);
    await expect(persona(page, 'Data scientist')).toBeChecked();
    await stepHead(page, 'Resources').click();
    await expect(account(page)).toHaveValue('999988887777');
  });
  await test.step('another preset keeps what was made with the first', async () => {
    await openLink(page, 'regulated.json');
    const other = page.getByRole('dialog', { name: 'Preview of preset: Regulated workloads' });
    await expect(other).toContainText(
      'The set that you made earlier with a preset is kept in the stored data.',
    );
    await other.getByRole('button', { name: 'Use preset' }).click();
    await expect(page.getByRole('button', { name: 'Preset: Regulated workloads' })).toBeVisible();
    await expect(persona(page, 'Data scientist')).toBeChecked();
    const kept = await page.evaluate(() =>
      Object.entries(localStorage).flatMap(([key, text]) =>
        key.includes('kept-aside') ? [String(text)] : [],
      ),
    );
    expect(kept.join('')).toContain('acmeModelReviewer');
  });
});

test('a preset that changes nothing says so, and what depends on a missing value is not called the same', {
  tag: '@all',
}, async ({ page }) => {
  await ownSet(page);
  const links = { help: 'https://wiki.example.com/' };
  await answerFor(page, '/presets/acme.json', {
    body: JSON.stringify({ version: 1, title: 'Acme prod', ...links }),
  });
  await openLink(page, 'acme.json');
  await expect(changes(page)).toContainText('No selection, value, or name of this set changes.');
  await expect(access(page)).toContainText('Proven for every request.');
  await expect(access(page).locator('[data-tone=proven]').first()).toContainText('Same access in');
  await page.keyboard.press('Escape');
  await choosePersona(page, 'Notebook and Studio execution role');
  const why = { owner: 'Security', reason: 'Because.' };
  await answerFor(page, '/presets/acme.json', {
    body: JSON.stringify({
      version: 1,
      title: 'Acme prod',
      requiredGuardrails: [{ guardrail: 'instanceTypes', ...why }],
    }),
  });
  await openByPalette(page);
  await page.getByRole('textbox', { name: 'Preset file' }).fill('acme.json');
  await page.keyboard.press('Enter');
  await expect(access(page).locator('[data-tone=open]').filter({ hasText: 'Undecided in' })).toBeVisible();
  await expect(access(page)).not.toContainText('Same access in');
});

test('an empty set, and presets that are broken', { tag: '@all' }, async ({ page }) => {
  await page.goto('#new');
  await openLink(page, 'example.json');
  await expect(dialog(page)).toContainText('Nothing is selected yet');
  await expect(dialog(page)).toContainText('Require a VPC');
  expect(await violationsIn(page, phone, { part: '[role=dialog]', more: ['best-practice'] })).toEqual([]);
  await test.step('a mistake in it', async () => {
    await page.keyboard.press('Escape');
    await answerFor(page, '/presets/acme.json', { body: '{"version":1,"title":"Acme","naming":{}}' });
    await openLink(page, 'acme.json');
    await expect(notices(page)).toContainText('Couldn’t apply the preset: acme.json: naming');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
  await test.step('none of that name', async () => {
    await openLink(page, 'missing.json');
    await expect(notices(page)).toContainText(
      'Couldn’t load presets/missing.json, so the preset isn’t previewed. Check the name of the file and your connection, then preview it again.',
    );
    await expect(notices(page)).not.toContainText('your organization');
    await notices(page).getByRole('button', { name: 'Preview a preset' }).click();
    await expect(page.getByRole('dialog', { name: 'Preview a preset' })).toBeVisible();
  });
  await test.step('used by an empty page, which then starts with its values', async () => {
    await openLink(page, 'example.json');
    await use(page).click();
    await expect(badge(page)).toBeVisible();
    await choosePersona(page, 'Model risk reviewer');
    await showPart(page, 'Build');
    await stepHead(page, 'Resources').click();
    await expect(account(page)).toHaveValue('111122223333');
  });
});

test.describe('at the width of a desktop', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('the text of a preset is previewed where it is pasted; it can’t be used, also while another is in force', {
    tag: '@all',
  }, async ({ page }) => {
    const paste = async (text: string) => {
      await page.evaluate((given) => navigator.clipboard.writeText(given), text);
      await page.getByText(/^IAM data /).click();
      await page.keyboard.press('ControlOrMeta+V');
    };
    const pasted = page.getByRole('dialog', { name: 'Preview of preset: Draft rules' });
    const required = [{ guardrail: 'vpcOnly', owner: 'Network team', reason: 'Policy 7.' }];
    const rules = { version: 1, title: 'Draft rules', requiredGuardrails: required };
    await ownSet(page);
    await test.step('what it would change, and how it comes into use', async () => {
      await paste(JSON.stringify(rules));
      await expect(pasted).toContainText('Preview only: this preset isn’t a file of this page.');
      await expect(changes(page)).toContainText('Require a VPC: added');
      await expect(access(page)).toContainText('No new access in 2 policies. Proven for every request.');
      await expect(pasted.getByRole('button', { name: 'Use preset' })).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(pasted).toHaveCount(0);
    });
    await test.step('its errors', async () => {
      await paste(JSON.stringify({ ...rules, naming: {} }));
      await expect(notices(page)).toContainText('This preset has errors: Pasted text: naming');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
    await test.step('beside the one in force', async () => {
      await openLink(page, 'example.json');
      await use(page).click();
      await expect(badge(page)).toBeVisible();
      const more = { ...rules, requiredGuardrails: [{ ...required[0], guardrail: 'noRootAccess' }] };
      await paste(JSON.stringify(more));
      await expect(changes(page)).toContainText('Deny root access on notebooks: added');
      await page.keyboard.press('Escape');
      await expect(badge(page)).toBeVisible();
      expect(page.url()).toContain('#preset=example.json');
    });
  });
});

/** Texts written from right to left that would turn what is beside them. */
const textsReachingOut = (part: Locator): Promise<string[]> =>
  part.evaluate((root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (/\p{Script=Hebrew}/u.test(node.nodeValue ?? '') && !node.parentElement?.closest('bdi'))
        found.push(node.nodeValue ?? '');
    return found;
  });

test('characters of a preset that can’t be seen, or turn what is beside them, are shown as what they are', {
  tag: '@all',
}, async ({ page }) => {
  const hostile = 'a\u202Eb\u200Bc \u05D0\u05D1\u05D2';
  const why = { owner: hostile, reason: hostile, ask: hostile, link: 'https://wiki.example.com/' };
  const example = JSON.parse(await readFile('public/presets/example.json', 'utf8'));
  const renamed = <T extends object>(all: readonly T[], change: object): readonly T[] =>
    all.map((one) => ({ ...one, ...change }));
  const preset = {
    ...example,
    title: hostile,
    lockedValues: { accountId: { ...example.lockedValues.accountId, ...why } },
    requiredGuardrails: renamed(example.requiredGuardrails, why),
    hiddenActivities: renamed(example.hiddenActivities, why),
    delivery: { ...example.delivery, ...why },
    naming: { ...example.naming, ...why },
    variables: renamed(example.variables, { label: hostile, help: hostile }),
    activities: renamed(example.activities, { title: hostile, summary: hostile }),
    personas: renamed(example.personas, { title: hostile, summary: hostile }),
    guarantees: renamed(example.guarantees, { title: hostile }),
  };
  await answerFor(page, '/presets/acme.json', { body: JSON.stringify(preset) });
  const raw = /[\u200B\u202A-\u202E\u2066-\u2069]/;
  const visible = 'a⟨U+202E⟩b⟨U+200B⟩c \u05D0\u05D1\u05D2';
  await ownSet(page);
  await openLink(page, 'acme.json');
  const preview = page.getByRole('dialog', { name: `Preview of preset: ${visible}` });
  await expect(preview).toContainText(`Locked by ${visible}. ${visible} Contact: ${visible}.`);
  await expect(preview).toContainText(`${visible}: ${visible}`);
  await expect.poll(() => textsReachingOut(preview)).toEqual([]);
  expect(await preview.textContent()).not.toMatch(raw);
  await preview.getByRole('button', { name: 'Use preset' }).click();
  await page.getByRole('button', { name: `Preset: ${visible}` }).click();
  const rules = page.getByRole('dialog', { name: `Preset: ${visible}` });
  await expect(rules).toContainText(`Help for ${visible}`);
  await expect.poll(() => textsReachingOut(rules)).toEqual([]);
  expect(await rules.textContent()).not.toMatch(raw);
});

/** One status by its words: a part may report its progress beside it. */
const reported = (part: Locator, words: string): Locator =>
  part.getByRole('status').filter({ hasText: words });

/** From now on, until it is loaded anew, the page can’t store anything. */
const blockStorage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('denied', 'SecurityError');
    };
  });

async function downloadedName(page: Page, part: Locator): Promise<string> {
  const download = page.waitForEvent('download');
  await part.getByRole('button', { name: 'Save draft as a file' }).click();
  return (await download).suggestedFilename();
}

test('where the set can’t be saved, a preset is neither used nor left without a word, and the file is offered', {
  tag: '@all',
}, async ({ page }) => {
  await ownSet(page);
  await openLink(page, 'example.json');
  await expect(dialog(page)).toBeVisible();
  await blockStorage(page);
  await use(page).click();
  await expect(
    reported(
      dialog(page),
      'The browser blocks storage for this page, so the preset isn’t used: this set would be lost. Save the set as a file. Then use the preset in a new tab, and import the file there.',
    ),
  ).toBeVisible();
  expect(await downloadedName(page, dialog(page))).toMatch(/\.workspace\.json$/);
  await page.reload();
  await use(page).click();
  await expect(badge(page)).toBeVisible();
  await blockStorage(page);
  await stepHead(page, 'Personas').click();
  await choosePersona(page, 'Model risk reviewer');
  await badge(page).click();
  const rules = page.getByRole('dialog', { name: 'Preset: Acme prod' });
  await rules.getByRole('button', { name: 'Stop using preset' }).click();
  await expect(
    reported(rules, 'Couldn’t save this copy of your set in the browser, so it’s still open.'),
  ).toBeVisible();
  expect(await downloadedName(page, rules)).toMatch(/\.workspace\.json$/);
  page.once('dialog', (question) => void question.accept());
  await rules.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(badge(page)).toHaveCount(0);
  await expect(persona(page, 'Data scientist')).toBeChecked();
});

test('a preset in use that is gone is seen and can be left, also once another applies to everyone', {
  tag: '@all',
}, async ({ page }) => {
  await answerFor(page, '/presets/acme.json', { body: '{"version":1,"title":"Acme"}' });
  await ownSet(page);
  await openLink(page, 'acme.json');
  await page.getByRole('button', { name: 'Use preset' }).click();
  await expect(page.getByRole('button', { name: 'Preset: Acme' })).toBeVisible();
  await choosePersona(page, 'Notebook and Studio execution role');
  await serverAnswers(page);
  const notLoaded = page.getByRole('button', { name: 'Preset: acme.json (not loaded)' });
  const rules = page.getByRole('dialog', { name: 'Preset: acme.json' });
  await test.step('gone: the copy is open without rules, which is said', async () => {
    await page.reload();
    await expect(notices(page)).toContainText(
      'Couldn’t load the preset that is used in this tab (presets/acme.json). The copy of your set that you made with it is open without its rules.',
    );
    await expect(notices(page)).not.toContainText('organization');
    await expect(persona(page, 'Notebook and Studio execution role')).toBeChecked();
    await notLoaded.click();
    await expect(rules).toContainText('none of its rules apply');
    expect(await violationsIn(page, desktop, { part: '[role=dialog]', more: ['best-practice'] })).toEqual([]);
    await page.setViewportSize(onPhone);
    await page.keyboard.press('Escape');
  });
  await test.step('another applies to everyone: the copy can be left, the preset can’t', async () => {
    await usePreset(page, 'example.json');
    await page.reload();
    await badge(page).click();
    const hosts = page.getByRole('dialog', { name: 'Preset: Acme prod' });
    await expect(hosts).toContainText('applies to everyone, also to your own set');
    await expect(hosts.getByRole('button', { name: 'Stop using preset' })).toHaveCount(0);
    await hosts.getByRole('button', { name: 'Open your own set' }).click();
    await expect(hosts).toHaveCount(0);
    await expect(badge(page)).toBeVisible();
    await expect(persona(page, 'Data scientist')).toBeChecked();
    await expect(persona(page, 'Notebook and Studio execution role')).not.toBeChecked();
    await badge(page).click();
    await expect(hosts.getByRole('button', { name: 'Open your own set' })).toHaveCount(0);
    await page.keyboard.press('Escape');
  });
  await test.step('with errors: it is left by its badge', async () => {
    await serverAnswers(page);
    await answerFor(page, '/presets/acme.json', { body: '{"version":1,"title":"Acme","naming":{}}' });
    await openLink(page, 'acme.json');
    await expect(notices(page)).toContainText('Couldn’t apply the preset: acme.json: naming');
    await expect(persona(page, 'Notebook and Studio execution role')).toBeChecked();
    await notLoaded.click();
    await rules.getByRole('button', { name: 'Stop using preset' }).click();
    await expect(notLoaded).toHaveCount(0);
    await expect(persona(page, 'Notebook and Studio execution role')).not.toBeChecked();
  });
});
