import { firstIndex } from './firstIndex.ts';

/** Where the words of a program are, and where its functions and classes begin: found once for all policies in it. */
export class ProgramWords {
  readonly text: string;
  /** So much of the program may be looked at for changes, in addition to what is looked at for each policy. */
  left = MOST_IN_ALL;
  #places: ReadonlyMap<string, readonly number[]> | undefined;
  #definitions: readonly Definition[] | undefined;

  constructor(text: string) {
    this.text = text;
  }

  /** Where a name is by itself, or a member by its names, between two offsets. */
  *placesOf(name: string, from: number, to: number): Generator<number> {
    const [word = ''] = /[\w$]+/.exec(name) ?? [];
    this.#places ??= placesOfWords(this.text);
    const places = this.#places.get(word) ?? [];
    for (let index = firstIndex(places, (place) => place >= from); index < places.length; index += 1) {
      const place = places[index];
      if (place === undefined || place >= to) return;
      const isHere = this.text.startsWith(name, place);
      if (isHere && !/[\w$]/.test(this.text.charAt(place + name.length))) yield place;
    }
  }

  /** Where the next function or class begins that is indented less. */
  definitionBehind(from: number, indent: number): number | undefined {
    this.#definitions ??= definitionsIn(this.text);
    const definitions = this.#definitions;
    for (
      let index = firstIndex(definitions, ({ at }) => at >= from);
      index < definitions.length;
      index += 1
    ) {
      const definition = definitions[index];
      if (definition && definition.indent < indent) return definition.at;
    }
    return undefined;
  }
}

const MOST_IN_ALL = 20_000_000;

function placesOfWords(text: string): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/[\w$]+/g)) {
    const places = found.get(word);
    if (places) places.push(index);
    else found.set(word, [index]);
  }
  return found;
}

interface Definition {
  /** Of its line. */
  readonly at: number;
  readonly indent: number;
}

const definitionsIn = (text: string): readonly Definition[] =>
  Array.from(
    text.matchAll(/^([^\S\n]*)(?:async\s+)?(?:def|class|function|export)\b/gm),
    ({ 1: space = '', index }) => ({ at: index, indent: space.length }),
  );
