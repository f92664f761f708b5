import type { ComposedDocument } from '../composed.ts';
import { findPersona } from '../personas/index.ts';

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
  readonly mediaType: string;
}

/** One format of output. A new one is a new file and a line in `index.ts`. */
export interface Exporter {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  /** One document as a file; `draftName` starts its name. */
  write(document: ComposedDocument, draftName: string): ExportedFile;
}

const KIND_WORDS = {
  identity: 'identity-policy',
  'permissions-boundary': 'permissions-boundary',
  'service-control': 'service-control-policy',
  'vpc-endpoint': 'endpoint-policy',
  trust: 'trust-policy',
} as const;

/**
 * `ml-platform.data-scientist+notebook-role.identity-policy-2`: draft, personas or endpoint, kind and number of the part;
 * safe in every file system.
 */
export function fileStem(document: ComposedDocument, draftName: string): string {
  const number = document.partOf === undefined ? '' : document.id.slice(document.partOf.length);
  const parts = [slug(draftName) || 'policy', whoOf(document), `${KIND_WORDS[document.kind]}${number}`];
  return parts.filter((part) => part !== '').join('.');
}

/** More personas than this are named by their marks: file systems end a name at 255 characters. */
const MANY = 2;

/** An endpoint's documents all belong to one persona: their titles tell them apart. */
function whoOf({ kind, title, personas }: ComposedDocument): string {
  if (kind === 'vpc-endpoint') return slug(`vpc ${title}`);
  if (kind === 'permissions-boundary') return '';
  const found = personas.map((id) => findPersona(id));
  return found.map((persona) => slug((found.length > MANY ? persona?.mark : persona?.title) ?? '')).join('+');
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
