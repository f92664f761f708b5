import { type ImportReaders, looksLikeYaml, readImport } from '../../policies/import/readImport.ts';
import { recognise } from '../../policies/import/recognise/recognise.ts';
import type { ImportAnswer, ImportRequest } from './protocol.ts';

/** Reads pasted texts away from the page's own thread: nothing that is pasted can hold it up. */

async function answer(request: ImportRequest): Promise<ImportAnswer> {
  const { id } = request;
  if (request.ask === 'recognise') {
    const recognised = request.documents.map((document) => ({
      id: document.id,
      recognition: recognise(document.policy, document.kind),
    }));
    return { id, ask: 'recognise', recognised };
  }
  const readers = looksLikeYaml(request.text) ? await yamlReader() : {};
  return { id, ask: 'read', reading: readImport(request.text, readers) };
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

addEventListener('message', ({ data }: MessageEvent<ImportRequest>) => {
  // A rejection reaches the page as an error of the worker, which says so.
  answer(data).then(
    (message) => postMessage(message),
    (error: unknown) =>
      queueMicrotask(() => {
        throw error;
      }),
  );
});
