import { draftOfExample } from '../../policies/compose/exampleDraft.ts';
import type { Example } from '../../policies/library/examples/example.ts';
import { movesAfter, refuse, replaceWithShared, whyNot } from '../share/replaceDraft.ts';
import { notify, show, useStore } from '../store.ts';

/** Opens a copy of an example. The draft that was there is a snapshot from then on, and one undo away. */
export function openExample(example: Example): void {
  const opened = replaceWithShared(
    draftOfExample(example, useStore.getState().ruleset),
    `Opened the example “${example.title}”`,
    'example',
  );
  show({ dialog: null, preview: null, focused: null });
  if (opened.state === 'full' || opened.state === 'typing') return refuse(whyNot[opened.state]);
  show({ view: 'policy', half: 'policy', step: 'who' });
  const snapshot = opened.state === 'opened' ? opened.snapshot : undefined;
  notify({
    id: 'link',
    text: [
      `Example: ${example.title}. This is your copy; all its values are examples.`,
      example.note ?? '',
      snapshot ? 'Your own set is saved as a snapshot.' : '',
    ]
      .filter(Boolean)
      .join(' '),
    ...movesAfter(opened),
  });
}
