import { escapeJson } from '../language/characters/escapeCharacters.ts';
import { minifyPolicy } from '../language/print.ts';
import { documentFiles, type Exporter } from './exporter.ts';

export const minifiedJson: Exporter = {
  id: 'minifiedJson',
  label: 'Minified JSON',
  help: 'No white space. For input fields that count every character.',
  makes: 'documents',
  write: (set) => documentFiles(set, 'min.json', ({ policy }) => escapeJson(minifyPolicy(policy))),
};
