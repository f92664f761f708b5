import { styled } from '@mui/material/styles';
import { memo } from 'react';
import type { RowPossibility } from '../../policies/access/reach/reachable.ts';
import type { ReachRow } from '../../policies/access/reach/reachRow.ts';
import { limitInWords, reachingWords, stateWords } from '../../policies/access/reach/reachWords.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Tag } from '../common/Tag.tsx';
import { ReachedResource } from './ReachedResource.tsx';
import { PossibilityLine } from './PossibilityLine.tsx';
import type { AnswerSoFar } from './reachableRows.ts';
import { WayTo } from './WayTo.tsx';

const Line = styled('li')({
  padding: '6px 0',
  borderTop: '1px solid var(--hairline)',
  fontSize: 13,
  overflowWrap: 'anywhere',
  '& > p': { margin: 0 },
  '& > p + p, & > ul': { color: 'var(--ink-2)' },
  '& > ul': { margin: 0, paddingLeft: 20 },
});

const MAX_ACTIONS = 4;
const MAX_CONDITIONS = 3;

interface ReachLineProps {
  readonly row: ReachRow;
  /** What is known of its requests; nothing while it is computed. */
  readonly possibility: AnswerSoFar<RowPossibility>;
}

/** One entry of a statement: what it lets a role do with which resource, on which conditions, with which request, and where it is. */
export const ReachLine = memo(function ReachLine({ row, possibility }: ReachLineProps) {
  const { can, state, actions, conditions, to, limits, missing } = row;
  const conditionTexts = [
    ...(conditions.length > 0 ? [`If ${conditions.join(', and ')}.`] : []),
    ...limits.map(limitInWords),
    ...(missing.length > 0
      ? [`Missing ${missing.length === 1 ? 'value' : 'values'}: ${missing.join(', ')}.`]
      : []),
  ];
  return (
    <Line>
      <p>
        <strong>{reachingWords[can].title}</strong> <ReachedResource row={row} />
        {can === 'pass' && <> to {to.length === 0 ? 'any service' : <ForeignText text={to.join(', ')} />}</>}
        {state !== 'allowed' && (
          <Tag tone="caution">{isImpossible(possibility) ? 'Not possible' : stateWords[state]}</Tag>
        )}
      </p>
      <Actions actions={actions} />
      {conditionTexts.length > 0 && <Conditions texts={conditionTexts} />}
      <Possibilities row={row} known={possibility} />
      <WayTo row={row} />
    </Line>
  );
});

const isImpossible = (known: AnswerSoFar<RowPossibility>): boolean =>
  known !== undefined && known !== 'failed' && known.answer.state === 'impossible';

/** By the policies of the role, and through each VPC endpoint that limits it. */
function Possibilities({
  row,
  known,
}: {
  readonly row: ReachRow;
  readonly known: AnswerSoFar<RowPossibility>;
}) {
  const { document, statement, path } = row.place;
  const of = ['reach', document, statement, ...path, row.can, row.actions[0]].join(' ');
  if (known === undefined || known === 'failed') return <PossibilityLine answer={known} of={of} />;
  return (
    <>
      <PossibilityLine answer={known.answer} of={of} />
      {known.through.map(({ endpoint, answer }) => (
        <PossibilityLine
          key={endpoint}
          answer={answer}
          of={`${of} ${endpoint}`}
          before={`Through the VPC endpoint ${endpoint}`}
        />
      ))}
    </>
  );
}

function Actions({ actions }: Pick<ReachRow, 'actions'>) {
  const [shown, more] = [actions.slice(0, MAX_ACTIONS), actions.slice(MAX_ACTIONS)];
  return (
    <>
      <p>
        <ForeignText text={shown.join(', ')} />
        {more.length > 0 && ` and ${more.length} more`}
      </p>
      {more.length > 0 && (
        <Disclosure late label={`Show ${more.length} more ${more.length === 1 ? 'action' : 'actions'}`}>
          <p>
            <ForeignText text={more.join(', ')} />
          </p>
        </Disclosure>
      )}
    </>
  );
}

function Conditions({ texts }: { readonly texts: readonly string[] }) {
  const list = (some: readonly string[]) => (
    <ul>
      {some.map((text) => (
        <li key={text}>
          <ForeignText text={text} use="prose" />
        </li>
      ))}
    </ul>
  );
  const more = texts.slice(MAX_CONDITIONS);
  return (
    <>
      {list(texts.slice(0, MAX_CONDITIONS))}
      {more.length > 0 && (
        <Disclosure late label={`Show ${more.length} more ${more.length === 1 ? 'condition' : 'conditions'}`}>
          {list(more)}
        </Disclosure>
      )}
    </>
  );
}
