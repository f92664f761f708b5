import { create } from 'zustand';
import type { ImportReading } from '../../policies/import/importReading.ts';
import type { ReviewKind } from './reviewKind.ts';

/** The text that is being imported or validated. Kept while the page lives, so that closing the dialog loses nothing; never stored. */

/** The text as a whole, as one of the things to look at. */
export const WHOLE = 'text';

export interface LargeFiles {
  readonly names: string;
  readonly reading: ImportReading;
  readonly lineStarts: ArrayLike<number>;
}

export interface Intake {
  readonly text: string;
  /** The file that the text is, with its folders. */
  readonly name: string;
  /** The text as it came, which the comparison starts from; empty where it was typed here. */
  readonly base: string;
  /** Goes up with each text that comes from outside the field, which then shows it. */
  readonly arrivals: number;
  /** A text has come, and no one has looked at it yet. */
  readonly isNew: boolean;
  /** Key of a policy of the text, or `WHOLE`. */
  readonly selected: string;
  /** Key of a policy → its text as it was edited here. */
  readonly edits: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<string, ReviewKind>>;
  readonly wanted: Readonly<Record<string, boolean>>;
  /** What a resource policy is attached to, by CloudFormation's name; empty for any. */
  readonly resourceType: string;
  /** Policies of files that are too large for a text field; their text is not shown. */
  readonly files: LargeFiles | null;
  /** What was here before another text came. */
  readonly earlier: Intake | null;
}

const empty: Intake = {
  text: '',
  name: '',
  base: '',
  arrivals: 0,
  isNew: false,
  selected: WHOLE,
  edits: {},
  kinds: {},
  wanted: {},
  resourceType: '',
  files: null,
  earlier: null,
};

export const useIntake = create<Intake>()(() => empty);

/** Another text takes the place of this one, from a file, the clipboard, or another part of the page. The one before is kept. */
export function keepImport(text: string, name = ''): void {
  const before = useIntake.getState();
  if (text === before.text && !before.files) return;
  arrive({ text, name, base: text });
}

/** The policies of large files take the place of the text. */
export const keepFiles = (files: LargeFiles): void => arrive({ files });

function arrive(what: Partial<Intake>): void {
  const before = useIntake.getState();
  const earlier = isBlank(before) ? before.earlier : { ...before, earlier: null };
  useIntake.setState({ ...empty, ...what, arrivals: before.arrivals + 1, isNew: true, earlier });
}

const isBlank = ({ text, files }: Intake): boolean => text.trim() === '' && files === null;

/** What was here before comes back, and this goes in its place. */
export function bringBackEarlier(): void {
  const now = useIntake.getState();
  if (!now.earlier) return;
  const earlier = isBlank(now) ? null : { ...now, earlier: null };
  useIntake.setState({ ...now.earlier, arrivals: now.arrivals + 1, isNew: false, earlier });
}

/** The text was imported; parts of it that were not can be brought back. */
export function clearImport(isAll: boolean): void {
  const before = useIntake.getState();
  const earlier = isAll ? before.earlier : { ...before, earlier: null };
  useIntake.setState({ ...empty, arrivals: before.arrivals + 1, earlier });
}

/** The text is written in its field. `isWhole`: a paste put all of it there. */
export function writeText(text: string, isWhole: boolean): void {
  const { text: before, base } = useIntake.getState();
  const isArrival = isWhole || (before.trim() === '' && text.length - before.length > 1);
  if (isArrival) useIntake.setState({ text, name: '', base: text, isNew: true, wanted: {}, selected: WHOLE });
  else useIntake.setState({ text, base: text.trim() === '' ? '' : base });
}

/** One of several policies is edited: the text that it came with stays as it is. */
export function editPolicy(key: string, text: string): void {
  const { edits } = useIntake.getState();
  useIntake.setState({ edits: { ...edits, [key]: text } });
}

export function setWanted(key: string, isWanted: boolean): void {
  useIntake.setState({ wanted: { ...useIntake.getState().wanted, [key]: isWanted } });
}

export function setWantedOf(keys: readonly string[], isWanted: boolean): void {
  const changed = Object.fromEntries(keys.map((key) => [key, isWanted]));
  useIntake.setState({ wanted: { ...useIntake.getState().wanted, ...changed } });
}

export function setKind(key: string, kind: ReviewKind): void {
  useIntake.setState({ kinds: { ...useIntake.getState().kinds, [key]: kind } });
}

export const selectPolicy = (selected: string): void => useIntake.setState({ selected });
