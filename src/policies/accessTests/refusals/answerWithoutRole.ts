import { withPersonas } from '../../draft/withPersonas.ts';
import type { Draft } from '../../model/draft.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import { answerRefusal, type RefusalOffer } from './answerRefusal.ts';
import type { OfferedStatement } from './offeredStatement.ts';
import { byRoleName, refusedRole } from './refusedRole.ts';
import type { FurtherResource } from './furtherResource.ts';
import type { RefusalTrial } from './refusalTrial.ts';

/** The answer of roles that a draft doesn’t have: what is missing, and where a role with it would begin. */
export interface AnswerWithoutRole {
  readonly starts: readonly { readonly persona: string; readonly offers: readonly RefusalOffer[] }[];
  readonly statement: OfferedStatement | undefined;
  readonly noStatement: readonly string[];
  readonly furtherResources: readonly FurtherResource[];
}

/**
 * Asks a role of each persona that the draft doesn’t have, and that can do nothing yet; those that the name of the denied role fits
 * come first.
 */
export function answerWithoutRole(draft: Draft, asked: Omit<RefusalTrial, 'persona'>): AnswerWithoutRole {
  const { ruleset } = asked;
  const roles = byRoleName(
    refusedRole(asked.call) ?? '',
    ruleset.personas.filter(({ id, kind }) => kind === 'identity' && !draft.personas.includes(id)),
  );
  const answers = roles.map(({ id }) => ({
    persona: id,
    answer: answerRefusal(withEmptyRole(draft, id, ruleset), { ...asked, persona: id }),
  }));
  const [first] = answers;
  const statement = first?.answer.statement;
  return {
    starts: answers.flatMap(({ persona, answer: { offers } }) =>
      offers.length === 0 ? [] : [{ persona, offers }],
    ),
    // There is no policy yet that it could be added to.
    statement: statement && { ...statement, change: undefined },
    noStatement: first?.answer.noStatement ?? [],
    furtherResources: first?.answer.furtherResources ?? [],
  };
}

function withEmptyRole(draft: Draft, persona: string, ruleset: Ruleset): Draft {
  const withPersona = withPersonas(draft, [...draft.personas, persona], ruleset);
  return { ...withPersona, activities: { ...withPersona.activities, [persona]: [] } };
}
