import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { engines } from './engines.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The engine that a project's tasks run in. */
    readonly engine: string;
  }
}

const slowestFirst = engines.map(({ name }) => name).toReversed();
const found = await Promise.all(engines.map(async (offer) => ((await offer.find()) ? [offer.name] : [])));

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => slowestFirst.indexOf(project.name);
    return files.toSorted((one, other) => place(one) - place(other));
  }
}

/** The engines that are here, two at a time: each has a browser and a host of its own, and is busy for half of its time. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
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
