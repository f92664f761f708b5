import { countWithNoun } from '../../policies/language/counts.ts';
import { valuesOfRole } from '../../policies/draft/roleInstances.ts';
import {
  guardrailsOfRoles,
  selectedGuardrails,
  selectedPersonas,
  selectedTrust,
} from '../../policies/draft/selection.ts';
import { findPersona } from '../../policies/library/ruleset.ts';
import type { DraftProblem } from '../../policies/compose/variablesInUse.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { guardrails } from '../../policies/library/guardrails/index.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { documentsOf, problemsOf, sizeOf, variablesOf } from './derived.ts';
import { rulesetInForce } from '../store.ts';
import type { StepId } from '../screen.ts';

/** How far a step is: one line for its closed state, and what it still wants. */
export interface Progress {
  readonly summary: string;
  /** Absent when nothing is missing. */
  readonly missing?: string;
}

export function progressOf(step: StepId, draft: Draft): Progress {
  switch (step) {
    case 'who':
      return whoProgress(draft);
    case 'what':
      return whatProgress(draft);
    case 'where':
      return whereProgress(draft);
    case 'limits':
      return limitsProgress(draft);
    case 'trust':
      return trustProgress(draft);
    case 'review':
      return reviewProgress(draft);
    default:
      return step satisfies never;
  }
}

function whoProgress(draft: Draft): Progress {
  const titles = draft.personas.map((id) => findPersona(id, rulesetInForce())?.title ?? id);
  if (titles.length === 0)
    return { summary: 'No personas selected', missing: 'Select at least one persona to continue.' };
  return { summary: titles.join(', ') };
}

function whatProgress(draft: Draft): Progress {
  const offered = draft.personas.reduce(
    (sum, id) => sum + (findPersona(id, rulesetInForce())?.activities.length ?? 0),
    0,
  );
  const selected = draft.personas.reduce((sum, id) => sum + (draft.activities[id]?.length ?? 0), 0);
  if (offered === 0) return { summary: 'Select a persona first', missing: 'Select a persona first.' };
  const idle = draft.personas.filter((id) => (draft.activities[id]?.length ?? 0) === 0);
  const titles = idle.map((id) => findPersona(id, rulesetInForce())?.title ?? id).join(', ');
  const summary = `${selected} of ${offered} activities`;
  return idle.length > 0 ? { summary, missing: `No activities selected for: ${titles}.` } : { summary };
}

/** The step that asks for a variable: limits and trust ask for what only they use. */
export function stepOf({ group }: Variable): 'where' | 'limits' | 'trust' {
  return group === 'limits' || group === 'trust' ? group : 'where';
}

function whereProgress(draft: Draft): Progress {
  const shared = variablesOf(draft).filter((variable) => stepOf(variable) === 'where');
  const ofPersonas = selectedPersonas(draft, rulesetInForce()).flatMap(({ id }) =>
    Object.keys(valuesOfRole(draft, id)).filter((name) => shared.some((variable) => variable.id === name)),
  );
  const used = shared.length + ofPersonas.length;
  if (used === 0) return { summary: 'No values needed' };
  const { total } = missingValuesOf(draft, 'where');
  return { summary: `${Math.max(0, used - total)} of ${used} values`, ...missingValues(draft, 'where') };
}

export interface MissingValues {
  readonly unfilled: number;
  /** Filled in, but at least one entry breaks the rule. */
  readonly invalid: number;
  readonly total: number;
}

/** Each value that is missing, of all steps or of one. A value is there once, however many entries of it are wrong. */
export function openValuesOf(draft: Draft, step?: StepId): readonly DraftProblem[] {
  const problems = problemsOf(draft).filter(
    ({ variable }) => step === undefined || stepOf(variable) === step,
  );
  const byValue = new Map(
    problems.toReversed().map((problem) => [`${problem.role ?? ''}/${problem.variable.id}`, problem]),
  );
  return problems.filter((problem) => [...byValue.values()].includes(problem));
}

/** How many values are missing: as many as `openValuesOf` has. */
export function missingValuesOf(draft: Draft, step?: StepId): MissingValues {
  const values = openValuesOf(draft, step);
  const unfilled = values.filter(({ state }) => state === 'unfilled').length;
  return { unfilled, invalid: values.length - unfilled, total: values.length };
}

export type NextMove = 'select' | 'continue' | 'export';

/**
 * What comes next: to select something, to go on in the wizard while something is missing, or to export. Only one of them is
 * the first button of the page.
 */
export function nextMove(draft: Draft): NextMove {
  if (draft.personas.length === 0 && documentsOf(draft).length === 0) return 'select';
  // A set of guardrails alone needs neither a persona nor activities.
  const asked = draft.personas.length === 0 ? (['limits'] as const) : stepsThatAsk;
  return asked.some((step) => progressOf(step, draft).missing !== undefined) ? 'continue' : 'export';
}

const stepsThatAsk = ['what', 'where', 'limits', 'trust'] as const;

/** Values that a step still wants, as its `missing`; nothing when there are none. */
function missingValues(draft: Draft, step: StepId): { readonly missing?: string } {
  const { total, unfilled, invalid } = missingValuesOf(draft, step);
  if (total === 0) return {};
  // The set may lack more: its own number is on the same screen.
  const parts = [
    unfilled > 0 && `${countWithNoun(unfilled, 'value is', 'values are')} missing in this step`,
    invalid > 0 && `${countWithNoun(invalid, 'value is', 'values are')} invalid`,
  ];
  const meanwhile =
    total === 1 ? 'A placeholder is used until you enter it.' : 'Placeholders are used until you enter them.';
  return { missing: `${parts.filter(Boolean).join(', ')}. ${meanwhile}` };
}

const deliveries: Readonly<Record<Draft['limits']['delivery'], string>> = {
  deny: 'Deny statements',
  conditions: 'conditions',
  boundary: 'a permissions boundary',
  serviceControl: 'an SCP',
};

function limitsProgress(draft: Draft): Progress {
  const { chosen, delivery } = draft.limits;
  if (chosen.length === 0) return { summary: 'No guardrails' };
  const selected = selectedGuardrails(draft);
  const forRoles = guardrailsOfRoles(selected);
  const ways = [
    ...(forRoles.length > 0 ? [deliveries[delivery]] : []),
    ...(forRoles.length < selected.length ? ['an RCP'] : []),
  ];
  const summary = `${chosen.length} of ${guardrails.length} guardrails, enforced with ${listed(ways)}`;
  const inPolicies = forRoles.length > 0 && (delivery === 'deny' || delivery === 'conditions');
  if (inPolicies && !selectedPersonas(draft, rulesetInForce()).some(({ kind }) => kind === 'identity'))
    return {
      summary,
      missing: 'Guardrails apply to roles, and no role is selected. Select a persona that has a role.',
    };
  if (isBoundaryOver(draft))
    return {
      summary,
      missing:
        'The permissions boundary exceeds its size quota. Select fewer guardrails, or enforce them in another way.',
    };
  return { summary, ...missingValues(draft, 'limits') };
}

const isBoundaryOver = (draft: Draft): boolean =>
  documentsOf(draft).some(
    (document) => document.kind === 'permissions-boundary' && sizeOf(document, draft).state === 'over',
  );

/** `a, b, and c`. */
export const listed = (titles: readonly string[]): string => new Intl.ListFormat('en').format(titles);

/** Names keep their capital letter, other first words don't. */
const withinSentence = (title: string): string =>
  title.replace(/^(?:An|Another|Services|Specific)\b/, (word) => word.toLowerCase());

function trustProgress(draft: Draft): Progress {
  const trusts = selectedPersonas(draft, rulesetInForce()).flatMap(
    (persona) => selectedTrust(persona, draft) ?? [],
  );
  if (trusts.length === 0) return { summary: 'No role to assume' };
  const titles = listed([...new Set(trusts.map(({ form }) => withinSentence(form.title)))]);
  return {
    summary: `${countWithNoun(trusts.length, 'role', 'roles')}, assumed by ${titles}`,
    ...missingValues(draft, 'trust'),
  };
}

function reviewProgress(draft: Draft): Progress {
  const documents = documentsOf(draft).length;
  return {
    summary: documents === 0 ? 'No policies to export' : countWithNoun(documents, 'policy', 'policies'),
  };
}
