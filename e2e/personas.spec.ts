import { expect, type Page } from '@playwright/test';
import { desktop, overflowOf, phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import { editorText, onPhone, persona } from './page.ts';

const find = (page: Page) => page.getByRole('searchbox', { name: 'Find a persona' });
const family = (page: Page, title: string) =>
  page.getByText(new RegExp(`^${title}: \\d+ (personas?$|of \\d+ selected)`));
const questions = (page: Page) => page.getByText('Which persona do I need?');
const personas = (page: Page) => page.getByRole('group', { name: 'Personas' });

test('a persona that only some teams need is found by its name, by an action, or by unfolding its group', async ({
  page,
}) => {
  await page.goto('');
  await expect(persona(page, 'Endpoint caller')).toBeHidden();
  await family(page, 'Applications and pipelines').click();
  await expect(persona(page, 'Endpoint caller')).toBeVisible();
  await family(page, 'Applications and pipelines').click();

  await find(page).fill('endpoint caller');
  await expect(page.getByRole('status').filter({ hasText: /^\d found/ })).toBeVisible();
  await persona(page, 'Endpoint caller').check();
  await expect.poll(() => editorText(page)).toContain('sagemaker:InvokeEndpoint');

  await find(page).fill('invokeendpointasync');
  await expect(persona(page, 'Endpoint caller')).toBeChecked();
  await expect(persona(page, 'Image build role')).toBeHidden();
  await expect(personas(page)).toContainText('Matching activity: “Manage endpoints”');
  await find(page).fill('no such persona');
  await expect(page.getByRole('status').filter({ hasText: 'No results' })).toBeVisible();
  await find(page).clear();
  await expect(persona(page, 'Data scientist')).toBeVisible();
  await expect(family(page, 'Applications and pipelines')).toContainText('1 of');
});

test('a persona is called by its name, and its description is in sight while it is focused or pointed to', async ({
  page,
}) => {
  await page.goto('');
  const described = {
    'Data scientist': 'Works in notebooks or Studio and views resources in the console.',
    'VPC endpoint': 'What anyone in the VPC can reach through its VPC endpoints.',
  };
  for (const [title, description] of Object.entries(described)) {
    const box = persona(page, title);
    await expect(box).toHaveAccessibleName(new RegExp(`^[A-Z]{2,3} ${title}$`));
    await expect(box).toHaveAccessibleDescription(description);
    const inSight = page.locator('p', { hasText: description });
    await box.focus();
    await expect(inSight).toBeInViewport({ ratio: 1 });
    await expect(box).toBeInViewport({ ratio: 1 });
    await box.blur();
    await expect(inSight).toHaveCount(0);
    await page.getByRole('banner').hover();
    await box.hover();
    await expect(inSight).toBeInViewport({ ratio: 1 });
    await page.getByRole('banner').hover();
  }
});

test('three questions lead to a persona, at the keyboard', async ({ page }) => {
  await page.goto('');
  await questions(page).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'An application or a pipeline of your own' }).press('Space');
  await page.getByRole('radio', { name: 'Models and endpoints' }).press('Space');
  await page.getByRole('radio', { name: 'Uses existing resources' }).press('Space');
  await expect(page.getByRole('status').filter({ hasText: '1 persona fits your answers' })).toBeVisible();
  await expect(personas(page).getByRole('checkbox')).toHaveCount(1);
  await persona(page, 'Endpoint caller').press('Space');
  await expect(persona(page, 'Endpoint caller')).toBeChecked();

  // Another first answer takes the later ones with it.
  await page.getByRole('radio', { name: 'Anyone in a VPC' }).press('Space');
  await expect(page.getByRole('radio', { name: 'Uses existing resources' })).toHaveCount(0);
  await expect(persona(page, 'VPC endpoint')).toBeVisible();
  await page.getByRole('button', { name: 'Show all personas' }).press('Enter');
  await expect(persona(page, 'Data scientist')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Anyone in a VPC' })).not.toBeChecked();
});

test('the list and the questions fit a phone', { tag: '@all' }, async ({ page }) => {
  await page.setViewportSize(onPhone);
  await page.goto('');
  await page
    .getByRole('navigation', { name: 'Parts of the page' })
    .getByRole('button', { name: 'Build' })
    .click();
  await questions(page).click();
  await page.getByRole('radio', { name: 'A person', exact: true }).check();
  await expect(page.getByRole('status').filter({ hasText: 'personas fit your answers' })).toBeVisible();
  expect(await overflowOf(page)).toBe(0);
  expect(await violationsIn(page, phone)).toEqual([]);
  expect(await violationsIn(page, desktop)).toEqual([]);
});
