import { looksLikeYaml } from '../../policies/import/looksLikeYaml.ts';
import { type ImportReaders, readImport } from '../../policies/import/readImport.ts';
import type { FoundPolicy } from '../../policies/import/importReading.ts';
import { segmentsOf } from '../../policies/import/segments.ts';
import { recognize } from '../../policies/recognize/recognize.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { matchActivities } from '../../policies/activityCover/matchActivities/matchActivities.ts';
import { serveQuestions } from '../workers/serve.ts';
import { pathOf } from './fileTexts.ts';
import { LONGEST_FILE, readText } from './largeFiles.ts';
import type { ImportAnswer, ImportQuestion } from './importProtocol.ts';

/** Reads pasted texts away from the page's own thread: nothing that is pasted can hold it up. */

/** Texts are compared with the built-in library; of what a preset hides, the offer says that it cannot be used. */
async function answer(request: Exclude<ImportQuestion, { ask: 'files' }>): Promise<ImportAnswer> {
  if (request.ask === 'recognize') {
    const recognized = request.documents.map((document) => ({
      id: document.id,
      recognition: matchActivities(document.policy, document.kind, builtIn),
    }));
    return { ask: 'recognize', recognized };
  }
  return { ask: 'read', reading: readImport(request.text, await readersFor(request.text, request.name)) };
}

/** The policies in a large text: in what of it Import reads, where it is a file such as a Terraform state. */
async function readLarge(text: string, files: readonly File[]) {
  const [name = ''] = files.length === 1 ? files.map(pathOf) : [];
  const { kinds } = recognize(text, name, LONGEST_FILE);
  const read = kinds.find(({ destination }) => destination === 'import')?.text ?? text;
  const readers = { ...(await readersFor(read, name)), longest: LONGEST_FILE };
  const lineStarts = Uint32Array.from([0, ...Array.from(read.matchAll(/\n/g), ({ index }) => index + 1)]);
  const { policies, refusals } = readImport(read, readers);
  return { policies: policies.map(unparsed), refusals, lineStarts };
}

/** So many policies are handed to the page at a time. */
const PIECE = 250;

/** Of thousands of policies few are looked at: what each says is read then, and not handed to the page, which would stand still. */
const unparsed = (policy: FoundPolicy): FoundPolicy => ({ ...policy, policy: { Statement: [] }, places: [] });

const placeholders = builtIn.variables.flatMap((variable) => variable.placeholders);

const readersFor = async (text: string, name: string): Promise<ImportReaders> => ({
  placeholders,
  name,
  ...(segmentsOf(text, name).some((segment) => looksLikeYaml(segment.text)) ? await yamlReader() : {}),
});

/** What reads YAML comes only for YAML. Where it does not come, the text is refused as YAML. */
async function yamlReader(): Promise<ImportReaders> {
  try {
    const { readYaml } = await import('../../policies/import/yaml.ts');
    return { yaml: readYaml };
  } catch {
    return {};
  }
}

serveQuestions<ImportQuestion, ImportAnswer>(async (question, reply) => {
  if (question.ask !== 'files') return reply(await answer(question), true);
  const text = await readText(question.files, (progress) => reply({ ask: 'files', progress }, false));
  const { policies, ...rest } = await readLarge(text, question.files);
  for (let at = 0; at < policies.length; at += PIECE)
    reply({ ask: 'files', policies: policies.slice(at, at + PIECE) }, false);
  reply({ ask: 'files', ...rest }, true);
});
