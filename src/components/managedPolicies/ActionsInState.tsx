import { countWithNoun } from '../../policies/language/counts.ts';
import type { ReactNode } from 'react';
import type {
  ActionOutcome,
  ActionState,
  NewAccess,
} from '../../policies/managedPolicies/compareWithManaged.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { becauseText, newWords, requestText, type StateWords, stateWords } from './managedWords.ts';

interface ActionsInStateProps {
  readonly state: ActionState;
  readonly actions: readonly ActionOutcome[];
}

/** The actions of which the same becomes, by service, each with the request that shows it. */
export const ActionsInState = ({ state, actions }: ActionsInStateProps) => (
  <Folded words={stateWords[state]} actions={actions}>
    {(one) => (
      <>
        {one.lost && (
          <Note>
            No longer allowed: <ForeignText text={requestText(one.lost)} />
          </Note>
        )}
        {one.kept && (
          <Note>
            Allowed by <PersonaMark persona={one.kept.role} />:{' '}
            <ForeignText text={requestText(one.kept.request)} />
          </Note>
        )}
        {one.state === 'undecided' && <Note>{becauseText(one.because)}</Note>}
      </>
    )}
  </Folded>
);

interface NewActionsProps {
  readonly added: readonly NewAccess[];
  readonly undecided: readonly string[];
}

/** What the roles allow beyond the managed policy. */
export const NewActions = ({ added, undecided }: NewActionsProps) => (
  <>
    <Folded
      words={newWords}
      actions={added.map((one) => ({ ...one, service: one.action.slice(0, one.action.indexOf(':')) }))}
    >
      {(one) => (
        <Note>
          Allowed by <PersonaMark persona={one.role} />: <ForeignText text={requestText(one.request)} />
        </Note>
      )}
    </Folded>
    {undecided.length > 0 && <Note>Undecided whether a role allows more: {undecided.join(', ')}</Note>}
  </>
);

interface Listed {
  readonly action: string;
  readonly service: string;
}

interface FoldedProps<One extends Listed> {
  readonly words: StateWords;
  readonly actions: readonly One[];
  readonly children: (one: One) => ReactNode;
}

function Folded<One extends Listed>({ words, actions, children }: FoldedProps<One>) {
  const label = (
    <span>
      <b style={{ color: words.color }}>
        <span aria-hidden="true">{words.mark} </span>
        {words.title}:
      </b>{' '}
      {countWithNoun(actions.length, 'action', 'actions')}
    </span>
  );
  if (actions.length === 0) return null;
  const services = [...new Set(actions.map(({ service }) => service))];
  return (
    <div>
      <Disclosure late label={label}>
        <Note>{words.help}</Note>
        {services.map((service) => {
          const own = actions.filter((one) => one.service === service);
          return (
            <div key={service}>
              <Disclosure late label={`${service}: ${countWithNoun(own.length, 'action', 'actions')}`}>
                <List look="rows" small py={1}>
                  {own.map((one) => (
                    <li key={one.action}>
                      <code>{one.action}</code>
                      {children(one)}
                    </li>
                  ))}
                </List>
              </Disclosure>
            </div>
          );
        })}
      </Disclosure>
    </div>
  );
}
