import { nameOfWords } from '../../language/placeholder.ts';

/**
 * Names for the placeholders that stand for references of one file. A reference has one name wherever it is, and no two references
 * have the same: what differs in the file would be one value otherwise.
 */
export class ReferenceNames {
  readonly #names = new Map<string, string>();
  readonly #taken: Set<string>;

  /** `reserved`: names of the page's own placeholders. */
  constructor(reserved: Iterable<string> = []) {
    this.#taken = new Set(reserved);
  }

  /** A name that the file itself gives goes before names that are made for its expressions. */
  declare(reference: string): void {
    this.nameOf(reference, [reference]);
  }

  /** `reference`: the same for the same value. `words`: what its name is made of. */
  nameOf(reference: string, words: readonly string[]): string {
    const existing = this.#names.get(reference);
    if (existing !== undefined) return existing;
    const wanted = nameOfWords(words);
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${wanted}${number}`;
    this.#taken.add(name);
    this.#names.set(reference, name);
    return name;
  }
}
