import { accessEffect } from '../../policies/exact/effect.ts';
import { parsePolicy } from '../../policies/language/parse.ts';
import { type ImportReaders, looksLikeYaml, readImport } from '../../policies/import/readImport.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { recognise } from '../../policies/import/matchActivities/recognise.ts';
import { serveQuestions } from '../workers/serve.ts';
import type { ImportAnswer, ImportQuestion } from './protocol.ts';

/** Reads pasted texts away from the page's own thread: nothing that is pasted can hold it up. */

/** Texts are compared with the built-in library; of what a preset hides, the offer says that it cannot be used. */
async function answer(request: ImportQuestion): Promise<ImportAnswer> {
  if (request.ask === 'recognise') {
    const recognised = request.documents.map((document) => ({
      id: document.id,
      recognition: recognise(document.policy, document.kind, builtIn),
    }));
    return { ask: 'recognise', recognised };
  }
  if (request.ask === 'effect') {
    const { before, after, type } = request;
    const areRead = parsePolicy(before).ok && parsePolicy(after).ok;
    return { ask: 'effect', effect: areRead ? accessEffect(before, after, type) : undefined };
  }
  const readers = looksLikeYaml(request.text) ? await yamlReader() : {};
  return { ask: 'read', reading: readImport(request.text, readers) };
}

/** What reads YAML comes only for YAML. Where it does not come, the text is refused as YAML. */
async function yamlReader(): Promise<ImportReaders> {
  try {
    const { readYaml } = await import('../../policies/import/yaml.ts');
    return { yaml: readYaml };
  } catch {
    return {};
  }
}

serveQuestions<ImportQuestion, ImportAnswer>(async (question, reply) => reply(await answer(question), true));
