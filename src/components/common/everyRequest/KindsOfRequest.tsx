import type { PolicyPair, RequestKind } from '../../../policies/access/everyRequest/accessDifference.ts';
import { kindWords, requestWords } from '../../../policies/access/everyRequest/everyRequestWords.ts';
import { verdictWords } from '../../../policies/simulate/verdictWords.ts';
import { openSimulation } from '../../../state/review/simulation.ts';
import { Disclosure } from '../Disclosure.tsx';
import { ForeignText } from '../ForeignText.tsx';
import { InlineButton } from '../InlineButton.tsx';
import { List } from '../List.tsx';
import { Note } from '../Note.tsx';
import { CodeText } from '../Code.tsx';

/** So many are in sight from the start: both directions and what follows them are to be seen at once. */
const SHOWN = 1;

interface KindsOfRequestProps {
  readonly kinds: readonly RequestKind[];
  readonly pair: PolicyPair;
}

/** Each kind with a request that shows it, and the way into the simulator. */
export function KindsOfRequest({ kinds, pair }: KindsOfRequestProps) {
  const rest = kinds.slice(SHOWN);
  return (
    <>
      <Kinds kinds={kinds.slice(0, SHOWN)} pair={pair} />
      {rest.length > 0 && (
        <Disclosure late label={`and ${rest.length} more`}>
          <Kinds kinds={rest} pair={pair} />
        </Disclosure>
      )}
    </>
  );
}

const Kinds = ({ kinds, pair }: KindsOfRequestProps) => (
  <List look="rows" small py={0.5}>
    {kinds.map((kind) => (
      <Kind key={kindWords(kind)} kind={kind} pair={pair} />
    ))}
  </List>
);

function Kind({ kind, pair }: { readonly kind: RequestKind; readonly pair: PolicyPair }) {
  const { call, by, context } = requestWords(kind);
  const { before, after } = kind.simulated;
  return (
    <li>
      <b>
        <ForeignText text={kindWords(kind)} use="prose" />
      </b>
      : <Code text={call} />
      {by !== undefined && (
        <>
          , by <Code text={by} />
        </>
      )}
      {context.map((entry, place) => (
        <span key={entry}>
          {place === 0 ? ', with ' : ' and '}
          <Code text={entry} />
        </span>
      ))}{' '}
      <Note as="span">
        Before: {before ? verdictWords[before].toLowerCase() : 'no policy'}. Now:{' '}
        {after ? verdictWords[after].toLowerCase() : 'no policy'}.
      </Note>{' '}
      <InlineButton
        aria-label={`Simulate ${kind.witness.action}`}
        onClick={() => openSimulation({ against: pair, request: kind.simulated.request })}
      >
        Simulate
      </InlineButton>
    </li>
  );
}

const Code = ({ text }: { readonly text: string }) => (
  <CodeText>
    <ForeignText text={text} />
  </CodeText>
);
