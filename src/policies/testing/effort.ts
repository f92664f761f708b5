import { env } from 'node:process';

/**
 * How much the tests try. `npm test` tries what is quick and finds nearly everything; `npm run test:all` sets EXHAUSTIVE, and
 * PROPERTY_FACTOR to 20.
 */

/** Every combination where `npm test` takes few of them. */
export const exhaustive: boolean = env['EXHAUSTIVE'] === '1';

/**
 * Of every pair of two lists, and everything of both: in `npm test` each of the first with every `step`th of the second, beginning
 * with another one each time.
 */
export const pairsOf = <One, Other>(
  first: readonly One[],
  second: readonly Other[],
  step: number,
): readonly (readonly [One, Other])[] =>
  first.flatMap((one, index) =>
    second
      .filter((_, place) => exhaustive || (index + place) % step === 0)
      .map((other) => [one, other] as const),
  );

/** Everything; in `npm test` every `step`th, beginning with another one where `from` is another. */
export const everyNth = <One>(list: readonly One[], step: number, from = 0): readonly One[] =>
  list.filter((_, place) => exhaustive || (place + from) % step === 0);

const factor = Number(env['PROPERTY_FACTOR'] ?? 1);

/**
 * Requests that each law about verdicts asks in `npm test`, 60,000 together; PROPERTY_FACTOR times as many where that is set:
 * 1,200,000 in `npm run test:all`.
 */
const requestsOf = {
  allowsAndDenials: 6_000,
  order: 4_000,
  limits: 4_000,
  missingKeys: 6_000,
  misses: 4_000,
  merge: 9_000,
  mergeReadings: 5_000,
  comparison: 8_000,
  bothReadings: 4_000,
  layers: 10_000,
} as const;

/** Requests of all laws about verdicts together, as they are asked in this run. */
export const requestsInAll: number =
  Object.values(requestsOf).reduce((sum, count) => sum + count, 0) * factor;

/** Runs of a law that asks so many requests in each of its runs. */
export const runsAsking = (law: keyof typeof requestsOf, each: number): number =>
  Math.ceil((requestsOf[law] * factor) / each);

/**
 * Runs of a property that asks no requests, or of which each run takes long: this many in `npm test`, and with a
 * PROPERTY_FACTOR a fifth of it times as many.
 */
export const runs = (count: number): number => Math.ceil(count * Math.max(Math.min(factor, 1), factor / 5));

/** As `runs`, for a property that takes seconds and is about rare things: a third of them in `npm test`. */
export const fewerRuns = (count: number): number => (exhaustive ? runs(count) : runs(count / 3));
