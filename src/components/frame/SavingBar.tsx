import Button from '@mui/material/Button';
import { useState } from 'react';
import { commands } from '../../state/commands.ts';
import type { NotSaved, Saving } from '../../state/storage/keeper.ts';
import { describeTime } from '../../state/storage/onScreen.ts';
import { useSaving } from '../../state/storage/saving.ts';
import { Bar } from './NoticeBar.ts';

interface Move {
  readonly label: string;
  run(): void;
}

const file: Move = { label: 'Save the draft as a file', run: () => commands.saveWorkspace.run() };
const stored: Move = { label: 'Stored data', run: () => commands.stored.run() };
const again: Move = { label: 'Save it now', run: () => choose(({ saveAgain }) => saveAgain()) };

const notSaved = 'Your changes are not being saved in this browser';

/** What is not kept and why, and what to do. */
const words: Readonly<Record<NotSaved, readonly [text: string, ...moves: Move[]]>> = {
  denied: [`${notSaved}: it does not let this page store data.`, file],
  full: [`${notSaved}: its storage for this site is full.`, file, stored],
  noCopy: [
    `${notSaved}: another draft is stored in it, and there is no room to keep a copy of that.`,
    file,
    stored,
  ],
  notRead: [
    `${notSaved}. A part of the page did not load, so the stored draft was not opened; it stays as it is.`,
    file,
  ],
  deleted: [
    'What this browser had stored for this page was deleted. Your draft is only in this tab; your next change saves it again.',
    again,
    file,
  ],
};

const conflictMoves: readonly Move[] = [
  { label: 'Use the other tab’s version', run: () => choose(({ useTheirs }) => useTheirs()) },
  { label: 'Keep this version', run: () => choose(({ keepMine }) => keepMine()) },
  file,
];

/** Says so while the draft is not kept in this browser, and when it is kept again. It goes away by itself, and only then. */
export function SavingBar() {
  const saving = useSaving((state) => state.saving);
  const [wasProblem, setWasProblem] = useState(false);
  if (saving.state !== 'saved' && !wasProblem) setWasProblem(true);
  if (saving.state === 'saved')
    return wasProblem ? <p className="visually-hidden">Your changes are saved again.</p> : null;
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
  saving: Exclude<Saving, { readonly state: 'saved' }>,
): readonly [text: string, ...moves: readonly Move[]] {
  if (saving.state === 'notSaved') return words[saving.why];
  const time = describeTime(saving.at);
  return [
    `This draft was changed in another tab, ${time}. Your changes here are not being saved.`,
    ...conflictMoves,
  ];
}

/** Without the part that does it nothing happens, and the page says that a part is missing. */
function choose(run: (part: typeof import('../../state/storage/conflict.ts')) => void): void {
  import('../../state/storage/conflict.ts').then(run, () => undefined);
}
