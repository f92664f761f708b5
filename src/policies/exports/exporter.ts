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

/** `ml-platform.data-scientist+notebook-role.identity-policy`: draft, personas and kind, safe in every file system. */
export function fileStem(document: ComposedDocument, draftName: string): string {
  const personas = document.personas.map((id) => slug(findPersona(id)?.title ?? id)).join('+');
  return [slug(draftName) || 'policy', personas, KIND_WORDS[document.kind]].join('.');
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
}
