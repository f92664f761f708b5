/** The little that the smoke tasks need of a browser. Three drivers have it, so that a task is written once. */

/** A whole name, or what it must match. */
export type Name = string | RegExp;

export type Role = 'button' | 'checkbox' | 'combobox' | 'dialog' | 'option' | 'region' | 'tab' | 'textbox';

export type Key = 'Control' | 'Alt' | 'Shift' | 'Tab' | 'Enter' | 'Escape' | ' ' | 'k';

/** A part of the page, found anew by each call: by its role and accessible name, the first that is in view. */
export interface Part {
  click(): Promise<void>;
  /** Types behind what is there. */
  type(text: string): Promise<void>;
  /** Of a field. */
  value(): Promise<string>;
  text(): Promise<string>;
  /** The state of a checkbox or a radio button. */
  isChecked(): Promise<boolean>;
  isFocused(): Promise<boolean>;
}

export interface Driver {
  open(url: string): Promise<void>;
  /** Waits until there is one. Rejects with its role and name when none comes. */
  find(role: Role, name: Name): Promise<Part>;
  /** One key, behind the modifiers that are held down. */
  press(...keys: readonly Key[]): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** What is written on the page, with plain spaces. */
  text(): Promise<string>;
  /** What follows `#` in the address. */
  fragment(): Promise<string>;
  close(): Promise<void>;
}

/** A browser that is installed; each driver of it begins without anything stored. */
export interface Engine {
  start(): Promise<Driver>;
  close(): Promise<void>;
}

/** An engine to be tested. `find` gives nothing where it is not installed. */
export interface EngineOffer {
  readonly name: string;
  find(): Promise<{ readonly launch: () => Promise<Engine> } | undefined>;
}

/** A busy machine is no failure: this ends only what hangs. */
const PATIENCE = 120_000;
const PAUSE = 100;

/** Asks until there is an answer; rejects with `what` when none came in two minutes. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined>,
  now: () => number = Date.now,
): Promise<Answer> {
  const end = now() + PATIENCE;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (now() > end) throw new Error(`There was no ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** A whole name as a pattern. */
export const patternOf = (name: Name): RegExp =>
  typeof name === 'string' ? new RegExp(`^${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`) : name;

/** Text as it is read: without characters that only guide the layout, each run of spaces one space. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/[\u200b\u2060]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
