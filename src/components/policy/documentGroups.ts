import { rolesOf } from '../../policies/draft/roles.ts';
import { findPersona, type Ruleset } from '../../policies/library/ruleset.ts';
import { isImported } from '../../policies/model/documentEdits.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { isCombined, type PrintedDocument } from '../../state/derived/derived.ts';

/** A document by the name that it has below the title of its group. */
export interface DocumentEntry {
  readonly document: PrintedDocument;
  readonly name: string;
}

/** A role with its policies, or other policies of one kind. */
export interface DocumentGroup {
  readonly id: string;
  /** Absent for the combined view, which is in no group. */
  readonly title?: string;
  /** The personas whose permissions the group's policies have, and whose tests are its tests. */
  readonly personas: readonly string[];
  readonly entries: readonly DocumentEntry[];
}

/** The documents as the list has them: the combined view, each role with its policies, then what belongs to no role. */
export function documentGroups(
  documents: readonly PrintedDocument[],
  draft: Draft,
  ruleset: Ruleset,
): readonly DocumentGroup[] {
  const combined = documents.filter(isCombined);
  const imported = documents.filter(isImported);
  const made = documents.filter((document) => !isCombined(document) && !isImported(document));
  const groups: readonly DocumentGroup[] = [
    { id: 'combined', personas: [], entries: combined.map(byTitle) },
    ...rolesOf(draft, ruleset).map(({ id, title, personas }) => ({
      id,
      title,
      personas: personas.map((persona) => persona.id),
      entries: policiesOfRole(made, new Set(personas.map((persona) => persona.id))),
    })),
    ...endpoints(made, ruleset),
    ...sharedResources(made),
    { id: 'guardrails', title: 'Guardrails', personas: [], entries: made.filter(isGuardrail).map(byTitle) },
    { id: 'imported', title: 'Imported policies', personas: [], entries: imported.map(byTitle) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

const byTitle = (document: PrintedDocument): DocumentEntry => ({ document, name: document.title });

const isGuardrail = ({ kind }: PrintedDocument): boolean =>
  kind === 'permissions-boundary' || kind === 'service-control' || kind === 'resource-control';

function policiesOfRole(
  documents: readonly PrintedDocument[],
  personas: ReadonlySet<string>,
): readonly DocumentEntry[] {
  const ofRole = documents.filter((document) => document.personas.some((id) => personas.has(id)));
  const permissions = ofRole.filter(({ kind }) => kind === 'identity');
  return [
    ...permissions.map((document, index) => ({
      document,
      name:
        permissions.length === 1
          ? 'Permissions policy'
          : `Permissions policy ${index + 1} of ${permissions.length}`,
    })),
    ...ofRole.filter(({ kind }) => kind === 'trust').map((document) => ({ document, name: 'Trust policy' })),
  ];
}

function endpoints(documents: readonly PrintedDocument[], ruleset: Ruleset): readonly DocumentGroup[] {
  const entries = documents.filter(({ kind }) => kind === 'vpc-endpoint').map(byTitle);
  const ids = new Set(entries.flatMap(({ document }) => document.personas));
  const personas = [...ids].filter((id) => findPersona(id, ruleset)?.kind === 'vpc-endpoint');
  return [{ id: 'endpoints', title: 'VPC endpoint policies', personas, entries }];
}

function sharedResources(documents: readonly PrintedDocument[]): readonly DocumentGroup[] {
  const entries = documents.filter(({ kind }) => kind === 'resource').map(byTitle);
  const personas = [...new Set(entries.flatMap(({ document }) => document.personas))];
  return [{ id: 'resources', title: 'Policies of resources', personas, entries }];
}

/** An entry by itself: `Data scientist: Trust policy`. */
export const fullName = (group: DocumentGroup, entry: DocumentEntry): string =>
  group.personas.length > 0 && group.id !== 'endpoints' && group.id !== 'resources'
    ? `${group.title}: ${entry.name}`
    : entry.name;

/** Every entry in its order, with the names it is found by: its own, and the group's for the first of a group. */
export const entriesOf = (
  groups: readonly DocumentGroup[],
): readonly { readonly id: string; readonly names: readonly string[] }[] =>
  groups.flatMap(({ title, entries }) =>
    entries.map(({ document: { id }, name }, index) => ({
      id,
      names: index === 0 && title !== undefined ? [title, name] : [name],
    })),
  );
