import Button from '@mui/material/Button';
import { useMemo } from 'react';
import type { OptionThatAllows } from '../../policies/accessTests/activitiesThatAllow.ts';
import type { AnsweredTest } from '../../policies/accessTests/testResult.ts';
import { setOption } from '../../policies/draft/editDraft.ts';
import { findActivity } from '../../policies/library/ruleset.ts';
import { useEvidence } from '../common/useEvidence.ts';
import type { EvidenceQuestion } from '../../state/evidence/evidenceProtocol.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';

/** Options of chosen activities with which a call that must be allowed would be. */
export function OptionOffers({ test }: { readonly test: AnsweredTest }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const { owner, request, proof, policies } = test;
  const persona = owner.kind === 'guardrail' || proof.trust || proof.endpoint ? '' : owner.persona;
  const question = useMemo((): EvidenceQuestion => {
    const { resource } = policies.set;
    return {
      place: `options ${JSON.stringify([owner, proof.id])}`,
      kind: 'optionOffers',
      draft,
      persona,
      request,
      otherSide: resource ? { resource } : {},
      preset: ruleset.preset,
    };
  }, [draft, ruleset, persona, request, policies, owner, proof]);
  const evidence = useEvidence(question, null);
  const offers =
    evidence.state === 'answered' && evidence.answer.kind === 'optionOffers' ? evidence.answer.offers : [];
  return offers.map((offer) => (
    <Offer key={`${offer.activity} ${offer.option} ${offer.value}`} offer={offer} />
  ));
}

function Offer({ offer: { persona, activity, option, value } }: { readonly offer: OptionThatAllows }) {
  const ruleset = useRuleset();
  const found = findActivity(activity, ruleset);
  const definition = found?.options.find(({ id }) => id === option);
  const label = definition?.choices.find((choice) => choice.value === value)?.label ?? value;
  const set = () =>
    edit(
      (draft) => setOption(draft, persona, activity, option, value),
      `${definition?.label ?? option}: ${label}`,
    );
  return (
    <p>
      With “{definition?.label}” set to “{label}” in “{found?.title}”, this call is allowed.{' '}
      <Button onClick={set}>Set to {label}</Button>
    </p>
  );
}
