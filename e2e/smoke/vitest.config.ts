import { defineConfig } from 'vitest/config';
import { engines } from './engines.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The engine that a project's tasks run in. */
    readonly engine: string;
  }
}

const found = await Promise.all(engines.map(async (offer) => ((await offer.find()) ? [offer.name] : [])));

/** The engines that are here, one after the other: beside another browser, WebKit's driver stops answering on a busy machine. */
export default defineConfig({
  test: {
    maxWorkers: 1,
    projects: found.flat().map((engine) => ({
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
