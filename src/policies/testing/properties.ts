import { env } from 'node:process';
import fc from 'fast-check';
import { runs } from './effort.ts';

/** Every property of a run draws from one seed, which is printed at its start: PROPERTY_SEED repeats it. */
fc.configureGlobal({ seed: Number(env['PROPERTY_SEED']), numRuns: runs(100) });
