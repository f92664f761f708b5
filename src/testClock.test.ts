import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

const own = 'src/testClock.test.ts';

/** Time on the clock passes for a test that waits for a processor, too. `cpuSeconds` counts what the test itself takes. */
it('no unit test has a limit in time on the clock, which a busy machine would break', () => {
  const tests = ['src', 'scripts', 'bin', 'tests/reference'].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.test\.(ts|tsx|mjs)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const clock = /\bperformance\.now\b|\bDate\.now\(\)\s*-/;
  expect(tests).toContain(own);
  expect(tests.filter((file) => file !== own && clock.test(readFileSync(root + file, 'utf8')))).toEqual([]);
});
