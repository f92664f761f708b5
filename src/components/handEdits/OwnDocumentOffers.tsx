import Button from '@mui/material/Button';
import { type ReactNode, useState } from 'react';
import { countWithNoun } from '../../policies/language/counts.ts';
import { findActivity, findPersona, findVariable, type Ruleset } from '../../policies/library/ruleset.ts';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { ActivityOffer } from '../../policies/activityCover/matchActivities/matchActivities.ts';
import { findTrustForm } from '../../policies/library/trust/index.ts';
import {
  acceptOffers,
  type OfferObstacle,
  type PlannedOffer,
  planOffers,
} from '../../state/import/acceptOffers.ts';
import { useRuleset, useStore } from '../../state/store.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { Choice } from '../common/Choice.tsx';
import { Disclosure } from '../common/Disclosure.tsx';
import { useRecognition } from './useRecognition.ts';
import { List } from '../common/List.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

/** Statements of a document of one's own that activities make: offered, never converted without being asked. */
export function OwnDocumentOffers({ document }: { readonly document: ComposedDocument }) {
  const draft = useStore((state) => state.draft);
  const { offers, statements, failure } = useRecognition(document);
  const [picked, setPicked] = useState<Readonly<Record<string, boolean>>>({});
  const isPicked = (offer: ActivityOffer) => picked[keyOf(offer)] ?? offer.exact;
  const accepted = offers.filter(isPicked);
  const plan = planOffers(draft, document, accepted);
  if (failure) return <Offers>{notCompared[failure]}</Offers>;
  if (offers.length === 0 || statements.length === 0) return null;
  const planned = offers.map(
    (offer) =>
      plan.offers.find((entry) => entry.offer === offer) ?? planOffers(draft, document, [offer]).offers[0],
  );
  const total = document.policy.Statement.length;
  const gone = plan.statements.length;
  return (
    <Offers>
      <Disclosure
        label={`Recognized as activities: ${statements.length} of ${countWithNoun(total, 'statement')}`}
      >
        <List look="rows" mt={1} mb={1}>
          {planned.map(
            (entry) =>
              entry && (
                <OfferRow
                  key={keyOf(entry.offer)}
                  entry={entry}
                  newPersona={!draft.personas.includes(entry.persona)}
                  picked={isPicked(entry.offer)}
                  onPicked={(on) => setPicked({ ...picked, [keyOf(entry.offer)]: on })}
                />
              ),
          )}
        </List>
        <Button variant="outlined" disabled={gone === 0} onClick={() => acceptOffers(document, accepted)}>
          {gone === 1 ? 'Replace 1 statement with activities' : `Replace ${gone} statements`}
        </Button>
      </Disclosure>
    </Offers>
  );
}

const Offers = ({ children }: { readonly children: ReactNode }) => (
  <Toolbar as="section" row={false} bounded onPage aria-label="Recognized activities">
    {children}
  </Toolbar>
);

const didNotStart = 'Not compared with the built-in activities: couldn’t start the comparison.';

/** Why it is not known whether activities make statements of this document. */
const notCompared: Readonly<Record<WorkerFailure, string>> = {
  notStarted: didNotStart,
  noData: didNotStart,
  stopped: 'Not compared with the built-in activities: the comparison stopped twice.',
  silent: 'Not compared with the built-in activities: no response for 30 seconds.',
};

const keyOf = ({ choice, stance }: ActivityOffer): string => `${choice} ${stance ?? ''}`;

interface OfferRowProps {
  readonly entry: PlannedOffer;
  /** Whether the persona would be chosen with it. */
  readonly newPersona: boolean;
  readonly picked: boolean;
  onPicked(picked: boolean): void;
}

function OfferRow({ entry: { offer, persona, obstacle }, newPersona, picked, onPicked }: OfferRowProps) {
  const ruleset = useRuleset();
  const who = findPersona(persona, ruleset);
  const values = Object.entries(offer.variables).map(
    ([id, list]) => `${findVariable(id, ruleset)?.label ?? id}: ${list.join(', ')}`,
  );
  const comesAlong = newPersona && who && who.trust.length > 0 && offer.kind === 'activity';
  return (
    <li>
      <Choice
        type="checkbox"
        checked={picked && !obstacle}
        disabled={obstacle !== undefined}
        onChange={(event) => onPicked(event.target.checked)}
        title={`${titleOf(offer, ruleset)}${offer.stance ? `, ${offer.stance}` : ''}`}
        help={
          <>
            <Detail>
              For {who?.title ?? persona}.{comesAlong && ' Its trust policy is also added.'}
            </Detail>
            {values.length > 0 && <Detail>Values: {values.join('; ')}.</Detail>}
            {offer.differences.map((difference) => (
              <Detail key={difference}>Differs: {difference}</Detail>
            ))}
            {obstacle && <Detail>{obstacleText[obstacle]}</Detail>}
          </>
        }
      />
    </li>
  );
}

/** A line of its own, which is a word of its own as text, too. */
const Detail = ({ children }: { readonly children: ReactNode }) => (
  <>
    {' '}
    <div>{children}</div>
  </>
);

const titleOf = ({ kind, choice }: ActivityOffer, ruleset: Ruleset): string =>
  (kind === 'trust' ? findTrustForm(choice)?.title : findActivity(choice, ruleset)?.title) ?? choice;

const obstacleText: Readonly<Record<OfferObstacle, string>> = {
  values:
    'Can’t apply: the draft has different values, which would change the access. Change those values first.',
  chosenOtherwise: 'Can’t apply: already selected with different settings.',
  noPersona: 'Can’t apply: select the persona in step 1 first.',
  preset: 'Can’t apply: your organization’s preset changes it.',
};
