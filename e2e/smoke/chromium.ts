import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { findBrowser } from '../../scripts/browser.mjs';
import { flags } from '../flags.ts';
import {
  type Driver,
  type Engine,
  type EngineOffer,
  type Name,
  type Part,
  plainText,
  type Role,
} from './driver.ts';

/** Chromium, driven by Playwright as in the other end-to-end tests. */
export const chromiumEngine: EngineOffer = {
  name: 'Chromium',
  async find() {
    const executablePath = await findBrowser();
    return executablePath === undefined ? undefined : { launch: () => launch(executablePath) };
  },
};

async function launch(executablePath: string): Promise<Engine> {
  const browser = await chromium.launch({ executablePath, args: flags });
  return { start: () => start(browser), close: () => browser.close() };
}

async function start(browser: Browser): Promise<Driver> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  return {
    open: async (url) => void (await page.goto(url)),
    find: (role, name) => find(page, role, name),
    press: (...keys) => page.keyboard.press(keys.join('+')),
    type: (text) => page.keyboard.insertText(text),
    text: async () => plainText(await page.locator('body').innerText()),
    fragment: async () => new URL(page.url()).hash.slice(1),
    close: () => context.close(),
  };
}

async function find(page: Page, role: Role, name: Name): Promise<Part> {
  const part = page.getByRole(role, { name, exact: true }).filter({ visible: true }).first();
  await part.waitFor({ state: 'visible', timeout: 120_000 });
  return partOf(part);
}

const partOf = (part: Locator): Part => ({
  click: () => part.click(),
  type: (text) => part.pressSequentially(text),
  value: () => part.inputValue(),
  text: async () => plainText(await part.innerText()),
  isChecked: () => part.isChecked(),
  isFocused: () => part.evaluate((element) => element === document.activeElement),
});
