import { printPolicy } from '../print.ts';
import { type Exporter, fileStem } from './exporter.ts';

export const json: Exporter = {
  id: 'json',
  label: 'Formatted JSON',
  help: 'Indented, one entry per line. For reading and review.',
  write: (document, draftName) => ({
    name: `${fileStem(document, draftName)}.json`,
    text: printPolicy(document.policy).text,
    mediaType: 'application/json',
  }),
};
