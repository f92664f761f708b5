import type { Page } from '@playwright/test';
import { choosePersona, fillExamples, next } from './page.ts';

/** A set that was made before a preset had rules for it, with an account of its own. Shows the resources. */
export async function setWithAccount(page: Page): Promise<void> {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await next(page);
  await next(page);
  await page.getByRole('textbox', { name: 'Account ID' }).fill('999988887777');
}
