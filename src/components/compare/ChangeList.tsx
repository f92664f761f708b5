import { countWithNoun } from '../../policies/language/counts.ts';
import { memo } from 'react';
import { changeKinds, changeWords, numberOfChanges } from '../../policies/access/changeWords.ts';
import type { ChangeKind, PermissionChange } from '../../policies/exact/change.ts';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { AccessChange } from './AccessChange.tsx';
import { Box } from '../common/Box.tsx';

const colors: Readonly<Record<ChangeKind, string>> = {
  widens: 'var(--widens)',
  narrows: 'var(--narrows)',
  conditions: 'var(--ink-2)',
  notCompared: 'var(--ink-2)',
};

const summaries: Readonly<Record<ChangeKind, (number: number) => string>> = {
  widens: (number) => countWithNoun(number, 'action gains access', 'actions gain access'),
  narrows: (number) => countWithNoun(number, 'action loses access', 'actions lose access'),
  conditions: (number) =>
    countWithNoun(number, 'action with changed conditions', 'actions with changed conditions'),
  notCompared: (number) => countWithNoun(number, 'action can’t be compared', 'actions can’t be compared'),
};

const headings: Readonly<Record<ChangeKind, string>> = {
  widens: 'New access',
  narrows: 'Removed access',
  conditions: 'Changed conditions',
  notCompared: 'Not compared',
};

interface ChangesProps {
  readonly changes: readonly PermissionChange[];
}

/** How many actions each kind of change is about. */
export const ChangeCounts = ({ changes }: ChangesProps) =>
  kindsIn(changes).map((kind) => (
    <b key={kind} style={{ color: colors[kind] }}>
      <span aria-hidden="true">{changeWords[kind].mark} </span>
      {summaries[kind](numberOfChanges(changes, kind))}
    </b>
  ));

const kindsIn = (changes: readonly PermissionChange[]): readonly ChangeKind[] =>
  changeKinds.filter((kind) => changes.some((change) => change.kind === kind));

/** The changes, kind after kind. */
export const ChangeList = memo(function ChangeList({ changes }: ChangesProps) {
  return (
    <Box
      // What is left has the text in it, of which some lines are always seen.
      most="30vh"
      px={4}
      pb={2}
      tabIndex={0}
      role="group"
      aria-label="List of access changes"
    >
      {kindsIn(changes).map((kind) => (
        <section key={kind}>
          <Heading look="group" mt={2} mb={1} style={{ color: colors[kind] }}>
            {changeWords[kind].mark} {headings[kind]}
          </Heading>
          {changeWords[kind].note && <Note mb={1}>{changeWords[kind].note}</Note>}
          {changes
            .filter((change) => change.kind === kind)
            .map((change, index) => (
              <AccessChange key={`${change.service} ${change.accessLevel} ${index}`} change={change} />
            ))}
        </section>
      ))}
    </Box>
  );
});
