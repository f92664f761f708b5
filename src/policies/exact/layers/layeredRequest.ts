import { ask } from '../decide/search.ts';
import { contains, type FoundRequest, requestIn, type SearchTools } from '../decide/newRequest.ts';
import { nameOfBox } from '../question/readQuestion.ts';
import type { Asked, Box } from '../question/test.ts';
import type { LayeredSide, Alternatives } from './allowedInLayers.ts';

/**
 * A request in a box that `after` allows and `before` does not; without `before`, one that `after` allows. Nothing where there is
 * none, or where the steps do not suffice.
 */
export function layeredRequest(
  box: Box,
  after: LayeredSide,
  before: LayeredSide | undefined,
  tools: SearchTools,
): FoundRequest | undefined {
  const denied = new Set(after.denies.map(nameOfBox));
  const denies = unique(after.denies);
  const newlyDenied = unique(before?.denies ?? []).filter((deny) => !denied.has(nameOfBox(deny)));
  const lacks = before ? lacksOf(before) : [[]];
  for (const allowed of allowedBoxes(box, after, tools)) {
    for (const lacking of lacks) {
      if (lacking.some((one) => contains(one, allowed))) continue;
      const found = requestIn(allowed, [], [...denies, ...lacking], tools);
      if (found) return found;
    }
    for (const deny of newlyDenied) {
      const found = requestIn(allowed, deny, denies, tools);
      if (found) return found;
    }
  }
  return undefined;
}

const unique = (boxes: readonly Box[]): readonly Box[] => [
  ...new Map(boxes.map((box) => [nameOfBox(box), box])).values(),
];

/** Boxes that a request must be in none of so that it is not allowed: of each way, those of one need. */
function lacksOf({ ways }: LayeredSide): readonly (readonly Box[])[] {
  let lacks: readonly (readonly Box[])[] = [[]];
  for (const way of ways)
    lacks = lacks.flatMap((lacking) => way.map((need) => unique([...lacking, ...need])));
  return lacks;
}

/** For each choice of one box of every need of a way, the requests that are in all of them. */
function* allowedBoxes(box: Box, { ways }: LayeredSide, tools: SearchTools): Generator<Box> {
  const asked = ask(new Map(), [...tools.given, ...box], tools.finder);
  for (const way of ways) {
    const fewestFirst = way.toSorted((one, other) => one.length - other.length);
    yield* combined(box, asked, fewestFirst, tools);
  }
}

function* combined(
  box: Box,
  asked: Asked | undefined,
  [need, ...others]: readonly Alternatives[],
  tools: SearchTools,
): Generator<Box> {
  if (!asked || !tools.steps.take()) return;
  if (!need) {
    yield box;
    return;
  }
  for (const one of need)
    yield* combined(withoutRepeats([...box, ...one]), ask(asked, one, tools.finder), others, tools);
}

const withoutRepeats = (box: Box): Box => [
  ...new Map(box.map((literal) => [literal.holds ? literal.test.id : -literal.test.id, literal])).values(),
];
