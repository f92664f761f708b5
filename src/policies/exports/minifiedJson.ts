import { minifyPolicy } from '../print.ts';
import { type Exporter, fileStem } from './exporter.ts';

export const minifiedJson: Exporter = {
  id: 'minifiedJson',
  label: 'Minified JSON',
  help: 'No white space. For fields that count every character.',
  makes: 'documents',
  write: ({ documents, name }) =>
    documents.map((document) => ({
      name: `${fileStem(document, name)}.min.json`,
      title: document.title,
      text: minifyPolicy(document.policy),
      mediaType: 'application/json',
    })),
};
