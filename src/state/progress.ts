import type { Draft } from '../policies/draft.ts';
import { findPersona } from '../policies/personas/index.ts';
import { documentsOf, problemsOf, variablesOf } from './derived.ts';
import type { StepId } from './store.ts';

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
    case 'review':
      return reviewProgress(draft);
    default:
      return step satisfies never;
  }
}

export const count = (number: number, one: string, many: string): string =>
  `${number} ${number === 1 ? one : many}`;

function whoProgress(draft: Draft): Progress {
  const titles = draft.personas.map((id) => findPersona(id)?.title ?? id);
  if (titles.length === 0) return { summary: 'Nobody yet', missing: 'Choose at least one persona.' };
  return { summary: titles.join(', ') };
}

function whatProgress(draft: Draft): Progress {
  const offered = draft.personas.reduce((sum, id) => sum + (findPersona(id)?.activities.length ?? 0), 0);
  const chosen = draft.personas.reduce((sum, id) => sum + (draft.activities[id]?.length ?? 0), 0);
  if (offered === 0) return { summary: 'Nothing to choose yet', missing: 'Choose a persona first.' };
  const idle = draft.personas.filter((id) => (draft.activities[id]?.length ?? 0) === 0);
  const titles = idle.map((id) => findPersona(id)?.title ?? id).join(', ');
  const summary = `${chosen} of ${offered} activities`;
  return idle.length > 0 ? { summary, missing: `No activity chosen for: ${titles}.` } : { summary };
}

function whereProgress(draft: Draft): Progress {
  const used = variablesOf(draft).length;
  if (used === 0) return { summary: 'Nothing to ask for' };
  const problems = problemsOf(draft);
  const open = new Set(problems.map((problem) => problem.variable.id)).size;
  const summary = `${used - open} of ${used} values`;
  return open === 0 ? { summary } : { summary, missing: missingValues(draft) };
}

function missingValues(draft: Draft): string {
  const problems = problemsOf(draft);
  const unfilled = problems.filter((problem) => problem.state === 'unfilled').length;
  const invalid = problems.length - unfilled;
  const parts = [
    unfilled > 0 && `${count(unfilled, 'value', 'values')} to fill in`,
    invalid > 0 && `${count(invalid, 'value', 'values')} to correct`,
  ];
  return `${parts.filter(Boolean).join(', ')}. Until then the placeholder stays in the text.`;
}

function reviewProgress(draft: Draft): Progress {
  const documents = documentsOf(draft).length;
  return { summary: documents === 0 ? 'Nothing to export yet' : count(documents, 'document', 'documents') };
}
