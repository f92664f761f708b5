import { placeholderNames } from '../../language/placeholder.ts';
import type { Answer, Documents, ExactOptions, Undecided } from '../answer.ts';
import { keyFactsOf, type Side, sideOf, variableKeysOf } from '../question/readQuestion.ts';
import { type Box, type KeyFacts, variableOfKey } from '../question/test.ts';
import { Tests } from '../question/tests.ts';
import { Steps } from '../steps.ts';
import { equalsPattern } from '../texts/textPattern.ts';
import { type Fillings, literal } from '../texts/token.ts';
import { textSet } from '../values/valueSet.ts';
import { keyCases } from './fillings.ts';
import { type FoundRequest, newRequest } from './newRequest.ts';
import { isReplayed, type Spelling, witnessOf } from './witness.ts';
import { actionsOf, grantedActions, spellingOf } from './names.ts';
import { type PublishedActions, publishedActions, servicesNotLoaded } from './publishedActions.ts';
import { type Mode, ValueFinder } from './values.ts';

const STEPS = 300_000;

/** What a question is about, read once. */
interface Question {
  readonly one: Documents;
  readonly other: Documents;
  readonly options: ExactOptions;
  readonly keys: ReadonlyMap<string, KeyFacts>;
  readonly variables: readonly string[];
  readonly placeholders: readonly string[];
  readonly spelling: Spelling;
  readonly actions: readonly string[];
}

/** Whether `one` allows a request that `other` does not. */
export function answerOf(one: Documents, other: Documents, options: ExactOptions): Answer {
  if (options.actions === 'published' && !options.catalog)
    return undecided({ reason: 'dataNotLoaded', services: ['*'] });
  const documents = [...one, ...other];
  const question: Question = {
    one,
    other,
    options,
    keys: keyFactsOf(documents),
    variables: variableKeysOf(documents),
    placeholders: [...new Set(placeholderNames(JSON.stringify(documents)))],
    spelling: spellingOf(documents, options.catalog),
    actions: actionsOf(documents, options.catalog),
  };
  const upper = attempt(question, 'upper', NOTHING_TAKEN);
  if (upper.isOut) return { kind: 'undecided', because: { reason: 'steps' } };
  const answer: Answer = upper.found ? requestFor(question, upper) : { kind: 'none', proven: true };
  return answer.kind === 'none' ? noneOfLoaded(question, answer) : answer;
}

/** What is taken for policy variables. */
interface Taken {
  readonly fillings: Fillings;
  /** Texts that keys which are present do not have. */
  readonly others: ReadonlyMap<string, readonly string[]>;
}

const NO_OTHERS: Taken['others'] = new Map();
const NOTHING_TAKEN: Taken = { fillings: new Map(), others: NO_OTHERS };

/** Of published actions only those count whose data is there: of others nothing is known. */
function noneOfLoaded({ one, options }: Question, answer: Answer): Answer {
  const { actions, catalog } = options;
  if (actions !== 'published' || !catalog) return answer;
  const missing = servicesNotLoaded(grantedActions(one), catalog);
  return missing.length === 0 ? answer : undecided({ reason: 'dataNotLoaded', services: missing });
}

/** A request where one is not ruled out at once. */
function requestFor(question: Question, upper: Attempt): Answer {
  const { variables, placeholders } = question;
  const hasUnknown = unknownIn(upper.sides);
  if (variables.length === 0 && placeholders.length === 0 && hasUnknown.length === 0)
    return upper.witness ? { kind: 'some', witness: upper.witness } : undecided({ reason: 'notReplayed' });
  // A variable of a key with several values has no text: requests of that kind are not looked at.
  const areSingle = variables.every((key) => question.keys.get(key)?.isSet !== true);
  const { cases, areAll } = keyCases(variables, upper.sides);
  let isOpen = !areSingle || !areAll;
  for (const { example, whole, others } of cases) {
    const { witness } = attempt(question, 'strict', { fillings: example, others: NO_OTHERS });
    if (witness) return { kind: 'some', witness };
    const proof = isOpen ? undefined : attempt(question, 'upper', { fillings: whole, others });
    isOpen ||= proof?.found !== undefined || proof?.isOut === true;
  }
  if (!isOpen) return { kind: 'none', proven: true };
  if (placeholders.length > 0) return undecided({ reason: 'missingValue', names: placeholders });
  if (hasUnknown.length > 0) return undecided({ reason: 'operator', operators: hasUnknown });
  return undecided({ reason: 'policyVariable', keys: variables });
}

const undecided = (because: Undecided): Answer => ({ kind: 'undecided', because });

function unknownIn(sides: readonly Side[]): readonly string[] {
  const literals = sides.flatMap(({ allows, denies }) => [...allows, ...denies].flat());
  return [
    ...new Set(literals.flatMap(({ test }) => (test.set.kind === 'unknown' ? [test.set.because] : []))),
  ];
}

interface Attempt {
  readonly found: FoundRequest | undefined;
  /** Where what was found is a request. */
  readonly witness: ReturnType<typeof witnessOf> | undefined;
  readonly isOut: boolean;
  readonly sides: readonly [Side, Side];
}

function attempt(question: Question, mode: Mode, taken: Taken): Attempt {
  const { fillings } = taken;
  const { one, other, options, keys, placeholders, spelling, actions } = question;
  const { reading = 'fields' } = options;
  const tests = new Tests();
  const steps = new Steps(options.steps ?? STEPS);
  const read = { tests, reading, fillings, keys };
  const sides: readonly [Side, Side] = [sideOf(one, read), sideOf(other, read)];
  const finder = new ValueFinder(mode, keys, placeholders.length > 0, steps);
  const given = givenBy(taken, tests);
  const found = newRequest(sides[0], sides[1], {
    tests,
    finder,
    steps,
    given,
    actions,
    ...publishedOf(options),
  });
  const asksWho = [...one, ...other].some(({ Statement }) =>
    [Statement].flat().some(({ Principal, NotPrincipal }) => Principal ?? NotPrincipal),
  );
  const witness = found && witnessOf(found, { finder, keys, spelling, asksWho });
  const isOne = witness !== undefined && isReplayed(one, other, witness, reading);
  return { found, witness: isOne ? witness : undefined, isOut: !found && steps.areUsedUp, sides };
}

function publishedOf({ actions, resources, catalog }: ExactOptions): {
  readonly published?: PublishedActions;
} {
  if (actions !== 'published' || !catalog) return {};
  return { published: publishedActions(catalog, resources === 'typed') };
}

/** What a request is where its policy variables have these values. */
function givenBy({ fillings, others }: Taken, tests: Tests): Box {
  return [...fillings].flatMap(([key, filling]): Box => {
    const variable = variableOfKey(key);
    const equal = (text: string) =>
      tests.literal(variable, `is ${text}`, () => textSet([equalsPattern(literal(text))]), {
        quantifier: 'every',
      });
    if (filling === 'absent')
      return [tests.literal(variable, 'absent', () => textSet([]), { whenAbsent: true })];
    if (filling !== 'present') return [equal(filling.text)];
    return [
      tests.literal(variable, 'present', () => textSet([[{ kind: 'run', colons: true }]])),
      ...(others.get(key) ?? []).map((text) => ({ ...equal(text), holds: false })),
    ];
  });
}
