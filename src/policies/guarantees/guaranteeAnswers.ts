import type { GuaranteeOwner, GuaranteeResult } from './guaranteeResult.ts';

type State = GuaranteeResult['answer']['state'];

/** Answers of one moment, to compare with later: all that are not listed were proven. */
export interface GuaranteeAnswers {
  readonly proven: number;
  /** Name of a guarantee → its answer. */
  readonly open: Readonly<Record<string, Exclude<State, 'proven'>>>;
}

/** What a list of answers that comes from elsewhere has at most. */
const MOST_OPEN = 500;

/** Unique among the results of a draft. */
export function guaranteeName({ owner, id }: Pick<GuaranteeResult, 'owner' | 'id'>): string {
  return `${ownerName(owner)}/${id}`;
}

function ownerName(owner: GuaranteeOwner): string {
  if (owner.kind === 'user' || owner.kind === 'preset') return owner.kind;
  return owner.kind === 'persona' ? owner.persona : owner.guardrail;
}

export function answersOf(results: readonly GuaranteeResult[]): GuaranteeAnswers {
  const open = results.flatMap((result) => {
    const { state } = result.answer;
    return state === 'proven' ? [] : [[guaranteeName(result), state] as const];
  });
  return { proven: results.length - open.length, open: Object.fromEntries(open) };
}

/** A guarantee whose answer is another one than it was. */
export interface ChangedAnswer {
  readonly result: GuaranteeResult;
  readonly before: State;
}

/** Results that were answered otherwise. What was not open before counts as proven. */
export const changedAnswers = (
  { open }: GuaranteeAnswers,
  results: readonly GuaranteeResult[],
): readonly ChangedAnswer[] =>
  results.flatMap((result) => {
    const name = guaranteeName(result);
    const before = (Object.hasOwn(open, name) ? open[name] : undefined) ?? 'proven';
    return before === result.answer.state ? [] : [{ result, before }];
  });

const STATES: readonly unknown[] = ['violated', 'undecided', 'noPolicy'];

const isOpenState = (state: unknown): state is Exclude<State, 'proven'> => STATES.includes(state);

/** Answers as a link carries them; nothing where the value is none. */
export function readAnswers(value: unknown): GuaranteeAnswers | undefined {
  if (!Array.isArray(value)) return undefined;
  const [proven, open]: readonly unknown[] = value;
  if (typeof proven !== 'number' || !Number.isSafeInteger(proven) || proven < 0) return undefined;
  if (typeof open !== 'object' || open === null) return undefined;
  const entries = Object.entries(open)
    .slice(0, MOST_OPEN)
    .flatMap(([name, state]) => (isOpenState(state) ? [[name, state] as const] : []));
  return { proven, open: Object.fromEntries(entries) };
}

/** As `readAnswers` takes them. */
export const storedAnswers = ({ proven, open }: GuaranteeAnswers): readonly unknown[] => [proven, open];
