import type { Pattern } from './textPattern.ts';
import type { Token } from './token.ts';

/**
 * What a hole matches. `any`: every text, so that all is matched that some value lets match. `same`: the hole of the same name in
 * the text, and nothing else: what is matched then is matched whatever the value is. `possible`: as `same`, and whatever a hole in
 * the text could be matched by for some value: what is not matched then is not matched whatever the value is.
 */
export type Holes = 'any' | 'same' | 'possible';

/** A letter of the alphabet: a UTF-16 unit, or the name of a hole. */
export type Sign = string;

const isHole = (sign: Sign): boolean => sign.length > 1;

/** Stands for every unit that a state does not tell from others. */
const OTHER = 'other unit';

/** State that nothing leads out of, and the state from which everything matches. */
export const DEAD = 0;
export const ALL = 1;

interface State {
  readonly places: readonly number[];
  readonly accepts: boolean;
  /** Signs that lead elsewhere than all others. */
  readonly signs: ReadonlySet<Sign>;
  readonly next: Map<Sign, number>;
}

/**
 * Texts that one of several patterns matches, as a deterministic automaton whose states are made when they are asked for. A
 * place is a token of a pattern, or the end of one.
 */
export class Automaton {
  private readonly holes: Holes;
  private readonly tokens: readonly (Token | undefined)[];
  private readonly starts: readonly number[];
  private readonly states: State[] = [];
  private readonly byPlaces = new Map<string, number>();
  readonly start: number;

  constructor(patterns: readonly Pattern[], holes: Holes) {
    this.holes = holes;
    const tokens: (Token | undefined)[] = [];
    const starts: number[] = [];
    for (const pattern of patterns) {
      starts.push(tokens.length);
      tokens.push(...pattern.flatMap((token) => this.read(token)), undefined);
    }
    this.tokens = tokens;
    this.starts = starts;
    this.states.push(stateOf([], false), stateOf([], true));
    this.start = this.stateAt(this.starts);
  }

  accepts(state: number): boolean {
    return this.states[state]?.accepts === true;
  }

  /** The signs for which a state has a transition of their own; a colon among them wherever it counts. */
  signs(state: number): ReadonlySet<Sign> {
    return this.states[state]?.signs ?? NONE;
  }

  step(state: number, sign: Sign): number {
    const from = this.states[state];
    if (!from || state === DEAD || state === ALL) return state;
    const seen = isHole(sign) || from.signs.has(sign) ? sign : OTHER;
    const next = from.next.get(seen);
    if (next !== undefined) return next;
    const found = this.stateAt(from.places.flatMap((place) => this.after(place, sign)));
    from.next.set(seen, found);
    return found;
  }

  /** The state after a whole text. */
  run(signs: readonly Sign[]): number {
    let state = this.start;
    for (const sign of signs) state = this.step(state, sign);
    return state;
  }

  private read(token: Token): readonly Token[] {
    if (token.kind !== 'hole' || this.holes !== 'any') return [token];
    const { colons, mayBeEmpty } = token;
    const run: Token = { kind: 'run', colons };
    return mayBeEmpty ? [run] : [{ kind: 'one', colons }, run];
  }

  private after(place: number, sign: Sign): readonly number[] {
    const token = this.tokens[place];
    if (token === undefined) return [];
    return isHole(sign) ? this.afterHole(place, token, sign) : this.afterUnit(place, token, sign);
  }

  private afterUnit(place: number, token: Token, unit: Sign): readonly number[] {
    if (token.kind === 'unit') return token.units.includes(unit) ? [place + 1] : [];
    if (!token.colons && unit === ':') return [];
    if (token.kind === 'one') return [place + 1];
    if (token.kind === 'run') return [place];
    return this.holes === 'possible' ? [place, place + 1] : [];
  }

  private afterHole(place: number, token: Token, hole: Sign): readonly number[] {
    if (token.kind === 'hole' && token.name === hole) return [place + 1];
    if (this.holes === 'possible') return this.reachable(place);
    return token.kind === 'run' ? [place] : [];
  }

  /** All places that some text leads to. */
  private reachable(place: number): readonly number[] {
    const places: number[] = [];
    for (let at = place; ; at += 1) {
      const token = this.tokens[at];
      if (at > place || token?.kind === 'run' || token?.kind === 'hole') places.push(at);
      if (token === undefined) return places;
    }
  }

  /** The state of some places: a run may be of no units, so that what follows it is reached as well. */
  private stateAt(places: readonly number[]): number {
    const all = new Set<number>();
    for (const place of places)
      for (let at = place; ; at += 1) {
        all.add(at);
        if (this.tokens[at]?.kind !== 'run') break;
      }
    if (all.size === 0) return DEAD;
    const sorted = [...all].toSorted((one, other) => one - other);
    if (sorted.some((place) => this.isOpenEnd(place))) return ALL;
    const key = sorted.join();
    const cached = this.byPlaces.get(key);
    if (cached !== undefined) return cached;
    this.states.push(this.describe(sorted));
    this.byPlaces.set(key, this.states.length - 1);
    return this.states.length - 1;
  }

  /** A last `*` that takes colons. */
  private isOpenEnd(place: number): boolean {
    const token = this.tokens[place];
    return token?.kind === 'run' && token.colons && this.tokens[place + 1] === undefined;
  }

  private describe(places: readonly number[]): State {
    const signs = new Set<Sign>();
    for (const place of places) {
      const token = this.tokens[place];
      if (token?.kind === 'unit') for (const unit of token.units) signs.add(unit);
      else if (token && !token.colons) signs.add(':');
    }
    return {
      ...stateOf(
        places,
        places.some((place) => this.tokens[place] === undefined),
      ),
      signs,
    };
  }
}

const NONE: ReadonlySet<Sign> = new Set();

const stateOf = (places: readonly number[], accepts: boolean): State => ({
  places,
  accepts,
  signs: NONE,
  next: new Map(),
});
