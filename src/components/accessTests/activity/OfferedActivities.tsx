import { countWithNoun, someNames } from '../../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { applyCover, withFarWider } from '../../../policies/activityCover/applyCover.ts';
import { findPersona } from '../../../policies/library/ruleset.ts';
import type { OfferedSelection } from '../../../state/activity/activityProtocol.ts';
import { useActivity } from '../../../state/activity/activityStore.ts';
import { edit, useRuleset } from '../../../state/store.ts';
import { Disclosure } from '../../common/Disclosure.tsx';
import { List } from '../../common/List.tsx';
import { Note } from '../../common/Note.tsx';
import { changeLine } from './activityWords.ts';
import { FarWider } from './FarWider.tsx';
import { UsedValues } from './UsedValues.tsx';

/** The activities to add for one persona, with what they allow beyond the calls. */
export function OfferedActivities({ selection }: { readonly selection: OfferedSelection }) {
  const ruleset = useRuleset();
  const { persona, changes, farWider, beyond, isNarrowest, wholeBuckets } = selection;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const values = changes.flatMap((change) => (change.kind === 'values' ? change.values : []));
  const lines = changes.map((change) => changeLine(change, ruleset)).filter((line) => line !== '');
  if (changes.length + farWider.length === 0)
    return (
      <Note role="status">Nothing to add: no further activity of this persona allows more of the calls.</Note>
    );
  const title = findPersona(persona, ruleset)?.title ?? persona;
  const apply = () => {
    useActivity.setState({ persona, replayed: persona });
    edit(
      (before) => applyCover(before, withFarWider(selection, picked), ruleset),
      `${title}: ${countWithNoun(lines.length + picked.size, 'change')} from events`,
    );
  };
  return (
    <>
      <Lines lines={lines} />
      {!isNarrowest && (
        <Note mb={2}>The search was stopped early. A selection with less access may exist.</Note>
      )}
      <UsedValues values={values} wholeBuckets={wholeBuckets} />
      {beyond.map(({ activity, unusedActions }) => (
        <Beyond key={activity} activity={activity} actions={unusedActions} />
      ))}
      {farWider.map((wider) => (
        <FarWider
          key={wider.activity}
          wider={wider}
          isPicked={picked.has(wider.activity)}
          onPick={(isPicked) => setPicked(withOrWithout(picked, wider.activity, isPicked))}
        />
      ))}
      <Button variant="contained" disabled={changes.length + picked.size === 0} onClick={apply}>
        Apply to {title}
      </Button>
    </>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.length > 0 && (
    <List look="bullets" mb={2} aria-label="Activities to add">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </List>
  );

function withOrWithout(all: ReadonlySet<string>, one: string, isIn: boolean): ReadonlySet<string> {
  const rest = [...all].filter((other) => other !== one);
  return new Set(isIn ? [...rest, one] : rest);
}

/** What an activity allows that no event shows. */
function Beyond({ activity, actions }: { readonly activity: string; readonly actions: readonly string[] }) {
  const ruleset = useRuleset();
  if (actions.length === 0) return null;
  const title = ruleset.activityById.get(activity)?.title ?? activity;
  return (
    <Disclosure
      label={`“${title}” also allows ${countWithNoun(actions.length, 'action')} that these events don’t use`}
    >
      <Note mb={2}>{someNames(actions, 60)}</Note>
    </Disclosure>
  );
}
