import { calledConditions } from './calledConditions.ts';
import { firstIndex } from '../firstIndex.ts';
import { codeConditions } from './codeConditions.ts';
import { type ConditionRegion, type Conditions, MOST_CONDITIONS } from './conditionRegion.ts';
import { fileConditions } from './fileConditions.ts';
import { headLines } from './headLines.ts';
import { indentedConditions } from './indentedConditions.ts';
import { markedConditions } from './markedConditions.ts';
import { shellExpansions } from './shellExpansions.ts';
import { heredocsIn } from './sourceLines.ts';
import { UsesOfNames } from './usesOfNames.ts';
import { endedByWords } from './wordBlocks.ts';

/** The conditions that a text has around its parts, looked for once, when something of it is asked for. */
export class ConditionsAround implements Conditions {
  readonly #text: string;
  #blocks: readonly Block[] | undefined;
  readonly #names: UsesOfNames;

  constructor(text: string) {
    this.#text = text;
    this.#names = new UsesOfNames(text);
  }

  of(from: number, to: number): readonly string[] {
    const words = [...new Set([...this.#around(from, to), ...this.#aroundUses(from, to)])];
    return words.length > MOST_CONDITIONS ? [...words.slice(0, MOST_CONDITIONS), '…'] : words;
  }

  /** What has a name is used under the conditions that all places have which name it. */
  #aroundUses(from: number, to: number): readonly string[] {
    const [first, ...others] = this.#names.of(from, to).map((use) => this.#around(use.from, use.to));
    return (first ?? []).filter((words) => others.every((other) => other.includes(words)));
  }

  #around(from: number, to: number): readonly string[] {
    this.#blocks ??= blocksOf(regionsOf(this.#text));
    return this.#blocks
      .filter((block) => block.from <= from && to <= block.to)
      .flatMap(({ regions }) => regions.filter((region) => region.from <= from && to <= region.to))
      .map((region) => region.words);
  }
}

function regionsOf(text: string): readonly ConditionRegion[] {
  const all = [
    ...codeConditions(text),
    ...calledConditions(text),
    ...indentedConditions(text),
    ...markedConditions(text),
    ...fileConditions(text),
    ...shellExpansions(text),
  ];
  const others = [...all, ...headLines(text, all)];
  return withHeredocs(text, endedByWords(text, others.filter(isOfAChoice))).toSorted(
    (one, other) => one.from - other.from,
  );
}

/** What decides about the line in which a document of a shell or of Ruby begins decides about the document. */
function withHeredocs(text: string, regions: readonly ConditionRegion[]): readonly ConditionRegion[] {
  const heredocs = heredocsIn(text);
  return regions.map((region) => {
    const next = heredocs[firstIndex(heredocs, ({ from }) => from >= region.to)];
    const isBegun = next !== undefined && next.opening >= region.from && next.opening < region.to;
    return isBegun ? { ...region, to: next.to } : region;
  });
}

/** Whether it is a choice: a program that runs always is the main one, and behind an error nothing is done. */
const isOfAChoice = ({ words }: ConditionRegion): boolean =>
  !/^__name__ == (["'])__main__\1$|^not \(err(?:or)? != nil\)$/.test(words);

/** Regions that follow each other, so that most of them are passed over together. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly regions: readonly ConditionRegion[];
}

const BLOCK = 256;

const blocksOf = (regions: readonly ConditionRegion[]): readonly Block[] =>
  Array.from({ length: Math.ceil(regions.length / BLOCK) }, (_, index) => {
    const all = regions.slice(index * BLOCK, (index + 1) * BLOCK);
    return { from: all[0]?.from ?? 0, to: Math.max(...all.map(({ to }) => to)), regions: all };
  });
