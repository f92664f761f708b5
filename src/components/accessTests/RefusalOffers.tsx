import Button from '@mui/material/Button';
import type { RefusalOffer } from '../../policies/accessTests/refusals/answerRefusal.ts';
import type { RefusalChange } from '../../policies/accessTests/refusals/refusalChange.ts';
import { useRuleset } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { offerSentence } from './offerSentence.ts';
import { offerLabel } from './refusalWords.ts';

interface RefusalOffersProps {
  readonly offers: readonly RefusalOffer[];
  /** What the list is, for screen readers. */
  readonly name: string;
  onApply(change: RefusalChange): void;
}

/** What would allow the call, the smallest change first: a sentence and a button each. */
export function RefusalOffers({ offers, name, onApply }: RefusalOffersProps) {
  const ruleset = useRuleset();
  return (
    <List as="ol" look="rows" aria-label={name}>
      {offers.map(({ change, openKeys }) => (
        <li key={JSON.stringify(change)}>
          <ForeignText text={offerSentence(change, openKeys, ruleset)} use="prose" />{' '}
          <Button variant="outlined" onClick={() => onApply(change)}>
            <ForeignText text={offerLabel(change, ruleset)} use="prose" />
          </Button>
        </li>
      ))}
    </List>
  );
}
