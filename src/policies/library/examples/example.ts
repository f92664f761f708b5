import type { ActivityChoice, Draft } from '../../model/draft.ts';

/**
 * A whole set that is worth reading, as data. What it makes is computed from the draft. `draftOfExample` fills values that are not
 * given here with those of the variables’ own examples.
 */
export interface Example {
  readonly id: string;
  readonly title: string;
  /** One or two sentences: whom it is for, and what it shows. */
  readonly summary: string;
  /** What a reader sees first in the opened set and might take for a fault. */
  readonly note?: string;
  readonly draft: Partial<Draft>;
}

/** Choices of activities in their least-privilege form. */
export const leastPrivilege = (...activities: readonly string[]): readonly ActivityChoice[] =>
  activities.map((activity) => ({ activity, stance: 'hardened', options: {} }));

/** Choices of activities as the AWS guide has them. */
export const asInGuide = (...activities: readonly string[]): readonly ActivityChoice[] =>
  activities.map((activity) => ({ activity, stance: 'published', options: {} }));

/** AWS’s documentation account, in one Region. */
export const exampleAccount = {
  partition: ['aws'],
  region: ['eu-west-1'],
  accountId: ['111122223333'],
} as const satisfies Draft['variables'];

/** Guardrails without options of their own. */
export const guardrailChoices = (...ids: readonly string[]): Draft['limits']['chosen'] =>
  ids.map((guardrail) => ({ guardrail, options: {} }));
