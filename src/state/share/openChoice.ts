import { activityChoices } from '../../policies/draft/editDraft.ts';
import { findGuardrail } from '../../policies/library/guardrails/index.ts';
import { findActivity, type Ruleset } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { notify, rulesetInForce, show, useStore } from '../store.ts';
import { choiceKey, type ChoiceRef, type ScreenState } from '../screen.ts';
import { clearAddress } from './address.ts';

/** Links from the documentation into the page: `#open=guardrail:vpcOnly`. They show a choice or a check and change no draft. */

/** What a link shows, and what is said beside it. */
export interface Opening {
  readonly screen?: Partial<ScreenState>;
  readonly text?: string;
}

const FORM = /^#open=(activity|check|guardrail|persona):([A-Za-z0-9_-]{1,64})$/;

/** Shows what the address asks for, once: the address loses it, so that a reload does not leave the step the reader is in by then. */
export function openChoice(hash: string): void {
  const { screen, text } = openingOf(hash, useStore.getState().draft, rulesetInForce());
  clearAddress();
  if (screen) show(screen);
  if (text !== undefined) notify({ id: 'link', text, moves: [] });
}

/** What a link shows for a draft. The address is anybody's text: nothing of it but a well-formed id is used or repeated. */
export function openingOf(hash: string, draft: Draft, ruleset: Ruleset): Opening {
  const [, kind, id = ''] = FORM.exec(hash) ?? [];
  if (kind === 'activity') return activityOpening(id, draft, ruleset);
  if (kind === 'guardrail')
    return findGuardrail(id) ? { screen: at('limits', { guardrail: id }) } : unknown('guardrail', id);
  if (kind === 'persona')
    return ruleset.personaById.has(id) ? { screen: at('who', { persona: id }) } : unknown('persona', id);
  // The list of checks loads with its dialog, which says when a code is not among them.
  if (kind === 'check') return { screen: { dialog: 'checks', focusTarget: { check: id } } };
  return {
    text: 'The part after # isn’t a valid link to an activity, a guardrail, a persona, or a check.',
  };
}

/** With a selected persona that offers the activity, preferably one that has it; without one, the persona to select. */
function activityOpening(id: string, draft: Draft, ruleset: Ruleset): Opening {
  const activity = findActivity(id, ruleset);
  const offering = ruleset.personas.filter((persona) =>
    persona.activities.some((one) => one.activity === id),
  );
  const [first] = offering;
  if (!activity || !first) return unknown('activity', id);
  const selected = offering.filter((persona) => draft.personas.includes(persona.id));
  const having = selected.find((persona) =>
    activityChoices(draft, persona.id).some((choice) => choice.activity === id),
  );
  const persona = having ?? selected[0];
  if (persona) return { screen: at('what', { persona: persona.id, activity: id }) };
  const titles = offering.map(({ title }) => title).join('; ');
  return {
    screen: at('who', { persona: first.id }),
    text: `“${activity.title}” is an activity of: ${titles}. Select one of them to see it in step 2.`,
  };
}

const at = (step: ScreenState['step'], choice: ChoiceRef): Partial<ScreenState> => ({
  step,
  half: 'build',
  dialog: null,
  preview: null,
  focusTarget: { choice: choiceKey(choice) },
});

const unknown = (what: string, id: string): Opening => ({
  text: `This page has no ${what} with the ID ${id}.`,
});
