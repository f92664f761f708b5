import type { Preset } from '../../policies/library/preset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import type { PresetPreview } from '../../policies/presets/previewPreset.ts';

/** What a preset would change in a set, before it is in force. */
export interface PresetPreviewQuestion {
  readonly kind: 'presetPreview';
  readonly draft: Draft;
  /** The one in force; nothing for the built-in library. */
  readonly preset: Preset | null;
  readonly previewed: Preset;
}

export interface PresetPreviewAnswer {
  readonly kind: 'presetPreview';
  readonly preview: PresetPreview;
}
