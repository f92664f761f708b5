import { printDocument } from '../print.ts';
import { type Exporter, fileStem } from './exporter.ts';

export const json: Exporter = {
  id: 'json',
  label: 'Formatted JSON',
  help: 'Indented, one entry per line. For reading and review.',
  makes: 'documents',
  write: ({ documents, name }) =>
    documents.map((document) => ({
      name: `${fileStem(document, name)}.json`,
      title: document.title,
      text: printDocument(document).text,
      mediaType: 'application/json',
    })),
};
