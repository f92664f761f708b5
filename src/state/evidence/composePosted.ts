import type { Catalog } from '../../policies/catalog/catalog.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { deliver } from '../../policies/compose/deliver.ts';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { enforcePreset } from '../../policies/presets/enforce.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { ActionsMatching } from '../../policies/size/actionPatterns.ts';
import { servicePatterns } from '../catalog/servicePatterns.ts';
import { NoData } from '../workers/serve.ts';

/* Composes the documents of a draft as the page does, in the worker. */

/** A draft whose documents the worker composes. */
export interface PostedDraft {
  readonly draft: Draft;
  /** Services whose actions the page shortens to patterns; none unless the draft wants that. */
  readonly patternServices: readonly string[];
}

/** A draft and its documents as they are to be saved. */
export interface ComposedDraft {
  readonly draft: Draft;
  readonly documents: readonly ComposedDocument[];
}

/** `fill`: with examples for missing values first. */
export type Compose = (posted: PostedDraft, fill?: 'all' | 'butRoles') => Promise<ComposedDraft>;

/**
 * Composes the documents that the page shows, or those with examples for missing values. The page's patterns for actions need the
 * data that the page has: without it nothing is answered, since these would be other documents.
 */
export const composer =
  (ruleset: Ruleset, open: () => Promise<Catalog>): Compose =>
  async ({ draft: posted, patternServices }, fill) => {
    const draft = fill === undefined ? posted : fillExamples(posted, ruleset, fill);
    const matching = patternServices.length > 0 ? await patternsOf(patternServices, await open()) : undefined;
    return { draft, documents: deliver(enforcePreset(draft, ruleset), ruleset, matching).documents };
  };

async function patternsOf(services: readonly string[], catalog: Catalog): Promise<ActionsMatching> {
  const loaded = await Promise.all(services.map((service) => catalog.load(service)));
  const missing = services.find((_, index) => !loaded[index]);
  if (missing !== undefined) throw new NoData(missing);
  return servicePatterns(services, catalog);
}
