import { firstIndex } from '../firstIndex.ts';
import type { ConditionRegion } from './conditionRegion.ts';

/** Loops of a shell, and blocks and methods of Ruby: words open and close them. */
const FORMS: readonly RegExp[] = [
  /(?:^|[;\n])[^\S\n]*(?:(?<open>do)\b(?![^\S\n]*[{|])|(?<close>done)\b)/g,
  /^[^\S\n]*(?:(?<open>(?:if|unless|def|class|module|begin|case|while|until)\b[^\n]{0,300}|[^\n]{1,300}\bdo(?:[^\S\n]*\|[^|\n]{0,100}\|)?[^\S\n]*)$|(?<close>end)\b)/gm,
];

/** From a place on, what is innermost ends there. */
interface Step {
  readonly from: number;
  readonly end: number;
}

/** Stretches behind statements that leave a loop or a method end with it. */
export function endedByWords(text: string, regions: readonly ConditionRegion[]): readonly ConditionRegion[] {
  if (!regions.some(({ isLeft }) => isLeft)) return regions;
  const forms = FORMS.map((form) => stepsOf(text, form));
  return regions.map((region) => {
    const ends = region.isLeft ? forms.map((steps) => endAt(steps, region.from)) : [];
    return { ...region, to: Math.min(region.to, ...ends) };
  });
}

function stepsOf(text: string, form: RegExp): readonly Step[] {
  const places = Array.from(text.matchAll(form), ({ groups, index }) => ({
    index,
    isOpen: groups?.open !== undefined,
  }));
  const open: number[] = [];
  const ends = new Map<number, number>();
  const steps = places.map(({ index, isOpen }) => {
    if (isOpen) open.push(index);
    const last = isOpen ? undefined : open.pop();
    if (last !== undefined) ends.set(last, index);
    return { from: index, inside: open.at(-1) };
  });
  return steps.map(({ from, inside }) => ({
    from,
    end: inside === undefined ? Infinity : (ends.get(inside) ?? Infinity),
  }));
}

function endAt(steps: readonly Step[], place: number): number {
  const next = firstIndex(steps, ({ from }) => from >= place);
  return steps[next - 1]?.end ?? Infinity;
}
