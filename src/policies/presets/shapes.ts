import * as z from 'zod/mini';
import { visibleLines } from '../language/characters/visibleText.ts';

/** The parts of a preset's schema. The message of each check is what the author of the preset reads. */

/** Names that every object inherits: a look-up of one would find what is in no registry. */
const isInherited = (name: string): boolean => name in {} || name === 'prototype';

export const id = z.string().check(
  z.regex(
    /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
    'must start with a letter and have at most 64 letters, digits, and hyphens',
  ),
  z.refine((name) => !isInherited(name), 'is a reserved name'),
);

/** As it is shown: typographic spaces are spaces, and what could not be seen is written as `⟨U+200B⟩`. */
const shown = z.overwrite((words: string) => visibleLines(words.replace(/\p{Zs}/gu, ' ')));

export const text = z
  .string()
  .check(z.minLength(1, 'must not be empty'), z.maxLength(2000, 'must have at most 2,000 characters'), shown);

export const line = z
  .string()
  .check(
    z.minLength(1, 'must not be empty'),
    z.maxLength(120, 'must have at most 120 characters'),
    z.regex(/^[^\p{Cc}]*$/u, 'must be one line'),
    shown,
  );

/** Opened by the user only. Anything but https could run a script or say where it was opened from. */
export const link = z
  .string()
  .check(
    z.maxLength(2000, 'must have at most 2,000 characters'),
    z.regex(/^https:\/\/[^\s/]+(?:\/\S*)?$/, 'must be a URL that starts with https://'),
  );

/** In the folder of the preset; no path leads out of it. */
export const imageFile = z
  .string()
  .check(
    z.regex(
      /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}\.(?:svg|png)$/,
      'must be the name of an SVG or PNG file in the folder of the preset, such as logo.svg',
    ),
  );

export const listOf = <Item extends z.core.$ZodType>(item: Item, most: number) =>
  z.array(item).check(z.maxLength(most, `must have at most ${most} entries`));

export const someOf = <Item extends z.core.$ZodType>(item: Item, most: number) =>
  listOf(item, most).check(z.minLength(1, 'must not be empty'));

export const byId = <Value extends z.core.$ZodType>(value: Value) => z.record(id, value);

export const why = {
  owner: line,
  reason: text,
  ask: z.exactOptional(line),
  link: z.exactOptional(link),
};

/** A sentence and where it comes from, as everywhere in the registries. */
export const reason = z.strictObject({ text, source: link });
