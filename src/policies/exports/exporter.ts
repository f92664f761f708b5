import type { EnvironmentValues } from '../compose/environmentValues.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { findPersona, type Ruleset } from '../library/ruleset.ts';
import { slug } from '../language/slug.ts';

export interface ExportedFile {
  /** May hold a folder: `account/main.tf`. */
  readonly name: string;
  readonly text: string;
  readonly mediaType: string;
  /** What is in it, for a reader: the title of a document, or what the file creates. */
  readonly title: string;
}

/** Everything that is exported together. */
export interface ExportSet {
  /** Name of the draft; it starts the names of files and of what is created. */
  readonly name: string;
  /** As they are to be saved: shortened and split. */
  readonly documents: readonly ComposedDocument[];
  /** The one that the documents were composed under. */
  readonly ruleset: Ruleset;
  readonly attach: 'managed' | 'inline';
  /** The partition of the draft, such as `aws-cn`; if it is not given, the one that the documents' ARNs name. */
  readonly partition?: string;
  /** Of the page, and of AWS's data in words: `of 2026-09-26`. */
  readonly versions: { readonly page: string; readonly data: string };
  /** Values of each environment for what is a placeholder in the documents. */
  readonly environments?: readonly EnvironmentValues[];
  /** Address that opens the draft again. */
  readonly link?: string;
}

/** One format of output. A new one is a new file and a line in `index.ts`. */
export interface Exporter {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** `documents`: the policies as text, placeholders and all. `resources`: code that creates them, placeholders as its parameters. */
  readonly makes: 'documents' | 'resources';
  write(set: ExportSet): readonly ExportedFile[];
  /** What a reader must know that the code does not say, where it can’t create all that is planned. */
  notes?(set: ExportSet): readonly string[];
}

const KIND_WORDS = {
  identity: 'identity-policy',
  'permissions-boundary': 'permissions-boundary',
  'service-control': 'service-control-policy',
  'resource-control': 'resource-control-policy',
  'vpc-endpoint': 'endpoint-policy',
  resource: 'resource-policy',
  trust: 'trust-policy',
} as const;

/**
 * `ml-platform.data-scientist+notebook-role.identity-policy-2`: draft, personas or endpoint, kind and number of the part;
 * safe in every file system.
 */
export function fileStem(document: ComposedDocument, draftName: string, ruleset: Ruleset): string {
  const number = document.partOf === undefined ? '' : document.id.slice(document.partOf.length);
  const parts = [
    slug(draftName) || 'policy',
    whoOf(document, ruleset),
    `${KIND_WORDS[document.kind]}${number}`,
  ];
  return parts.filter((part) => part !== '').join('.');
}

/** Ids of generated documents that are for all personas. */
const GENERATED_FOR_ALL = new Set(['serviceControl', 'resourceControl', 'boundary']);

/** Whether a document is not generated, but imported or written by hand. */
export const isImportedDocument = ({ id, partOf, personas }: ComposedDocument): boolean =>
  personas.length === 0 && !GENERATED_FOR_ALL.has(partOf ?? id);

/** More personas than this are named by their marks: file systems end a name at 255 characters. */
const MANY = 2;

/** An endpoint's documents all belong to one persona: their titles tell them apart. */
function whoOf(document: ComposedDocument, ruleset: Ruleset): string {
  const { kind, title, personas } = document;
  if (kind === 'vpc-endpoint') return slug(`vpc ${title}`);
  if (kind === 'resource' && document.resource) return slug(title.replace(/ policy$/, ''));
  if (isImportedDocument(document)) return slug(title);
  if (kind === 'permissions-boundary') return '';
  const found = personas.map((id) => findPersona(id, ruleset));
  return found
    .map((persona, index) =>
      slug((found.length > MANY ? persona?.mark : persona?.title) ?? personas[index] ?? ''),
    )
    .join('+');
}

/** The documents of a set of one kind. */
export const ofKind = (
  { documents }: ExportSet,
  kind: ComposedDocument['kind'],
): readonly ComposedDocument[] => documents.filter((document) => document.kind === kind);

/** One file for each document, with unique names: documents with the same name get a number. */
export function documentFiles(
  { name, documents, ruleset }: ExportSet,
  extension: string,
  textOf: (document: ComposedDocument) => string,
): readonly ExportedFile[] {
  const count = new Map<string, number>();
  return documents.map((document) => {
    const stem = fileStem(document, name, ruleset);
    const number = (count.get(stem) ?? 0) + 1;
    count.set(stem, number);
    return {
      name: `${stem}${number === 1 ? '' : `.${number}`}.${extension}`,
      title: document.title,
      text: textOf(document),
      mediaType: 'application/json',
    };
  });
}
