import { styled } from '@mui/material/styles';
import { memo } from 'react';
import type { RowPossibility } from '../../policies/access/reach/reachable.ts';
import type { ReachRow } from '../../policies/access/reach/reachRow.ts';
import { limitInWords, reachingWords, stateWords } from '../../policies/access/reach/reachWords.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { PossibilityLine } from './PossibilityLine.tsx';
import type { Told } from './reachableRows.ts';
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
const State = styled('span')({
  marginLeft: 8,
  padding: '0 4px',
  border: '1px dashed var(--caution)',
  borderRadius: 2,
  color: 'var(--caution)',
  fontSize: 12,
  whiteSpace: 'nowrap',
});

const MAX_ACTIONS = 4;
const MAX_TOLD = 3;

/** The resource of a row as a person reads it. */
export function ReachedResource({ row: { resource, namesNone } }: { readonly row: ReachRow }) {
  if (namesNone) return <>actions that name no resource</>;
  if (typeof resource === 'string')
    return resource === '*' ? (
      <>
        all resources (<code>*</code>)
      </>
    ) : (
      <code>
        <ForeignText text={resource} />
      </code>
    );
  return (
    <>
      all resources except{' '}
      <code>
        <ForeignText text={resource.allBut.join(', ')} />
      </code>
    </>
  );
}

interface ReachLineProps {
  readonly row: ReachRow;
  /** What is known of its requests; nothing while it is computed. */
  readonly told: Told<RowPossibility>;
}

/** One entry of a statement: what it lets a role do with which resource, on which conditions, with which request, and where it is. */
export const ReachLine = memo(function ReachLine({ row, told: known }: ReachLineProps) {
  const { can, state, actions, conditions, to, limits, missing } = row;
  const told = [
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
        {state !== 'allowed' && <State>{isImpossible(known) ? 'Not possible' : stateWords[state]}</State>}
      </p>
      <Actions actions={actions} />
      {told.length > 0 && <Conditions texts={told} />}
      <Possibilities row={row} known={known} />
      <WayTo row={row} />
    </Line>
  );
});

const isImpossible = (known: Told<RowPossibility>): boolean =>
  known !== undefined && known !== 'failed' && known.answer.state === 'impossible';

/** By the policies of the role, and through each VPC endpoint that limits it. */
function Possibilities({ row, known }: { readonly row: ReachRow; readonly known: Told<RowPossibility> }) {
  const { document, statement, path } = row.place;
  const of = ['reach', document, statement, ...path, row.can, row.actions[0]].join(' ');
  if (known === undefined || known === 'failed') return <PossibilityLine told={known} of={of} />;
  return (
    <>
      <PossibilityLine told={known.answer} of={of} />
      {known.through.map(({ endpoint, answer }) => (
        <PossibilityLine
          key={endpoint}
          told={answer}
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
  const more = texts.slice(MAX_TOLD);
  return (
    <>
      {list(texts.slice(0, MAX_TOLD))}
      {more.length > 0 && (
        <Disclosure late label={`Show ${more.length} more ${more.length === 1 ? 'condition' : 'conditions'}`}>
          {list(more)}
        </Disclosure>
      )}
    </>
  );
}
