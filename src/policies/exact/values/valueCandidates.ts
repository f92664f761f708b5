import ipaddr from 'ipaddr.js';
import { readRange } from '../../language/ipRange.ts';
import { between, compareDecimals, type Decimal, plus, printDecimal, readDecimal } from './decimal.ts';

/**
 * Kinds of values. Of all but texts a few candidates decide what holds for every value: membership changes only at the values
 * that the policies name.
 */
export type Domain = 'text' | 'number' | 'date' | 'address' | 'truth';

/** Values such that, if any value satisfies tests that change only at `near`, one of these does. */
export function candidatesOf(domain: Exclude<Domain, 'text'>, near: readonly string[]): readonly string[] {
  if (domain === 'truth') return ['true', 'false'];
  return domain === 'address' ? addresses(near) : numbers(near);
}

/** Each number, one between each two neighbors, and one beyond both ends. Dates are seconds since 1970 here. */
function numbers(near: readonly string[]): readonly string[] {
  const sorted = near.flatMap((text) => readDecimal(text) ?? []).toSorted(compareDecimals);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return ['1'];
  const gaps = sorted.slice(1).flatMap((high, at): readonly Decimal[] => {
    const low = sorted[at];
    return low && compareDecimals(low, high) < 0 ? [between(low, high)] : [];
  });
  return [...sorted, ...gaps, plus(last, 1), plus(first, -1)].map(printDecimal);
}

/** Both ends of each range, what is next to them, and an address of each family. */
function addresses(near: readonly string[]): readonly string[] {
  const ends = near.flatMap((text) => {
    const range = readRange(text);
    return range ? endsOf(range.address.toByteArray(), range.length) : [];
  });
  return [...new Set([...ends, '203.0.113.1', '2001:db8::1'])];
}

function endsOf(bytes: readonly number[], length: number): readonly string[] {
  const size = bytes.length * 8;
  const address = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const span = 1n << BigInt(size - length);
  const start = (address / span) * span;
  return [start, start + span - 1n, start - 1n, start + span]
    .filter((one) => one >= 0n && one < 1n << BigInt(size))
    .map((one) => printAddress(one, bytes.length));
}

function printAddress(address: bigint, length: number): string {
  const bytes = Array.from({ length }, (_, at) => Number((address >> BigInt(8 * (length - 1 - at))) & 255n));
  return ipaddr.fromByteArray(bytes).toString();
}
