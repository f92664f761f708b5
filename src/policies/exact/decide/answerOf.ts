import { placeholderNames } from '../../language/placeholder.ts';
import type { Answer, Documents, ExactOptions, Undecided } from '../answer.ts';
import { type QuestionReading } from '../question/readStatement.ts';
import { keyFactsOf, mayBeList, variableKeysOf } from '../question/readQuestion.ts';
import type { Rules } from '../question/rules.ts';
import { type Box, type KeyFacts, variableOfKey } from '../question/test.ts';
import { Tests } from '../question/tests.ts';
import type { ExactRequest } from '../replay/replay.ts';
import { Steps } from '../steps.ts';
import { equalsPattern } from '../texts/textPattern.ts';
import { type Fillings, literal } from '../texts/token.ts';
import { textSet } from '../values/valueSet.ts';
import { type ResourceOf } from './actionCases.ts';
import { casesOfKey, type KeyCase, NO_CASE, patternsOf, textsFor } from './fillings.ts';
import type { FoundRequest, SearchTools } from './newRequest.ts';
import { asksWho, realFirst } from './realRequest.ts';
import { withoutNeedless, witnessOf } from './witness.ts';
import { grantedActions, missingInActions, type NamesOf, namesOf } from './names.ts';
import { type PublishedActions, publishedActions, servicesNotLoaded } from './publishedActions.ts';
import type { TextReading } from './oneValue.ts';
import { ValueFinder } from './values.ts';

const STEPS = 300_000;

/** Whether there is a request that is as asked. */
export interface ExactQuestion {
  /** All policies that it is about. */
  readonly documents: Documents;
  /** Those whose Allow statements a request must match. */
  readonly granting: Documents;
  readonly rules: Rules;
  readonly resourceOf: ResourceOf;
  /** Reads the policies: what they match, and the search for a request. */
  read(reading: QuestionReading): {
    readonly boxes: readonly Box[];
    find(tools: SearchTools): FoundRequest | undefined;
  };
  /** Whether a request that was found is as asked. */
  isReplayed(request: ExactRequest): boolean;
}

/** What a question is about, read once. */
interface Question {
  readonly asked: ExactQuestion;
  readonly options: ExactOptions;
  readonly keys: ReadonlyMap<string, KeyFacts>;
  readonly variables: readonly string[];
  readonly placeholders: readonly string[];
  readonly names: NamesOf;
  readonly hasOpenActions: boolean;
}

export function answerOf(asked: ExactQuestion, options: ExactOptions): Answer {
  const { documents, rules } = asked;
  const open = missingInActions(documents);
  if (options.actions === 'published' && !options.catalog)
    return undecided({ reason: 'dataNotLoaded', services: ['*'] });
  if (options.actions === 'published' && open.length > 0)
    return undecided({ reason: 'missingValue', names: [...new Set(open)] });
  const question: Question = {
    asked,
    options,
    keys: keyFactsOf(documents, rules, options.catalog),
    variables: variableKeysOf(documents),
    placeholders: [...new Set(placeholderNames(JSON.stringify(documents)))],
    names: namesOf(documents, options.catalog),
    hasOpenActions: open.length > 0,
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
function noneOfLoaded({ asked, options }: Question, answer: Answer): Answer {
  const { actions, catalog } = options;
  if (actions !== 'published' || !catalog) return answer;
  const missing = servicesNotLoaded(grantedActions(asked.granting), catalog);
  return missing.length === 0 ? answer : undecided({ reason: 'dataNotLoaded', services: missing });
}

/** A request where one is not ruled out at once. */
function requestFor(question: Question, upper: Attempt): Answer {
  const { variables, placeholders } = question;
  const hasUnknown = unknownIn(upper.boxes);
  if (variables.length === 0 && placeholders.length === 0 && hasUnknown.length === 0)
    return upper.witness ? { kind: 'some', witness: upper.witness } : undecided({ reason: 'notReplayed' });
  if (upper.witness && isKnown(question, upper.boxes)) return { kind: 'some', witness: upper.witness };
  const patterns = variables.length > 0 ? patternsOf(upper.boxes) : new Map();
  const keys = variables.map((key) => ({
    key,
    texts: textsFor(key, patterns),
    mayBeSeveral: maySeveralBe(question, key),
  }));
  const budget = { attempts: MOST_ATTEMPTS };
  const found = examplesOf(keys)
    .map((one) => () => exampleIn(question, one))
    .reduce<Outcome>((known, look) => (known === 'open' ? look() : known), 'open');
  const outcome = found === 'open' ? outcomeOf(question, keys, NO_CASE, upper, budget) : found;
  if (outcome === 'none') return { kind: 'none', proven: true };
  if (outcome !== 'open') return { kind: 'some', witness: outcome };
  if (placeholders.length > 0) return undecided({ reason: 'missingValue', names: placeholders });
  if (hasUnknown.length > 0) return undecided({ reason: 'operator', operators: hasUnknown });
  return undecided({ reason: 'policyVariable', keys: variables });
}

/** A key that policy variables name, with the texts that matter. */
interface NamedKey {
  readonly key: string;
  readonly texts: readonly string[];
  readonly mayBeSeveral: boolean;
}

/** A request, that there is none, or that neither is known. */
type Outcome = ExactRequest | 'none' | 'open';

/** How often a question is asked again, with more and more taken for its variables. */
const MOST_ATTEMPTS = 240;
const FEW_EXAMPLES = 12;

/** Cases with a text for each key: an invented one, or one of the policies for one of them. Most requests are found with these. */
function examplesOf(keys: readonly NamedKey[]): readonly KeyCase[] {
  let cases: readonly KeyCase[] = [NO_CASE];
  for (const { key, texts, mayBeSeveral } of keys) {
    const [first, ...others] = cases.map((one) => casesOfKey(one, key, texts, mayBeSeveral));
    cases = [...(first ?? []), ...others.flatMap((more) => more.slice(0, 1))].slice(0, FEW_EXAMPLES);
  }
  return cases;
}

const exampleIn = (question: Question, { example }: KeyCase): Outcome =>
  attempt(question, 'strict', { fillings: example, others: NO_OTHERS }).witness ?? 'open';

const isKnown = ({ placeholders }: Question, boxes: readonly Box[]): boolean =>
  placeholders.length === 0 && unknownIn(boxes).length === 0;

/** Where the keys of a case do not decide, those of the next key do: what is ruled out with few keys is not asked again with more. */
function outcomeOf(
  question: Question,
  [next, ...others]: readonly NamedKey[],
  taken: KeyCase,
  { found, witness, isOut, boxes }: Attempt,
  budget: { attempts: number },
): Outcome {
  // Of missing values and unknown operators a request must be as asked whatever they are.
  if (witness && isKnown(question, boxes)) return witness;
  if (!found && !isOut) return 'none';
  if (!next) return exampleIn(question, taken);
  let outcome: Outcome = 'none';
  for (const one of casesOfKey(taken, next.key, next.texts, next.mayBeSeveral)) {
    budget.attempts -= 1;
    if (budget.attempts < 0) return 'open';
    const upper = attempt(question, 'upper', { fillings: one.whole, others: one.others });
    const known = outcomeOf(question, others, one, upper, budget);
    if (known !== 'none' && known !== 'open') return known;
    if (known === 'open') outcome = 'open';
  }
  return outcome;
}

const undecided = (because: Undecided): Answer => ({ kind: 'undecided', because });

const maySeveralBe = ({ asked, keys, options }: Question, key: string): boolean =>
  asked.rules === 'layers' ? mayBeList(key, options.catalog) : keys.get(key)?.isSet === true;

function unknownIn(boxes: readonly Box[]): readonly string[] {
  return [
    ...new Set(boxes.flat().flatMap(({ test }) => (test.set.kind === 'unknown' ? [test.set.because] : []))),
  ];
}

interface Attempt {
  readonly found: FoundRequest | undefined;
  /** Where what was found is a request. */
  readonly witness: ReturnType<typeof witnessOf> | undefined;
  readonly isOut: boolean;
  readonly boxes: readonly Box[];
}

function attempt(question: Question, mode: TextReading, taken: Taken): Attempt {
  const { fillings } = taken;
  const { asked, options, keys, placeholders, names, hasOpenActions } = question;
  const { rules, resourceOf } = asked;
  const tests = testsFor(question);
  const steps = new Steps(options.steps ?? STEPS);
  const finder = new ValueFinder(mode, keys, placeholders.length > 0, steps, rules);
  const { reading = 'fields' } = options;
  const { boxes, find } = asked.read({ tests, reading, fillings, keys, rules });
  const found = find({
    tests,
    finder,
    steps,
    given: givenBy(taken, tests, rules),
    actions: names.actions,
    resourceOf,
    hasOpenActions,
    ...publishedOf(options, resourceOf),
  });
  const written = { finder, keys, spelling: names.spelling, asksWho: asksWho(asked.documents) };
  const replayed = (found ? realFirst(found, finder, options, tests) : [])
    .map((one) => witnessOf(one, written))
    .find((one) => asked.isReplayed(one));
  const witness = replayed && withoutNeedless(replayed, (one) => asked.isReplayed(one));
  return { found, witness, isOut: !found && steps.areUsedUp, boxes };
}

const testsFor = ({ asked: { rules }, options: { shared, reading = 'fields' } }: Question): Tests =>
  shared?.read(`${rules} ${reading}`) ?? new Tests();

function publishedOf(
  { actions, resources, catalog }: ExactOptions,
  resourceOf: ResourceOf,
): { readonly published?: PublishedActions } {
  if (actions !== 'published' || !catalog) return {};
  const published = publishedActions(catalog);
  return { published: resources === 'typed' ? published : { ...published, resourceOf } };
}

/** What a request is where its policy variables have these values. */
function givenBy({ fillings, others }: Taken, tests: Tests, rules: Rules): Box {
  return [...fillings].flatMap(([key, filling]): Box => {
    const variable = variableOfKey(key);
    const equal = (text: string) =>
      tests.literal(variable, `is ${text}`, () => textSet([equalsPattern(literal(text))]), {
        quantifier: 'every',
      });
    if (filling === 'absent')
      return [tests.literal(variable, 'absent', () => textSet([]), { whenAbsent: true })];
    if (filling === 'several') return [];
    if (filling !== 'present') return [equal(filling.text)];
    return [
      tests.literal(variable, 'present', () => textSet([[{ kind: 'run', colons: true }]]), {
        // An empty text in a list is a value to variables, and none to `Null`.
        asks: rules === 'layers' ? 'value' : 'presence',
      }),
      ...(others.get(key) ?? []).map((text) => ({ ...equal(text), holds: false })),
    ];
  });
}
