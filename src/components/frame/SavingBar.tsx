import Button from '@mui/material/Button';
import { useState } from 'react';
import { commands } from '../../state/commands.ts';
import type { NotSaved, SaveState } from '../../state/storage/keeper.ts';
import { describeTime } from '../../state/storage/storedWork.ts';
import { useSaving } from '../../state/storage/saving.ts';
import { Bar } from './NoticeBar.ts';

interface Move {
  readonly label: string;
  run(): void;
}

const file: Move = { label: 'Save draft as a file', run: () => commands.saveWorkspace.run() };
const stored: Move = { label: 'Show stored data', run: () => commands.stored.run() };
const again: Move = { label: 'Save now', run: () => choose(({ saveAgain }) => saveAgain()) };

const notSaved = 'Your changes aren’t being saved in this browser';

/** What isn’t saved and why, and what to do. */
const words: Readonly<Record<NotSaved, readonly [text: string, ...moves: Move[]]>> = {
  denied: [`${notSaved}: the browser blocks storage for this page. Save the draft as a file.`, file],
  full: [
    `${notSaved}: the storage for this site is full. Delete stored data, or save the draft as a file.`,
    file,
    stored,
  ],
  noCopy: [
    `${notSaved}: another draft is stored here, and there isn’t enough space for a copy of it. Delete stored data, or save the draft as a file.`,
    file,
    stored,
  ],
  notRead: [
    `${notSaved}. A part of the page didn’t load, so the stored draft wasn’t opened or changed. Save the draft as a file, then reload the page.`,
    file,
  ],
  deleted: [
    'The data stored in this browser for this page was deleted. Your draft is only in this tab. Save it now, or make a change to save it.',
    again,
    file,
  ],
};

const conflictMoves: readonly Move[] = [
  { label: 'Use the other tab’s version', run: () => choose(({ takeTheirs }) => takeTheirs()) },
  { label: 'Use this version', run: () => choose(({ keepMine }) => keepMine()) },
  file,
];

/** A notice while the draft isn’t saved in this browser, and once it is saved again. It can’t be dismissed. */
export function SavingBar() {
  const saving = useSaving((state) => state.saving);
  const [wasProblem, setWasProblem] = useState(false);
  if (saving.state !== 'saved' && !wasProblem) setWasProblem(true);
  if (saving.state === 'saved')
    return wasProblem ? <p className="visually-hidden">Your changes are being saved again.</p> : null;
  const [text, ...moves] = wordsOf(saving);
  return (
    <Bar data-problem="">
      <span>{text}</span>
      {moves.map(({ label, run }) => (
        <Button key={label} onClick={run}>
          {label}
        </Button>
      ))}
    </Bar>
  );
}

function wordsOf(
  saving: Exclude<SaveState, { readonly state: 'saved' }>,
): readonly [text: string, ...moves: readonly Move[]] {
  if (saving.state === 'notSaved') return words[saving.why];
  const time = describeTime(saving.at);
  return [
    `This draft was changed in another tab, ${time}. Your changes here aren’t being saved. Select the version to use.`,
    ...conflictMoves,
  ];
}

/** Without the part that does it nothing happens, and the page says that a part is missing. */
function choose(run: (part: typeof import('../../state/storage/conflict.ts')) => void): void {
  import('../../state/storage/conflict.ts').then(run, () => undefined);
}
