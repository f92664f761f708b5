import type { Node } from 'jsonc-parser';
import { call, list, type Place } from '../builtNodes.ts';
import { type Called, type Compute, inEachBranch, notKnown } from './calledWith.ts';
import { concatenated } from './concatenation.ts';
import { canBe, coalesced, tried } from './firstOf.ts';
import { listFunction, listFunctionOf, partsOf } from './listFunctions.ts';
import { mapFunctions } from './mapFunctions.ts';
import { computed, formatted, moved, unchanged } from './nodeParts.ts';
import { sequenceFunctions } from './sequenceFunctions.ts';
import { isTextFunction, jsonDecoded, jsonEncoded, textFunction } from './textFunctions.ts';
import { textsOfTexts } from './textsOfTexts.ts';
import { isLooseAsText } from './valueMarks.ts';

const functions: ReadonlyMap<string, Compute> = new Map(
  Object.entries({ ...sequenceFunctions, ...mapFunctions, ...textsOfTexts, coalesce: coalesced }),
);

/** Functions that look at whether a value is an error: a condition in it may be one. */
const ofOutcomes: ReadonlyMap<string, Compute> = new Map([
  ['try', tried],
  ['can', canBe],
]);

/** What a function makes of its arguments; a call that is never read where only Terraform knows. */
export function functionCall(called: Called): Node {
  const { name, args, place, textOf } = called;
  const [first] = args;
  if (name === 'concat' || name === 'flatten') return concatenated(name, args, place);
  if (name === 'join' && args.length > 1) return joinedText(args, place);
  if (name === 'format' && first?.type === 'string')
    return formatted(String(first.value), args.slice(1), place);
  const ofOutcome = ofOutcomes.get(name);
  // A condition in what is tried may be an error itself.
  if (ofOutcome) return ofOutcome(called) ?? notKnown(called);
  const compute = functions.get(name);
  if (compute) return inEachBranch(called, compute);
  const made = first && args.length === 1 ? ofOne(name, first, place, textOf) : undefined;
  return made ?? computed(`the function ${name}`, place);
}

/** Functions of one value. */
function ofOne(name: string, value: Node, place: Place, textOf: Called['textOf']): Node | undefined {
  if (unchanged.has(name)) return moved(value, place);
  if (name === 'jsonencode') return jsonEncoded(moved(value, place));
  if (name === 'jsondecode') return jsonDecoded(value, place);
  if (name === 'values' || name === 'keys') return partsOf(name, value, place);
  if (isTextFunction(name)) return textFunction(name, value, place, textOf);
  const ofList = listFunctionOf(name);
  return ofList && listFunction(ofList, value, place, textOf);
}

function joinedText([between, ...lists]: readonly Node[], place: Place): Node {
  const [first, ...others] = lists;
  const entries = first && others.length === 0 ? first : concatenated('concat', lists, place);
  if (!between || isLooseAsText(entries)) return computed('the function join', place);
  return call('Fn::Join', list([between, entries], place), place);
}
