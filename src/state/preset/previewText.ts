import { readPreset } from '../../policies/presets/readPreset.ts';
import { loadComposing } from '../derived/composing.ts';
import { notifyInvalid } from './applyPreset.ts';
import { showPreview } from './previewedPreset.ts';

/**
 * Previews a preset that was pasted or dropped, whichever is in force: it can’t be used, since the host doesn’t have it. What is wrong
 * becomes a notice. `name` is the name of its file, if it has one.
 */
export async function previewText(text: string, name: string): Promise<void> {
  const reading = readPreset(name === '' ? 'Pasted text' : name, text);
  if (!reading.ok) return notifyInvalid(reading.problems, hasErrors);
  await loadComposing();
  showPreview({ preset: reading.preset });
}

const hasErrors = (what: string): string =>
  `This preset has errors: ${what}. Correct them, then paste or open it again.`;
