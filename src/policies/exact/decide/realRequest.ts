import type { Documents, ExactOptions } from '../answer.ts';
import type { Tests } from '../question/tests.ts';
import type { FoundRequest } from './newRequest.ts';
import { typicalResources } from './publishedActions.ts';
import { ask } from './search.ts';
import type { ValueFinder } from './values.ts';

/** What was found, with a resource that its action takes where there is one; then as it was found. */
export function realFirst(
  found: FoundRequest,
  finder: ValueFinder,
  options: ExactOptions,
  tests: Tests,
): readonly FoundRequest[] {
  const typical = found.action === undefined ? [] : typicalResources(found.action, options, tests);
  const real = typical.flatMap((box) => ask(found.asked, box, finder) ?? []).slice(0, 1);
  return [...real.map((asked) => ({ ...found, asked })), found];
}

/** Whether some policy asks who calls. */
export const asksWho = (documents: Documents): boolean =>
  documents.some(({ Statement }) =>
    [Statement].flat().some(({ Principal, NotPrincipal }) => Principal ?? NotPrincipal),
  );
