import { defineConfig } from 'vitest/config';
import { engines } from './engines.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The engine that a project's tasks run in. */
    readonly engine: string;
  }
}

const found = (
  await Promise.all(engines.map(async (offer) => ((await offer.find()) ? [offer.name] : [])))
).flat();
/** In Chromium every spec of `e2e/` does these tasks, and more of them: where another engine is here, that is left to `npm run test:all`. */
const others = found.filter((name) => name !== 'Chromium');
const asked = process.env['EXHAUSTIVE'] === '1' || others.length === 0 ? found : others;

/** The engines that are here, one after the other: beside another browser, WebKit's driver stops answering on a busy machine. */
export default defineConfig({
  test: {
    maxWorkers: 1,
    projects: asked.map((engine) => ({
      test: {
        name: engine,
        include: ['e2e/smoke/*.smoke.ts'],
        testTimeout: 300_000,
        hookTimeout: 300_000,
        provide: { engine },
      },
    })),
  },
});
