import { coversRange, readRange } from '../../language/ipRange.ts';
import { readDate } from '../../simulate/conditions/date.ts';
import { compareDecimals, type Decimal, printDecimal, readDecimal } from './decimal.ts';
import type { PointSet } from './valueSet.ts';

/** Sets of numbers, dates, addresses and truth values, from the values of a policy. What cannot be read matches nothing. */

const orders: Readonly<Record<string, (order: number) => boolean>> = {
  Equals: (order) => order === 0,
  LessThan: (order) => order < 0,
  LessThanEquals: (order) => order <= 0,
  GreaterThan: (order) => order > 0,
  GreaterThanEquals: (order) => order >= 0,
};

function orderedSet(comparison: string, expected: readonly Decimal[]): PointSet | undefined {
  const holds = orders[comparison];
  if (!holds) return undefined;
  return {
    kind: 'points',
    near: expected.map(printDecimal),
    has: (text) => {
      const given = readDecimal(text);
      return given !== undefined && expected.some((one) => holds(compareDecimals(given, one)));
    },
  };
}

/** `comparison`: what follows the family's name in the operator's, without `Not`. */
export const numberSet = (comparison: string, values: readonly string[]): PointSet | undefined =>
  orderedSet(
    comparison,
    values.flatMap((value) => readDecimal(value) ?? []),
  );

/** Dates are seconds since 1970 here. */
export const dateSet = (comparison: string, values: readonly string[]): PointSet | undefined =>
  orderedSet(
    comparison,
    values.flatMap((value) => secondsOf(value) ?? []),
  );

const FRACTION = /\.(\d+)/;

/** Exactly: a fraction of a second is as long as it is written. */
function secondsOf(value: string): Decimal | undefined {
  if (!/^\d{4}$/.test(value) && readDecimal(value)) return readDecimal(value);
  const time = readDate(value);
  if (time === undefined) return undefined;
  const [, fraction = ''] = FRACTION.exec(value) ?? [];
  const whole = readDate(value.replace(FRACTION, '')) ?? time;
  return {
    digits: BigInt(whole / 1000) * 10n ** BigInt(fraction.length) + BigInt(fraction || 0),
    scale: fraction.length,
  };
}

export function addressSet(values: readonly string[]): PointSet {
  const ranges = values.flatMap((value) => readRange(value) ?? []);
  return {
    kind: 'points',
    near: values.filter((value) => readRange(value) !== undefined),
    has: (text) => {
      const given = readRange(text);
      return given !== undefined && ranges.some((range) => coversRange(range, given));
    },
  };
}

export function truthSet(values: readonly string[]): PointSet {
  const expected = new Set(values.map((value) => value.toLowerCase()));
  return { kind: 'points', near: [], has: (text) => expected.has(text) };
}
