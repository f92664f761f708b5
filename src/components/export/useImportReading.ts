import { useEffect, useState } from 'react';
import { looksLikeYaml, readImport } from '../../policies/import/readImport.ts';
import type { ImportReading } from '../../policies/import/reading.ts';

export interface TextReading extends ImportReading {
  /** The text that was read. */
  readonly text: string;
}

const PAUSE_MS = 200;

const nothing: TextReading = { text: '', policies: [], refusals: [] };

/** The reading of a text once its writer pauses; of an empty one there is none. */
export function useImportReading(text: string): TextReading {
  const [reading, setReading] = useState(nothing);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      const read = text.trim() === '' ? nothing : { text, ...(await readNow(text)) };
      if (!stale) setReading(read);
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text]);
  return reading;
}

/** What reads YAML comes only for YAML. */
async function readNow(text: string): Promise<ImportReading> {
  if (!looksLikeYaml(text)) return readImport(text);
  try {
    const { readYaml } = await import('../../policies/import/yaml.ts');
    return readImport(text, { yaml: readYaml });
  } catch {
    return readImport(text);
  }
}
