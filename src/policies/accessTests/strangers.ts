import type { AccessTest } from '../library/accessTests/accessTest.ts';
import type { PlaceholderValues } from '../compose/fillPlaceholders.ts';

/** The account of someone else in the tests of the library. */
const STRANGER = '999999999999';

const candidates: readonly string[] = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0].map((digit) => `${digit}`.repeat(12));

/** An account that none of the values names: the tests call from it what no one there may do. */
export function strangerAccount(values: PlaceholderValues): string {
  const all = [...values.values()].flat();
  return candidates.find((account) => !all.some((value) => value.includes(account))) ?? STRANGER;
}

/** A test of the library with this account as that of someone else. */
export function withStranger(test: AccessTest, account: string): AccessTest {
  if (account === STRANGER) return test;
  const name = (text: string) => text.replaceAll(STRANGER, account);
  const context = Object.entries(test.context).map(([key, value]) => [
    key,
    typeof value === 'string' ? name(value) : value.map(name),
  ]);
  return {
    ...test,
    resource: name(test.resource),
    context: Object.fromEntries(context),
    ...(test.caller === undefined ? {} : { caller: name(test.caller) }),
  };
}
