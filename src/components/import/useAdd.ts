import { useEffect, useRef, useState } from 'react';
import { importPolicies, type AcceptedPolicy } from '../../state/import/addImported.ts';
import { notAdded } from '../../state/import/notAdded.ts';
import { clearImport, setWanted, useIntake, WHOLE } from '../../state/import/intake.ts';
import { isReadable, type ReviewItem } from '../../state/import/reviewItems.ts';
import { isDocumentKind } from '../../state/import/reviewKind.ts';
import { show } from '../../state/store.ts';

export const closeImport = () => show({ dialog: null });

/** What was added is what comes next, not what opened the dialog: a persona with the focus would show its preview. */
export function closeToPolicy(): void {
  closeImport();
  requestAnimationFrame(() => document.getElementById('policy')?.focus());
}

/** The items that can be added to the set: selected, readable, and of a kind that a set can have. */
export const acceptedPolicies = (items: readonly ReviewItem[]): readonly AcceptedPolicy[] =>
  items.flatMap((item) => {
    const { found, title, kind, text, base, key } = item;
    if (!item.isWanted || !isDocumentKind(kind) || !isReadable(item)) return [];
    // The policies of large files are not kept parsed.
    const isParsed = found !== undefined && found.places.length > 0;
    const isAsFound = isParsed && (text === found.text || key === WHOLE);
    // A policy that needed repairs is imported as it was read.
    const taken = isAsFound ? { ...found, title, kind } : { title, kind, text };
    return [base.trim() === '' ? taken : { ...taken, before: base }];
  });

/** Adds policies to the set in slices, reports how far it is, and gives up when the dialog closes. */
export function useAdd(items: readonly ReviewItem[]) {
  const [progress, setProgress] = useState<string>();
  const text = useIntake((state) => state.text);
  const [problem, setProblem] = useState({ text, words: '' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const wanted = acceptedPolicies(items);
  const add = async () => {
    const controller = new AbortController();
    running.current = controller;
    const tell = (read: number) => setProgress(`Adding: ${read} of ${wanted.length} policies`);
    tell(0);
    const time = new Date().toLocaleTimeString([], { timeStyle: 'short' });
    const taken = await importPolicies(wanted, time, { signal: controller.signal, onProgress: tell });
    setProgress(undefined);
    if (!taken) return;
    if (taken.tooLarge.length === 0 && taken.snapshotSaved) {
      clearImport(wanted.length === items.length);
      return closeToPolicy();
    }
    setProblem({ text, words: notAdded(taken) });
    for (const { key } of items) setWanted(key, false);
  };
  return {
    wanted,
    add,
    busy: progress !== undefined,
    /** What is going on, or what went wrong with this text. */
    status: progress ?? (problem.text === text ? problem.words : ''),
    setProblem: (words: string) => setProblem({ text, words }),
  };
}
