import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { type OptionOffer, optionOffersFor } from '../../policies/accessTests/activitiesThatAllow.ts';
import type { Answered } from '../../policies/accessTests/runProofs.ts';
import { setOption } from '../../policies/draft/editDraft.ts';
import { findActivity } from '../../policies/library/ruleset.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';

/** Options of chosen activities with which a call that must be allowed would be. */
export function OptionOffers({ test }: { readonly test: Answered }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const { owner, request, proof, policies } = test;
  const { resource } = policies.set;
  const persona = owner.kind === 'guardrail' || proof.trust || proof.endpoint ? '' : owner.persona;
  const offers = useMemo(
    () => optionOffersFor(draft, persona, request, ruleset, resource ? { resource } : {}),
    [draft, ruleset, persona, request, resource],
  );
  return offers.map((offer) => (
    <Offer key={`${offer.activity} ${offer.option} ${offer.value}`} offer={offer} />
  ));
}

function Offer({ offer: { persona, activity, option, value } }: { readonly offer: OptionOffer }) {
  const ruleset = useRuleset();
  const found = findActivity(activity, ruleset);
  const known = found?.options.find(({ id }) => id === option);
  const label = known?.choices.find((choice) => choice.value === value)?.label ?? value;
  const set = () =>
    edit(
      (draft) => setOption(draft, persona, activity, option, value),
      `${known?.label ?? option}: ${label}`,
    );
  return (
    <p>
      With “{known?.label}” set to “{label}” in “{found?.title}”, this call is allowed.{' '}
      <Button onClick={set}>Set to {label}</Button>
    </p>
  );
}
