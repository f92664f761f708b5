import { compose } from '../../policies/compose/compose.ts';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { ActivityChoice, Draft } from '../../policies/model/draft.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { removeImportedStatements } from '../../policies/handEdits/importedPolicies.ts';
import {
  type ActivityOffer,
  statementsOfOffers,
} from '../../policies/activityCover/matchActivities/matchActivities.ts';
import { withPersonas } from '../../policies/draft/withPersonas.ts';
import { edit, rulesetInForce, useStore } from '../store.ts';

/** Choices that make what is in a document that the user imported, selected in its place. Never more than that, and never silently. */

export type OfferObstacle = 'values' | 'chosenOtherwise' | 'noPersona' | 'preset';

export interface PlannedOffer {
  readonly offer: ActivityOffer;
  readonly persona: string;
  /** Why it cannot be used beside what the draft already has. */
  readonly obstacle?: OfferObstacle;
}

export interface OfferPlan {
  /** With the choices made and the statements that they make taken out of the document. */
  readonly draft: Draft;
  readonly offers: readonly PlannedOffer[];
  /** Statements of the document that go. */
  readonly statements: readonly number[];
}

/** What using these offers would do; one that does not fit what the draft has by then is left out with its obstacle. */
export function planOffers(
  start: Draft,
  document: Pick<ComposedDocument, 'id' | 'kind' | 'policy'>,
  offers: readonly ActivityOffer[],
): OfferPlan {
  let draft = start;
  const planned = offers.map((offer): PlannedOffer => {
    const persona = offer.personas.find((id) => start.personas.includes(id)) ?? offer.personas[0] ?? '';
    const next = withOffer(draft, persona, offer);
    const obstacle = obstacleOf(draft, next, persona, offer);
    if (obstacle) return { offer, persona, obstacle };
    draft = next;
    return { offer, persona };
  });
  const used = planned.flatMap(({ offer, obstacle }) => (obstacle ? [] : [offer]));
  const statements = statementsOfOffers(document.policy, document.kind, used, rulesetInForce());
  return { draft: removeImportedStatements(draft, document.id, statements), offers: planned, statements };
}

/** One step of the history. Nothing changes while none of the document's statements would go. */
export function acceptOffers(document: ComposedDocument, offers: readonly ActivityOffer[]): void {
  edit((draft) => {
    const plan = planOffers(draft, document, offers);
    return plan.statements.length === 0 ? draft : plan.draft;
  }, 'Imported statements replaced with activities');
}

function withOffer(draft: Draft, persona: string, offer: ActivityOffer): Draft {
  const variables = { ...draft.variables };
  for (const [id, values] of Object.entries(offer.variables))
    if (!draft.variables[id]?.length) variables[id] = values;
  if (offer.kind === 'trust')
    return { ...draft, variables, trust: { ...draft.trust, [persona]: trustOf(offer) } };
  const isSelected = draft.personas.includes(persona);
  const others = (isSelected ? (draft.activities[persona] ?? []) : []).filter(
    ({ activity }) => activity !== offer.choice,
  );
  return {
    ...(isSelected ? draft : withPersonas(draft, [...draft.personas, persona], rulesetInForce())),
    variables,
    activities: { ...draft.activities, [persona]: [...others, choiceOf(offer)] },
  };
}

const trustOf = ({ choice, options }: ActivityOffer) => ({ form: choice, options });

const choiceOf = ({ choice, stance = 'published', options }: ActivityOffer): ActivityChoice => ({
  activity: choice,
  stance,
  options,
});

function obstacleOf(
  before: Draft,
  after: Draft,
  persona: string,
  offer: ActivityOffer,
): OfferObstacle | undefined {
  if (persona === '' || (offer.kind === 'trust' && !before.personas.includes(persona))) return 'noPersona';
  const existing =
    offer.kind === 'trust'
      ? before.trust[persona]
      : before.personas.includes(persona) &&
        before.activities[persona]?.find(({ activity }) => activity === offer.choice);
  if (existing && !isSame(existing, offer.kind === 'trust' ? trustOf(offer) : choiceOf(offer)))
    return 'chosenOtherwise';
  if (madeWith(after.variables, persona, offer) !== madeWith(offer.variables, persona, offer))
    return 'values';
  return madeBy(useStore.getState().enforce(after), persona, offer) === madeBy(after, persona, offer)
    ? undefined
    : 'preset';
}

/** The order of options says nothing. */
const isSame = (
  one: ActivityChoice | Draft['trust'][string],
  other: ActivityChoice | Draft['trust'][string],
) =>
  JSON.stringify(sorted({ ...one, options: sorted(one.options) })) ===
  JSON.stringify(sorted({ ...other, options: sorted(other.options) }));

const sorted = (record: object): object =>
  Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));

/** The documents that the offer alone makes with these values. */
const madeWith = (variables: Draft['variables'], persona: string, offer: ActivityOffer): string =>
  documentsOf(
    offer.kind === 'trust'
      ? createDraft(
          {
            personas: [persona],
            activities: { [persona]: [] },
            trust: { [persona]: trustOf(offer) },
            variables,
          },
          rulesetInForce(),
        )
      : createDraft(
          { personas: [persona], activities: { [persona]: [choiceOf(offer)] }, variables },
          rulesetInForce(),
        ),
    offer,
  );

/** The same of a draft that has more. */
const madeBy = ({ activities, trust, variables }: Draft, persona: string, offer: ActivityOffer): string => {
  const choices = (activities[persona] ?? []).filter(({ activity }) => activity === offer.choice);
  return documentsOf(
    createDraft(
      { personas: [persona], activities: { [persona]: choices }, trust, variables },
      rulesetInForce(),
    ),
    offer,
  );
};

const documentsOf = (draft: Draft, { kind }: ActivityOffer): string =>
  JSON.stringify(
    compose(draft, rulesetInForce())
      .filter((document) => (document.kind === 'trust') === (kind === 'trust'))
      .map(({ policy }) => policy),
  );
