import type { ExactRequest } from '../replay/replay.ts';

/** A request without one of its condition keys, and without one value of a key that has several. */
export function shorterThan(request: ExactRequest): readonly ExactRequest[] {
  return Object.entries(request.context).flatMap(([key, values]) => {
    const { [key]: _, ...others } = request.context;
    const fewer = values.length < 2 ? [] : values.map((value) => values.filter((one) => one !== value));
    return [
      { ...request, context: others },
      ...fewer.map((left) => ({ ...request, context: { ...request.context, [key]: left } })),
    ];
  });
}
