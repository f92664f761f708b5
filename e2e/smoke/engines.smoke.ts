import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { serve } from '../../scripts/serve.mjs';
import type { Driver, Engine } from './driver.ts';
import { engines } from './engines.ts';
import { tasks } from './tasks.ts';

const BASE = '/tools/policy-builder/';

let server: Server;
let url = '';

beforeAll(async () => {
  server = await serve({ port: 0, base: BASE });
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}${BASE}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const found = await Promise.all(engines.map(async (offer) => ({ offer, result: await offer.find() })));

for (const { offer, result } of found) {
  if (!result) continue;
  describe(offer.name, () => {
    let engine: Engine;
    const open: Driver[] = [];
    const start = async () => {
      const driver = await engine.start();
      open.push(driver);
      return driver;
    };

    beforeAll(async () => {
      engine = await result.launch();
    });

    afterAll(() => engine?.close());

    for (const task of tasks) {
      test(task.title, async () => {
        try {
          await task.run(await start(), url, start);
        } finally {
          for (const driver of open.splice(0)) await driver.close();
        }
      });
    }
  });
}
