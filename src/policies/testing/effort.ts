import { env } from 'node:process';

/**
 * How much the tests try. `npm test` tries what is quick and finds nearly everything; `npm run test:all` sets EXHAUSTIVE, and
 * PROPERTY_FACTOR to 20.
 */

/** Every combination where `npm test` takes few of them. */
export const exhaustive: boolean = env['EXHAUSTIVE'] === '1';

const factor = Number(env['PROPERTY_FACTOR'] ?? 1);

/** Runs of a property: this many in `npm test`, PROPERTY_FACTOR times as many where that is set. */
export const runs = (count: number): number => Math.ceil(count * factor);

/** Runs of a property that asks so many requests in each of them: 50,000 requests together, 1,000,000 in `npm run test:all`. */
export const runsAsking = (each: number): number => runs(50_000 / each);
