import { printDocument } from '../edits/printDocument.ts';
import { type Exporter, fileStem } from './exporter.ts';

export const json: Exporter = {
  id: 'json',
  label: 'Formatted JSON',
  help: 'Indented, one entry per line. For reading and review.',
  write: (document, draftName) => ({
    name: `${fileStem(document, draftName)}.json`,
    text: printDocument(document).text,
    mediaType: 'application/json',
  }),
};
