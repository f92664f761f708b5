import type { ReachRow } from '../../policies/access/reach/reachRow.ts';
import { goToPlace } from '../../state/derived/choicesBehind.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { InlineButton } from '../common/InlineButton.tsx';

/** The way to the line of the policy. */
export function WayTo({ row: { place } }: { readonly row: Pick<ReachRow, 'place'> }) {
  const label = place.sid ?? `Statement ${place.statement + 1}`;
  return (
    <InlineButton onClick={() => goToPlace(place.document, place.statement, place.path)}>
      <span className="visually-hidden">Show in policy: </span>
      <ForeignText text={label} />
    </InlineButton>
  );
}
