import { deliver } from '../compose/deliver.ts';
import { environmentValues, withEnvironmentPlaceholders } from '../compose/environmentValues.ts';
import { partitionOf } from '../compose/variableReadings.ts';
import { draftOfEnvironment, usableEnvironments } from '../draft/environments.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import type { ActionsMatching } from '../size/actionPatterns.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';

/** What an export says besides the draft. */
export type ExportContext = Pick<ExportSet, 'versions' | 'link'> & {
  readonly ruleset: Ruleset;
  readonly matching?: ActionsMatching;
  /** Whether a document is exported; all are without it. */
  readonly only?: (document: ComposedDocument) => boolean;
};

/** The set of a draft with the values that all environments share. */
export const sharedSetOf = (draft: Draft, { ruleset, matching, ...context }: ExportContext): ExportSet =>
  setOf(draft, deliver(draft, ruleset, matching).documents, ruleset, context);

/** The set of a draft as code takes it: what differs among its environments is a parameter, with its values for each. */
export function exportSetOf(draft: Draft, { ruleset, matching, ...context }: ExportContext): ExportSet {
  const environments = usableEnvironments(draft);
  const open = environments.length > 0 ? withEnvironmentPlaceholders(draft, ruleset) : { draft, ruleset };
  return {
    ...setOf(draft, deliver(open.draft, open.ruleset, matching).documents, ruleset, context),
    ...(environments.length > 0 ? { environments: environmentValues(draft, ruleset) } : {}),
  };
}

/**
 * The files of a draft in one format. Code takes what differs among environments as parameters, with a file of values for each;
 * policies as text are in a folder for each environment.
 */
export function exportFiles(
  draft: Draft,
  exporter: Exporter,
  context: ExportContext,
): readonly ExportedFile[] {
  const environments = usableEnvironments(draft);
  if (exporter.makes === 'resources' || environments.length === 0)
    return exporter.write(exportSetOf(draft, context));
  const { ruleset, matching, ...rest } = context;
  return environments.flatMap((environment) => {
    const there = draftOfEnvironment(draft, environment);
    const { documents } = deliver(there, ruleset, matching);
    return exporter.write(setOf(there, documents, ruleset, rest)).map((file) => ({
      ...file,
      name: `${environment.name}/${file.name}`,
      title: `${file.title} (${environment.name})`,
    }));
  });
}

const setOf = (
  draft: Draft,
  documents: readonly ComposedDocument[],
  ruleset: Ruleset,
  { only = () => true, ...context }: Pick<ExportContext, 'versions' | 'link' | 'only'>,
): ExportSet => ({
  name: draft.name,
  documents: documents.filter(only),
  ruleset,
  attach: draft.sizing.attach,
  partition: partitionOf(draft),
  ...context,
});

/** The policies and the permissions boundary, for the administrators of the organization. */
export const isOrganizationPart = ({ kind }: ComposedDocument): boolean =>
  kind === 'service-control' || kind === 'resource-control' || kind === 'permissions-boundary';
