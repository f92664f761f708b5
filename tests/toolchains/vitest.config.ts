import { defineConfig } from 'vitest/config';

/** The exported programs, compiled and run by the libraries that they are written for. */
export default defineConfig({
  root: new URL('.', import.meta.url).pathname,
  test: { testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false },
});
