import { firstIndex } from '../firstIndex.ts';
import type { ConditionRegion } from './conditionRegion.ts';
import type { Entries } from './sourceLines.ts';

/** What a job of GitLab extends, or an anchor of YAML. Source: https://docs.gitlab.com/ci/yaml/#extends */
const EXTENDS =
  /^([^\S\n]+)(?:extends|<<):(?:[^\S\n]+([^\n]{1,300})|[^\S\n]*\n((?:[^\S\n]*-[^\S\n][^\n]{1,200}(?:\n|$)){1,20}))/gm;

const DEFINED = /^["']?([\w.-]{1,100})["']?:(?:[^\S\n]*&([\w-]{1,100}))?[^\S\n]*$/gm;

type Stretch = Pick<ConditionRegion, 'from' | 'to'>;

/** One job is based on another one in at most so many steps, and has at most so many conditions of each. */
const [MOST_STEPS, MOST_OF_EACH] = [4, 20];

/** Conditions of what a job is based on are conditions of the job. */
export function inheritedConditions(
  text: string,
  entries: Entries,
  own: readonly ConditionRegion[],
): readonly ConditionRegion[] {
  if (own.length === 0 || text.search(EXTENDS) === -1) return [];
  const bodies = bodiesIn(text, entries);
  const jobs = Array.from(text.matchAll(EXTENDS), ({ 1: indent = '', 2: inline, 3: list = '', index }) => ({
    from: entries.beginningOf(entries.at(index), indent.length),
    to: entries.endOf(index, indent.length),
    bases: (inline ?? list).match(/\*?[\w.-]*\w[\w.-]*/g) ?? [],
  }));
  const found: ConditionRegion[] = [];
  let last = own;
  for (let step = 0; step < MOST_STEPS && last.length > 0; step += 1) {
    const known = last.toSorted((one, other) => one.from - other.from);
    last = jobs.flatMap(({ from, to, bases }) =>
      bases
        .flatMap((base) => regionsWithin(known, bodies.get(base)))
        .map(({ words }) => ({ from, to, words })),
    );
    found.push(...last);
  }
  return found;
}

/** Where what has a name or an anchor begins and ends. */
const bodiesIn = (text: string, entries: Entries): ReadonlyMap<string, Stretch> =>
  new Map(
    Array.from(text.matchAll(DEFINED)).flatMap(({ 0: { length }, 1: name = '', 2: anchor, index }) => {
      const body = { from: index, to: entries.endOf(index + length, 1) };
      return [name, ...(anchor === undefined ? [] : [`*${anchor}`])].map((one): [string, Stretch] => [
        one,
        body,
      ]);
    }),
  );

function regionsWithin(
  known: readonly ConditionRegion[],
  body: Stretch | undefined,
): readonly ConditionRegion[] {
  if (!body) return [];
  const first = firstIndex(known, ({ from }) => from >= body.from);
  return known.slice(first, first + MOST_OF_EACH).filter(({ to }) => to <= body.to + 1);
}
