// Made once: `toLocaleString` makes one at each call, for each count on screen.
const numbers = new Intl.NumberFormat('en');

/** A number as people read it: `1,002`. */
export const inFigures = (number: number): string => numbers.format(number);

/** `1 policy`, `1,002 policies`. */
export const countWithNoun = (number: number, one: string, many = `${one}s`): string =>
  `${inFigures(number)} ${number === 1 ? one : many}`;

/** The first of many names, and how many more there are: `a, b, and 3 more`. */
export function someNames(names: readonly string[], most = 8): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')}, and ${inFigures(rest)} more` : names.join(', ');
}
