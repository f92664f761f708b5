import { computeOnce } from './computeOnce.ts';

/** The only unit outside of ASCII whose lower case is a letter of ASCII. */
const KELVIN = '\u212a';

/** A letter whose lower case is more than one unit, which `İ` is alone, stays as it is. */
const foldUnit = (unit: string): string => {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
};

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/**
 * A text as it is compared where case doesn't count: each unit in lower case by itself, so that what is around it changes nothing.
 * IAM doesn't document what it does with letters that differ from another by more than their case: `ſ` isn't `s` here.
 */
export const foldCase = (text: string): string =>
  isAscii(text) ? text.toLowerCase() : text.split('').map(foldUnit).join('');

/** Every unit outside of ASCII by its folded form. */
const unitsByFolded = computeOnce(() => {
  const units = new Map<string, string>();
  for (let code = 0x80; code <= 0xffff; code += 1) {
    const unit = String.fromCharCode(code);
    const folded = foldUnit(unit);
    units.set(folded, `${units.get(folded) ?? ''}${unit}`);
  }
  return units;
});

/** Every unit that is the same as this one where case doesn't count, the one itself included. */
export function unitsOfAnyCase(unit: string): string {
  const folded = foldCase(unit);
  if (!isAscii(folded)) return unitsByFolded().get(folded) ?? unit;
  const upper = folded.toUpperCase();
  return `${folded}${upper === folded ? '' : upper}${folded === 'k' ? KELVIN : ''}`;
}
