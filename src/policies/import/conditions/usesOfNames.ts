import { firstIndex } from '../firstIndex.ts';

/** What is assigned, directly in front of it: the name, without a policy that other files can use. */
const ASSIGNED =
  /(?:^|[\n;])[^\S\n]*(?:(?:const|let|var|val|final|static|readonly|my|local|mut|auto|string|String)[^\S\n]+){0,3}\$?(?<name>[A-Za-z_]\w{0,60})[^\S\n]*(?::[^\S\n]*[\w<>.[\]|, &']{1,60})?[^\S\n]*:?=[^\S\n]*(?:[\w.]{1,60}!?\()?\s{0,20}[A-Za-z@$]{0,2}#{0,2}["'`({|[]{0,4}\s*$/;

const AGAIN = /^[^\S\n]*(?::[^\S\n]*[\w<>.]{1,60}[^\S\n]*)?[:+]?=(?![=>])/;

const [LONGEST, MOST_USES] = [300, 10];

/** Where a text has its names: collected once, when one of them is asked for. */
export class UsesOfNames {
  readonly #text: string;
  #places: ReadonlyMap<string, readonly number[]> | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** The places behind a value that has a name, where the name stands again; none where it has no name, shares it, or has too many places. */
  of(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
    const name = ASSIGNED.exec(this.#text.slice(Math.max(0, from - LONGEST), from))?.groups?.name;
    if (name === undefined) return [];
    this.#places ??= placesIn(this.#text);
    const all = this.#places.get(name) ?? [];
    const behind = firstIndex(all, (at) => at >= to);
    const uses = all.length - behind > MOST_USES ? [] : all.slice(behind);
    if (uses.some((at) => isAssigned(this.#text, at, at + name.length))) return [];
    return uses.map((at) => ({ from: at, to: at + name.length }));
  }
}

/** Whether another value gets the name, other than the argument of a call that is named so. */
const isAssigned = (text: string, from: number, to: number): boolean =>
  AGAIN.test(text.slice(to, to + 80)) && !/[(,]\s{0,20}$/.test(text.slice(Math.max(0, from - 21), from));

function placesIn(text: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const { 0: name, index } of text.matchAll(/[A-Za-z_]\w*/g)) {
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  }
  return places;
}
