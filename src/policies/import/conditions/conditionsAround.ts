import { codeConditions } from './codeConditions.ts';
import type { ConditionRegion, Conditions } from './conditionRegion.ts';
import { indentedConditions } from './indentedConditions.ts';
import { markedConditions } from './markedConditions.ts';

/** The conditions that a text has around its parts, looked for once, when something of it is asked for. */
export class ConditionsAround implements Conditions {
  readonly #text: string;
  #regions: readonly ConditionRegion[] | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  of(from: number, to: number): readonly string[] {
    this.#regions ??= [
      ...codeConditions(this.#text),
      ...indentedConditions(this.#text),
      ...markedConditions(this.#text),
    ].toSorted((one, other) => one.from - other.from);
    const around = this.#regions.filter((region) => region.from <= from && to <= region.to);
    return [...new Set(around.map(({ words }) => words))];
  }
}
