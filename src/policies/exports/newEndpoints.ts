import type { Ruleset } from '../library/ruleset.ts';
import type { ExportedFile, ExportSet } from './exporter.ts';
import { headerLines, wrapLine } from './header.ts';
import type { ExportPart, PlannedEndpoint } from './planned.ts';
import { unknownPlaceholderNote } from './partNotes.ts';

/** For languages in which only an endpoint that they make themselves gets a policy. */
export const NEW_ENDPOINTS =
  'A stack can set the policy only of endpoints that it creates. Import existing endpoints into the stack, or set their policies with the AWS CLI script.';

/** The network's part without endpoints of unknown services, which cannot be created, and without the inputs that only they need. */
export function withNewEndpoints(part: ExportPart, ruleset: Ruleset): ExportPart {
  const endpoints = part.endpoints.filter(({ service }) => service !== undefined);
  if (endpoints.length === part.endpoints.length) return part;
  const documents = endpoints.map(({ document }) => document);
  const written = JSON.stringify(documents);
  return {
    ...part,
    endpoints,
    parameters: part.parameters.filter(({ placeholder }) => written.includes(`<${placeholder}>`)),
    notes: [
      ...unknownPlaceholderNote(documents, ruleset),
      ...part.endpoints.filter((endpoint) => !endpoints.includes(endpoint)).map(leftOut),
    ],
  };
}

const leftOut = ({ title }: PlannedEndpoint): string =>
  `${title} isn’t included: the service of its endpoint is unknown.`;

/** Replaces the code of a part that would create nothing: an empty stack is refused, and the file must say why it is empty. */
export const notesFile = (set: ExportSet, part: ExportPart, format: string): ExportedFile => ({
  name: `${part.name}.txt`,
  title: `${format}: not included`,
  text: `${headerLines(set, part, `Nothing to create with ${format}.`).flatMap(wrapLine).join('\n')}\n`,
  mediaType: 'text/plain',
});
