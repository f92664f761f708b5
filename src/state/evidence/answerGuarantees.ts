import type { Catalog } from '../../policies/catalog/catalog.ts';
import { eachGuarantee } from '../../policies/guarantees/runGuarantees.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { servicesOf } from '../../policies/catalog/servicesOf.ts';
import type { Turn } from '../workers/serve.ts';
import { inTurns } from './inTurns.ts';
import type { ComposedDraft } from './composePosted.ts';
import type { GuaranteesAnswer } from './evidenceProtocol.ts';

/** Data that cannot be loaded only makes examples of violations less real. */
export async function answerGuarantees(
  { draft, documents }: ComposedDraft,
  ruleset: Ruleset,
  catalog: Catalog,
  turn: Turn,
): Promise<GuaranteesAnswer> {
  await Promise.all(servicesOf(documents.map(({ policy }) => policy)).map((prefix) => catalog.load(prefix)));
  const results = await inTurns(eachGuarantee({ draft, documents, ruleset, catalog }), turn);
  return { kind: 'guarantees', results };
}
