import { useDeferredValue, useEffect, useMemo } from 'react';
import { recognize } from '../../policies/recognize/recognize.ts';
import type { Recognized } from '../../policies/recognize/recognition.ts';
import { type Intake, selectPolicy, useIntake, WHOLE } from '../../state/import/intake.ts';
import { itemsOf, orphansOf, type ReviewItem, wholeItem } from '../../state/import/reviewItems.ts';
import { type TextReading, useImportReading } from './useImportReading.ts';

export interface Review {
  readonly intake: Intake;
  readonly reading: TextReading;
  /** The reading is of the text on screen. */
  readonly isCurrent: boolean;
  readonly kinds: readonly Recognized[];
  /** The policies in a text that is not one itself. */
  readonly items: readonly ReviewItem[];
  /** What is shown and checked: the text as one policy, or one of those in it. */
  readonly shown: ReviewItem | undefined;
}

/** What the text is, what is in it, and what of it is looked at. */
export function useReview(): Review {
  const intake = useIntake();
  const { text, name, selected, isNew, files } = intake;
  const ofText = useImportReading(text, name);
  const reading = useMemo(() => (files ? { text: '', ...files.reading } : ofText), [files, ofText]);
  const isCurrent = reading.text === text || text.trim() === '';
  const recognizable = useDeferredValue(text);
  const kinds = useMemo(() => recognize(recognizable, name).kinds, [recognizable, name]);
  const whole = useMemo(() => wholeItem(intake, reading, kinds), [intake, reading, kinds]);
  const items = useMemo(() => {
    const found = whole ? [] : itemsOf(intake, reading);
    return [...found, ...orphansOf(intake, found)];
  }, [whole, intake, reading]);
  const shownItem = items.find(({ key }) => key === selected);
  useEffect(() => {
    if (!isNew || !isCurrent || (text.trim() === '' && !files)) return;
    useIntake.setState({ isNew: false });
    // One policy among other text is what the person who brought it wants to see.
    const [only] = items;
    if (only && items.length === 1) selectPolicy(only.key);
  }, [isNew, isCurrent, items, text, files]);
  return {
    intake,
    reading,
    isCurrent,
    kinds,
    items,
    shown: shownItem ?? (selected === WHOLE || !shownItem ? whole : undefined),
  };
}
