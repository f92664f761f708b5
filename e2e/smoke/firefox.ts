import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, ElementHandle, type Page } from 'puppeteer-core';
import { build } from 'vite';
import { findFirefox } from '../../scripts/engines.mjs';
import {
  type Driver,
  type Engine,
  type EngineOffer,
  type Key,
  type Name,
  type Part,
  patternOf,
  plainText,
  type Role,
  until,
} from './driver.ts';
import { guardClick, middle, wasClicked } from './aim.ts';

/** Firefox over WebDriver BiDi. */
export const firefoxEngine: EngineOffer = {
  name: 'Firefox',
  async find() {
    const path = findFirefox();
    return path === undefined ? undefined : { launch: () => launch(path) };
  },
};

/** Draws ten times a second, and nothing that moves: half of the work was pictures that nobody sees. */
const quiet = { 'layout.frame_rate': 10, 'ui.prefersReducedMotion': 1 };

async function launch(executablePath: string): Promise<Engine> {
  const script = await finder();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: quiet,
  });
  return { start: () => start(browser, script), close: () => browser.close() };
}

/** `findPart` as one script for the page. */
async function finder(): Promise<string> {
  const entry = fileURLToPath(new URL('findPart.ts', import.meta.url));
  const lib = { entry, formats: ['iife' as const], name: 'smoke' };
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    build: { write: false, lib },
  });
  const [output] = Array.isArray(built) ? built : [];
  const code = output?.output[0]?.code;
  if (code === undefined) throw new Error('The finder was not built.');
  return code;
}

async function start(browser: Browser, script: string): Promise<Driver> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  return {
    open: async (url) => void (await page.goto(url)),
    find: async (role, name) => partOf(page, await find(page, script, role, name)),
    press: (...keys) => press(page, keys),
    type: (text) => page.keyboard.type(text),
    text: async () => plainText(await page.evaluate(() => document.body.innerText)),
    fragment: async () => new URL(page.url()).hash.slice(1),
    close: () => context.close(),
  };
}

function find(page: Page, script: string, role: Role, name: Name): Promise<ElementHandle<Node>> {
  const { source, flags } = patternOf(name);
  const call = `smoke.findPart(${[role, source, flags].map((text) => JSON.stringify(text)).join(', ')})`;
  return until<ElementHandle<Node>>(`${role} ${name}`, async () => {
    const handle = await page.evaluateHandle(`(() => { ${script}; return ${call}; })()`);
    const element = handle.asElement();
    return element instanceof ElementHandle ? element : undefined;
  });
}

const partOf = (page: Page, part: ElementHandle<Node>): Part => ({
  click: async () => {
    await until('part to click that lies still', async () => {
      const point = await part.evaluate(middle);
      if (point === undefined) return undefined;
      await part.evaluate(guardClick);
      await page.mouse.click(...point);
      return (await page.evaluate(wasClicked)) || undefined;
    });
  },
  type: async (text) => {
    await part.evaluate((element) => element instanceof HTMLElement && element.focus());
    await page.keyboard.type(text);
  },
  value: () => part.evaluate((element) => ('value' in element ? String(element.value) : '')),
  text: async () =>
    plainText(await part.evaluate((element) => ('innerText' in element ? String(element.innerText) : ''))),
  isChecked: () => part.evaluate((element) => 'checked' in element && element.checked === true),
  isFocused: () => part.evaluate((element) => element === document.activeElement),
});

async function press(page: Page, keys: readonly Key[]): Promise<void> {
  for (const key of keys) await page.keyboard.down(key);
  for (const key of keys.toReversed()) await page.keyboard.up(key);
}
