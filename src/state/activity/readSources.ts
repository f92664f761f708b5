import { ActivityReader, type ActivityReading } from '../../policies/activityLog/activityReader.ts';
import type { ActivitySource } from './activityProtocol.ts';

export interface SourcesReading extends ActivityReading {
  readonly unreadFiles: readonly string[];
}

/** Reads files one after the other, each piece by piece, and reports after each piece how far it is, from 0 to 1. */
export async function readSources(
  sources: readonly ActivitySource[],
  onProgress: (progress: number) => void,
): Promise<SourcesReading> {
  const reader = new ActivityReader();
  const total = Math.max(
    1,
    sources.reduce((sum, { content }) => sum + sizeOf(content), 0),
  );
  const unreadFiles: string[] = [];
  let done = 0;
  for (const { name, content } of sources) {
    const onBytes = (count: number) => {
      done += count;
      onProgress(Math.min(1, done / total));
    };
    if (typeof content === 'string') {
      reader.push(content);
      onBytes(content.length);
    } else if (!(await readFile(content, reader, onBytes))) unreadFiles.push(name);
    reader.endFile();
  }
  return { ...reader.reading(), unreadFiles };
}

const sizeOf = (content: ActivitySource['content']): number =>
  typeof content === 'string' ? content.length : content.size;

/** Whether it could be read to its end. */
async function readFile(
  file: File,
  reader: ActivityReader,
  onBytes: (count: number) => void,
): Promise<boolean> {
  try {
    const pieces = await textOf(file, onBytes);
    for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) reader.push(piece.value);
    return true;
  } catch {
    return false;
  }
}

/** Bytes as they are, or unpacked: by how they begin, whatever the file is called. */
async function textOf(file: File, onBytes: (count: number) => void) {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        onBytes(piece.length);
        controller.enqueue(piece);
      },
    }),
  );
  const isPacked = first === 0x1f && second === 0x8b;
  const bytes = isPacked ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
  return bytes.pipeThrough(new TextDecoderStream()).getReader();
}
