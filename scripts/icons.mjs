import { mkdirSync, readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './browser.mjs';
import { root } from './setup.mjs';

/*
 * Draws the icons of the installed page from public/favicon.svg. Run it after changing that file and commit the result.
 * A maskable icon is cut to any shape by the system: its ground goes to the edges. The sign itself lies within the circle
 * of four fifths that is always shown: https://w3c.github.io/manifest/#icon-masks
 */

const sign = readFileSync(`${root}public/favicon.svg`, 'utf8');
const icons = [192, 512].flatMap((size) => [
  { name: `icon-${size}`, size, svg: sign },
  { name: `maskable-${size}`, size, svg: sign.replace(' rx="3"', '') },
]);

mkdirSync(`${root}public/icons`, { recursive: true });
const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: ['--no-sandbox'] });
for (const { name, size, svg } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:100%;height:100vh}</style>${svg}`);
  await page.screenshot({ path: `${root}public/icons/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
