/** A decimal number, exactly: `digits` divided by ten `scale` times. */
export interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** With an exponent as JSON's own numbers have one (`1e+21`); one that is longer would take a number of millions of digits. */
const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,3}))?$/i;

/** A number from its whole text; nothing for `10abc` or the empty text. */
export function readDecimal(text: string): Decimal | undefined {
  const [, sign, whole, fraction = '', exponent = '0'] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, -scale));
  return { digits: sign === '-' ? -digits : digits, scale: Math.max(0, scale) };
}

const scaled = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale);

/** Less than 0, 0 or more than 0 where the first is less than, equal to or more than the second. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const scale = Math.max(one.scale, other.scale);
  const difference = scaled(one, scale) - scaled(other, scale);
  return difference < 0n ? -1 : Number(difference > 0n);
}

/** A number between two: numbers are dense. A whole one where there is one. */
export function between(one: Decimal, other: Decimal): Decimal {
  const scale = Math.max(one.scale, other.scale);
  const low = scaled(one, scale);
  const whole = (low / 10n ** BigInt(scale) + 1n) * 10n ** BigInt(scale);
  if (low >= 0n && whole > low && whole < scaled(other, scale)) return { digits: whole, scale };
  return { digits: (low + scaled(other, scale)) * 5n, scale: scale + 1 };
}

export const plus = (one: Decimal, whole: number): Decimal => ({
  digits: one.digits + BigInt(whole) * 10n ** BigInt(one.scale),
  scale: one.scale,
});

export function printDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const [whole, fraction] = [text.slice(0, text.length - scale), text.slice(text.length - scale)];
  const rest = fraction.replace(/0+$/, '');
  return rest === '' ? `${sign}${whole}` : `${sign}${whole}.${rest}`;
}
