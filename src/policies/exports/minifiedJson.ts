import { minifyPolicy } from '../print.ts';
import { type Exporter, fileStem } from './exporter.ts';

export const minifiedJson: Exporter = {
  id: 'minifiedJson',
  label: 'Minified JSON',
  help: 'No white space. For fields that count every character.',
  write: (document, draftName) => ({
    name: `${fileStem(document, draftName)}.min.json`,
    text: minifyPolicy(document.policy),
    mediaType: 'application/json',
  }),
};
