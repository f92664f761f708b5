import { escapeJson } from '../language/characters/escapeCharacters.ts';
import { printDocument } from '../handEdits/printDocument.ts';
import { documentFiles, type Exporter } from './exporter.ts';

export const json: Exporter = {
  id: 'json',
  label: 'Formatted JSON',
  help: 'Indented, one entry per line. Easiest to read and review.',
  makes: 'documents',
  write: (set) => documentFiles(set, 'json', (document) => escapeJson(printDocument(document).text)),
};
