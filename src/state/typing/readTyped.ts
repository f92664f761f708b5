import { readDraft } from '../../policies/share/readDraft.ts';
import { isSameDraft } from '../../policies/model/sameDraft.ts';
import { commitTyped } from './commitTyped.ts';
import { rulesetInForce, useStore } from '../store.ts';
import { type Typed, useTyping } from './typedTexts.ts';

/** Puts kept text back into its documents, if the draft is still the one that it was typed in. Whatever the text, it never throws. */
export function restoreTyped(stored: string): void {
  const found = parse(stored);
  const reading = readDraft(found['draft'], rulesetInForce());
  if (!reading.ok || !isSameDraft(useStore.getState().draft, useStore.getState().enforce(reading.draft)))
    return;
  const typed = Object.entries(fieldsOfValue(found['documents'])).flatMap(([id, value]) => {
    const read = typedOf(fieldsOfValue(value));
    return read ? [[id, read] as const] : [];
  });
  useTyping.setState(Object.fromEntries(typed), true);
  for (const [id] of typed) commitTyped(id);
}

function typedOf({ basis, text }: Readonly<Record<string, unknown>>): Typed | undefined {
  const read = readDraft(basis, rulesetInForce());
  return read.ok && typeof text === 'string' ? { basis: read.draft, text, problem: null } : undefined;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return fieldsOfValue(JSON.parse(text));
  } catch {
    return {};
  }
}

const fieldsOfValue = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
