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
import { keyCases } from './fillings.ts';
import type { FoundRequest, SearchTools } from './newRequest.ts';
import { type Spelling, witnessOf } from './witness.ts';
import { actionsOf, grantedActions, spellingOf } from './names.ts';
import { type PublishedActions, publishedActions, servicesNotLoaded } from './publishedActions.ts';
import type { Mode } from './oneValue.ts';
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
  readonly spelling: Spelling;
  readonly actions: readonly string[];
}

export function answerOf(asked: ExactQuestion, options: ExactOptions): Answer {
  if (options.actions === 'published' && !options.catalog)
    return undecided({ reason: 'dataNotLoaded', services: ['*'] });
  const { documents, rules } = asked;
  const question: Question = {
    asked,
    options,
    keys: keyFactsOf(documents, rules, options.catalog),
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
  const isList = (key: string) => maySeveralBe(question, key);
  // A variable of a key with several values has no text: in documents, requests of that kind are not looked at.
  const areSingle = question.asked.rules === 'layers' || !variables.some(isList);
  const { cases, areAll } = keyCases(variables, upper.boxes, isList);
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

function attempt(question: Question, mode: Mode, taken: Taken): Attempt {
  const { fillings } = taken;
  const { asked, options, keys, placeholders, spelling, actions } = question;
  const { rules, resourceOf } = asked;
  const tests = new Tests();
  const steps = new Steps(options.steps ?? STEPS);
  const finder = new ValueFinder(mode, keys, placeholders.length > 0, steps, rules);
  const { reading = 'fields' } = options;
  const { boxes, find } = asked.read({ tests, reading, fillings, keys, rules });
  const found = find({
    tests,
    finder,
    steps,
    given: givenBy(taken, tests, rules),
    actions,
    resourceOf,
    ...publishedOf(options, resourceOf),
  });
  const witness = found && witnessOf(found, { finder, keys, spelling, asksWho: asksWho(asked.documents) });
  const isOne = witness !== undefined && asked.isReplayed(witness);
  return { found, witness: isOne ? witness : undefined, isOut: !found && steps.areUsedUp, boxes };
}

const asksWho = (documents: Documents): boolean =>
  documents.some(({ Statement }) =>
    [Statement].flat().some(({ Principal, NotPrincipal }) => Principal ?? NotPrincipal),
  );

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
