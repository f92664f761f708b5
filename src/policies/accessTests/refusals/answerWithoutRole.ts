import { createDraft } from '../../draft/createDraft.ts';
import { answerRefusal, type OfferedStatement, type RefusalOffer } from './answerRefusal.ts';
import { byRoleName, refusedRole } from './refusedRole.ts';
import type { RefusalTrial } from './refusalTrial.ts';

/** The answer while a draft has no role: what is missing, and where a role with it would begin. */
export interface AnswerWithoutRole {
  readonly starts: readonly { readonly persona: string; readonly offers: readonly RefusalOffer[] }[];
  readonly statement: OfferedStatement | undefined;
  readonly noStatement: readonly string[];
}

/** Asks a role of each persona that can do nothing yet; those that the name of the denied role fits come first. */
export function answerWithoutRole(asked: Omit<RefusalTrial, 'persona'>): AnswerWithoutRole {
  const { ruleset } = asked;
  const roles = byRoleName(
    refusedRole(asked.call) ?? '',
    ruleset.personas.filter(({ kind }) => kind === 'identity'),
  );
  const answers = roles.map(({ id }) => ({
    persona: id,
    answer: answerRefusal(createDraft({ personas: [id], activities: { [id]: [] } }, ruleset), {
      ...asked,
      persona: id,
    }),
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
  };
}
