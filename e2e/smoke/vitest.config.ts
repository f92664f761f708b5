import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['e2e/smoke/*.smoke.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
});
