import { digest } from '../language/digest.ts';
import type { GuaranteeOwner, GuaranteeResult } from './guaranteeResult.ts';

type State = GuaranteeResult['answer']['state'];

/** Answers of one moment, to compare with later: all that are not listed were proven. */
export interface GuaranteeAnswers {
  readonly proven: number;
  /** Name of a guarantee → its answer. */
  readonly open: Readonly<Record<string, Exclude<State, 'proven'>>>;
  /** What `guaranteesMark` says of all of them; nothing where an earlier version of the page listed the answers. */
  readonly mark?: string;
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

/** A short text that is the same for the same guarantees, whatever their answers. */
const guaranteesMark = (results: readonly GuaranteeResult[]): string =>
  digest(JSON.stringify(results.map(guaranteeName).toSorted()));

export function answersOf(results: readonly GuaranteeResult[]): GuaranteeAnswers {
  const open = results.flatMap((result) => {
    const { state } = result.answer;
    return state === 'proven' ? [] : [[guaranteeName(result), state] as const];
  });
  const mark = guaranteesMark(results);
  return { proven: results.length - open.length, open: Object.fromEntries(open), mark };
}

/** `provenOrNone`: it was proven, or there was no such guarantee. */
export type StateThen = State | 'provenOrNone';

/** A guarantee whose answer is another one than it was, or may be. */
export interface ChangedAnswer {
  readonly result: GuaranteeResult;
  readonly before: StateThen;
}

/** What became of answers. */
export interface AnswersSince {
  readonly changed: readonly ChangedAnswer[];
  /** How many guarantees weren’t proven, and are no longer there. */
  readonly gone: number;
  /** Whether the guarantees are the same ones; nothing where that isn’t known. */
  readonly sameGuarantees: boolean | undefined;
}

/** Compares answers with those of now. What was not open was proven, if there was such a guarantee. */
export function answersSince(answers: GuaranteeAnswers, results: readonly GuaranteeResult[]): AnswersSince {
  const { open, proven } = answers;
  const names = new Set(results.map(guaranteeName));
  const gone = Object.keys(open).filter((name) => !names.has(name)).length;
  const sameNumber = proven + Object.keys(open).length === results.length && gone === 0;
  const sameGuarantees =
    answers.mark === undefined ? (sameNumber ? undefined : false) : answers.mark === guaranteesMark(results);
  const unlisted: StateThen = sameGuarantees === true ? 'proven' : 'provenOrNone';
  const changed = results.flatMap((result): readonly ChangedAnswer[] => {
    const name = guaranteeName(result);
    const known = Object.hasOwn(open, name) ? open[name] : undefined;
    const isSame = (known ?? 'proven') === result.answer.state;
    return isSame ? [] : [{ result, before: known ?? unlisted }];
  });
  return { changed, gone, sameGuarantees };
}

const STATES: readonly unknown[] = ['violated', 'undecided', 'noPolicy'];

const isOpenState = (state: unknown): state is Exclude<State, 'proven'> => STATES.includes(state);

/** Answers as a link carries them; nothing where the value is none. */
export function readAnswers(value: unknown): GuaranteeAnswers | undefined {
  if (!Array.isArray(value)) return undefined;
  const [proven, open, mark]: readonly unknown[] = value;
  if (typeof proven !== 'number' || !Number.isSafeInteger(proven) || proven < 0) return undefined;
  if (typeof open !== 'object' || open === null) return undefined;
  const entries = Object.entries(open)
    .slice(0, MOST_OPEN)
    .flatMap(([name, state]) => (isOpenState(state) ? [[name, state] as const] : []));
  const isMark = typeof mark === 'string' && /^[0-9a-f]{16}$/.test(mark);
  return { proven, open: Object.fromEntries(entries), ...(isMark ? { mark } : {}) };
}

/** As `readAnswers` takes them. */
export const storedAnswers = ({ proven, open, mark }: GuaranteeAnswers): readonly unknown[] =>
  mark === undefined ? [proven, open] : [proven, open, mark];
