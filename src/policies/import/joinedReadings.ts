import { toOffset, type TextRange } from '../language/policy.ts';
import type { ImportReading, Refusal } from './importReading.ts';
import { inOrder, titled } from './parts.ts';

/** A piece of a text, and what is in it. */
interface ReadPiece {
  readonly segment: { readonly from: number };
  readonly reading: ImportReading;
}

/** What is in all pieces of a text, with places in the whole. That one holds nothing is of no interest beside others that do. */
export function joinedReadings(pieces: readonly ReadPiece[]): ImportReading {
  const [only] = pieces;
  if (only && pieces.length === 1 && only.segment.from === 0) return only.reading;
  const shifted = pieces.map(({ segment: { from }, reading }) =>
    from === 0 ? reading : movedReading(reading, (at) => at + from),
  );
  const refusals = shifted.flatMap((one) => one.refusals);
  const policies = shifted.flatMap((one) => one.policies);
  const telling = refusals.filter((refusal) => !saysNothing(refusal));
  const [first] = refusals;
  const isEmpty = policies.length + telling.length === 0 && first;
  return { policies: titled(policies), refusals: inOrder(isEmpty ? [first] : telling) };
}

/** That there is no policy in a piece, and nothing that looks like one. */
export const saysNothing = ({ code, detail, name }: Refusal): boolean =>
  (code === 'notJson' && detail === 'JSON') ||
  (code === 'notAPolicy' && detail === 'Statement' && name === undefined) ||
  (code === 'notYaml' && detail === 'EMPTY');

/** A reading with its places where they are in the text that it was made of. */
export function movedReading(
  { policies, refusals }: ImportReading,
  originalOf: (at: number) => number,
): ImportReading {
  const move = <Item extends { readonly range: TextRange }>(item: Item): Item => {
    const { offset: at, length } = item.range;
    const start = originalOf(at);
    return {
      ...item,
      range: { offset: toOffset(start), length: Math.max(0, originalOf(at + length) - start) },
    };
  };
  return {
    policies: policies.map((policy) => ({
      ...move(policy),
      repairs: policy.repairs.map(move),
      notes: policy.notes.map(move),
    })),
    refusals: refusals.map(move),
  };
}
