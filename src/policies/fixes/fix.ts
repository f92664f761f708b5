import type { AccessEffect } from '../exact/accessEffect.ts';
import type { JsonEdit } from './jsonEdits.ts';
import type { FindingSite } from './findingSite.ts';

/** What a fix does to access, found by comparing the text before and after it. */
export type FixEffect = AccessEffect;

/** A rewrite of a policy's text after which a finding is gone. Everything else in the text stays as it is written. */
export interface Fix {
  readonly title: string;
  readonly effect: FixEffect;
  readonly text: string;
}

/** A rewrite whose effect on access is not computed yet. */
export interface Rewrite {
  readonly title: string;
  readonly edits: readonly JsonEdit[];
}

/** The rewrites for some codes, most likely first; none where there is no safe one. */
export interface Fixer {
  readonly codes: readonly string[];
  rewrites(site: FindingSite): readonly Rewrite[];
}
