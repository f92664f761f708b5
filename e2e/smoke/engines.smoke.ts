import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { filesOf } from '../../scripts/files.mjs';
import { serve } from '../../scripts/serve.mjs';
import type { Driver, Engine } from './driver.ts';
import { engines } from './engines.ts';
import { tasks } from './tasks.ts';

const BASE = '/tools/policy-builder/';

const built = filesOf(fileURLToPath(new URL('../../dist', import.meta.url)));
/** A host without the service worker: at its first visit it fetches the whole page, which takes longer than most tasks. */
const withoutWorker = {
  ...built,
  read: (path: string) => (path === 'sw.js' ? undefined : built.read(path)),
};

const servers: Server[] = [];
async function urlOf(files: typeof built): Promise<string> {
  const server = await serve({ port: 0, base: BASE, files });
  servers.push(server);
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${BASE}`;
}

afterAll(() => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

/** The error of a task, with what the pages said when it came. */
async function withText(error: unknown, drivers: readonly Driver[]): Promise<Error> {
  const texts = await Promise.all(drivers.map((driver) => driver.text().catch(String)));
  return new Error([String(error), ...texts.map((text) => `The page said: ${text}`)].join('\n'), {
    cause: error,
  });
}

const name = inject('engine');
const found = await engines.find((offer) => offer.name === name)?.find();
// One that is not here has no project; `npm test` names it.
if (!found) throw new Error(`${name} is not here.`);
const { launch } = found;

describe(name, () => {
  let engine: Engine;
  let urls: { readonly whole: string; readonly plain: string };
  const open: Driver[] = [];
  const start = async () => {
    const driver = await engine.start();
    open.push(driver);
    return driver;
  };

  beforeAll(async () => {
    urls = { whole: await urlOf(built), plain: await urlOf(withoutWorker) };
    engine = await launch();
  });

  afterAll(() => engine?.close());

  for (const task of tasks) {
    test(task.title, async () => {
      try {
        await task.run(await start(), task.worker ? urls.whole : urls.plain, start);
      } catch (error) {
        throw await withText(error, open);
      } finally {
        for (const driver of open.splice(0)) await driver.close();
      }
    });
  }
});
