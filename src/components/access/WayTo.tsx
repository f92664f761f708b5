import { styled } from '@mui/material/styles';
import type { ReachRow } from '../../policies/access/reach/reachRow.ts';
import { goToPlace } from '../../state/derived/choicesBehind.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';

/** Among words, a button for a finger would be higher than their lines: it has a line of its own. */
const Way = styled(InlineButton)({ '@media (pointer: coarse)': { display: 'flex' } });

/** The way to the line of the policy. */
export function WayTo({ row: { place } }: { readonly row: Pick<ReachRow, 'place'> }) {
  const label = place.sid ?? `Statement ${place.statement + 1}`;
  return (
    <Way onClick={() => goToPlace(place.document, place.statement, place.path)}>
      <span className="visually-hidden">Show in policy: </span>
      <ForeignText text={label} />
    </Way>
  );
}
