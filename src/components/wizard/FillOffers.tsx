import { useId } from 'react';
import type { FillCandidate, FillOffer } from '../../policies/values/blocks/fillOffers.ts';
import { changeSentences } from '../../policies/values/entryWords.ts';
import { Choice } from '../common/Choice.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { List } from '../common/List.tsx';
import { Note } from '../common/Note.tsx';
import { Select } from '../common/Select.tsx';
import { Box } from '../common/Box.tsx';

/** What was chosen for a field, where it is not as offered. */
export interface OfferChoice {
  readonly ticked?: boolean;
  /** Index of a candidate. */
  readonly candidate?: number;
}

/** By the id of the variable. */
export type OfferChoices = Readonly<Record<string, OfferChoice>>;

/** What is clear is ticked where it replaces nothing; everything else is for the reader to decide. */
export const isTicked = ({ variable, before, isClear }: FillOffer, picks: OfferChoices): boolean =>
  picks[variable.id]?.ticked ?? (isClear && before.length === 0);

const candidateOf = ({ variable, candidates }: FillOffer, picks: OfferChoices): FillCandidate =>
  candidates[picks[variable.id]?.candidate ?? 0] ?? candidates[0];

export const valuesOfPick = (offer: FillOffer, picks: OfferChoices): readonly string[] =>
  candidateOf(offer, picks).values;

interface FillOffersProps {
  readonly offers: readonly FillOffer[];
  readonly picks: OfferChoices;
  onPick(id: string, pick: OfferChoice): void;
}

/** The fields that a text fills: each to tick, with its value before and after, and to choose where several fit. */
export function FillOffers({ offers, picks, onPick }: FillOffersProps) {
  if (offers.length === 0) return null;
  return (
    <List look="rows" aria-label="Fields found">
      {offers.map((offer) => (
        <li key={offer.variable.id}>
          <Offer
            offer={offer}
            pick={picks[offer.variable.id] ?? {}}
            picks={picks}
            onPick={(pick) => onPick(offer.variable.id, pick)}
          />
        </li>
      ))}
    </List>
  );
}

interface OfferProps {
  readonly offer: FillOffer;
  readonly pick: OfferChoice;
  readonly picks: OfferChoices;
  onPick(pick: OfferChoice): void;
}

function Offer({ offer, pick, picks, onPick }: OfferProps) {
  const id = useId();
  const { variable, before, candidates } = offer;
  const { from, values, changes } = candidateOf(offer, picks);
  const sentences = changeSentences(changes);
  return (
    <>
      <Choice
        type="checkbox"
        checked={isTicked(offer, picks)}
        onChange={({ target }) => onPick({ ...pick, ticked: target.checked })}
        title={variable.label}
        aria-describedby={id}
      />
      <div id={id} style={{ marginLeft: 24 }}>
        {before.length > 0 && (
          <Box as="code" covered style={{ display: 'block' }}>
            <span className="visually-hidden">Replaces </span>
            <del>
              <ForeignText text={before.join(', ')} />
            </del>
          </Box>
        )}
        <Box as="code" covered style={{ display: 'block' }}>
          <ForeignText text={values.join(', ')} />
        </Box>
        <Note>
          From <ForeignText text={from} />. {sentences}
        </Note>
      </div>
      {candidates.length > 1 && <CandidateSelect offer={offer} pick={pick} onPick={onPick} />}
    </>
  );
}

/** Which of several values the field gets. */
const CandidateSelect = ({ offer: { variable, candidates }, pick, onPick }: Omit<OfferProps, 'picks'>) => (
  <Select
    wide
    mono
    mt={1}
    aria-label={`Value of ${variable.label}`}
    value={String(pick.candidate ?? 0)}
    options={candidates.map((candidate, index) => ({
      value: String(index),
      label: `${candidate.values.join(', ')} (${candidate.from})`,
    }))}
    onChange={(candidate) => onPick({ ticked: true, candidate: Number(candidate) })}
  />
);
