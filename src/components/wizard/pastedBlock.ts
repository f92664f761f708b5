import { readBlock } from '../../policies/values/blocks/readBlock.ts';
import type { EntryReading } from '../../policies/values/entry.ts';
import { show } from '../../state/store.ts';
import { useUnfinished } from '../../state/typing/unfinished.ts';
import { isWhollyRead } from './valueEntry.ts';

/** Opens the dialog for several values where a text that is no value of its field says several things. */
export function openBlock(text: string, reading: EntryReading): boolean {
  if (isWhollyRead(reading)) return false;
  const facts = readBlock(text);
  const isBlock =
    facts.some(({ name }) => name !== '') || facts.every(({ values: [value = ''] }) => /^arn:/.test(value));
  if (facts.length < 2 || !isBlock) return false;
  useUnfinished.setState({ block: text });
  show({ dialog: 'values' });
  return true;
}
