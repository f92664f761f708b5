import Button from '@mui/material/Button';
import type { AnswerWithoutRole } from '../../policies/accessTests/refusals/answerWithoutRole.ts';
import type { RefusalChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import { startWithChange } from '../../policies/accessTests/refusals/startWithChange.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import { edit, useRuleset } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { Stack } from '../common/Stack.tsx';
import { offerSentence } from './offerSentence.ts';

type RoleStart = AnswerWithoutRole['starts'][number];

/** More are a list to search in, not to read. */
const SHOWN = 4;

interface RoleStartsProps {
  readonly starts: readonly RoleStart[];
  /** What the button says: the role is the first of the set, or one more. */
  labelOf(activity: string): string;
  onStarted(persona: string, change: RefusalChange): void;
}

/** Roles that the set doesn’t have, and with which of their activities the call is allowed; those that fit the name best first. */
export function RoleStarts({ starts, ...of }: RoleStartsProps) {
  const others = starts.slice(SHOWN);
  return (
    <>
      <StartList starts={starts.slice(0, SHOWN)} {...of} />
      {others.length > 0 && (
        <Disclosure late label={others.length === 1 ? '1 other persona' : `${others.length} other personas`}>
          <StartList starts={others} {...of} />
        </Disclosure>
      )}
    </>
  );
}

const StartList = ({ starts, ...of }: RoleStartsProps) => (
  <List look="rows">
    {starts.map(({ persona, offers }) => (
      <li key={persona}>
        <PersonaTitle persona={persona} />
        {offers.map((offer) => (
          <Start key={JSON.stringify(offer.change)} persona={persona} offer={offer} {...of} />
        ))}
      </li>
    ))}
  </List>
);

function PersonaTitle({ persona }: { readonly persona: string }) {
  const ruleset = useRuleset();
  return (
    <Stack row gap={2}>
      <PersonaMark persona={persona} />
      <span>{findPersona(persona, ruleset)?.title}</span>
    </Stack>
  );
}

interface StartProps extends Omit<RoleStartsProps, 'starts'> {
  readonly persona: string;
  readonly offer: RoleStart['offers'][number];
}

/** An activity with which the persona's role would be allowed to make the call. */
function Start({ persona, offer: { change, openKeys }, labelOf, onStarted }: StartProps) {
  const ruleset = useRuleset();
  if (change.kind !== 'activity') return null;
  const title = ruleset.activityById.get(change.activity)?.title ?? change.activity;
  const start = () => {
    const done = `${findPersona(persona, ruleset)?.title ?? persona} selected`;
    edit((before) => startWithChange(before, persona, change, ruleset), done);
    onStarted(persona, change);
  };
  return (
    <p>
      <ForeignText text={offerSentence(change, openKeys, ruleset)} use="prose" />{' '}
      <Button onClick={start}>{labelOf(title)}</Button>
    </p>
  );
}
