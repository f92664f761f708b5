import type { Catalog } from '../catalog/catalog.ts';
import { hasPlaceholder } from '../language/placeholder.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { Caller } from '../simulate/caller.ts';
import { type PrincipalMatch, type PrincipalMatcher, principalMatcher } from '../simulate/principal.ts';
import type { Box as StatementBox } from './box.ts';
import { hasTwoReadings } from './compareExact.ts';
import { ANY_RESOURCE } from './decide/actionCases.ts';
import { missingInActions } from './decide/names.ts';
import { contains, requestIn } from './decide/newRequest.ts';
import { ValueFinder } from './decide/values.ts';
import { ALL_CALLERS, callersFor } from './layers/callers.ts';
import { missingKeys, missingPresence } from './question/missingParts.ts';
import { keyFactsOf } from './question/readQuestion.ts';
import { type QuestionReading, readStatement } from './question/readStatement.ts';
import { type Box, keyOfVariable } from './question/test.ts';
import { Tests } from './question/tests.ts';
import { Steps } from './steps.ts';
import type { Reading } from './texts/textPattern.ts';

const STEPS = 40_000;

export interface ProofOptions {
  readonly steps?: number;
  readonly catalog?: Catalog;
}

/**
 * Proofs that statements together match every request that another statement matches, for every caller, as `simulate` matches
 * requests.
 * What is not proven may be so nonetheless.
 */
export class EffectProofs {
  private readonly isMissing: boolean;
  private readonly readings: readonly EffectReading[];

  /**
   * `boxes`: all statements that are compared, or those that they are parts of. `catalog`: for keys of which AWS says that a
   * request has one value; without it, every key may have several.
   */
  constructor(boxes: readonly StatementBox[], { steps = STEPS, catalog }: ProofOptions = {}) {
    const documents = boxes.map(({ statement, variables }) => ({
      ...(variables ? { Version: '2012-10-17' as const } : {}),
      Statement: [statement],
    }));
    this.isMissing = isValueMissing(documents);
    const keys = keyFactsOf(documents, 'layers', catalog);
    const readings = documents.some(hasTwoReadings) ? (['fields', 'short'] as const) : (['fields'] as const);
    const read = { keys, callers: callersOf(boxes), hasOpenActions: missingInActions(documents).length > 0 };
    this.readings = readings.map((reading) => new EffectReading(reading, read, steps));
  }

  isCovered(box: StatementBox, by: readonly StatementBox[]): boolean {
    return !this.isMissing && this.readings.every((reading) => reading.isCovered(box, by));
  }

  /** The condition key, in lower case, of which a statement asks what no request has; nothing where that is not proven. */
  impossibleKey(box: StatementBox): string | undefined {
    const [key, ...others] = this.isMissing
      ? [undefined]
      : this.readings.map((reading) => reading.impossibleKey(box));
    return others.every((other) => other === key) ? key : undefined;
  }
}

/** Whether a value is missing where it is no text of a set. */
function isValueMissing(documents: readonly PolicyDocument[]): boolean {
  const text = JSON.stringify(documents);
  if (!hasPlaceholder(text)) return false;
  const principals = documents.flatMap(({ Statement }) =>
    Statement.map(({ Principal, NotPrincipal }) => [Principal, NotPrincipal]),
  );
  return (
    missingPresence(documents).length > 0 ||
    missingKeys(documents).length > 0 ||
    hasPlaceholder(JSON.stringify(principals))
  );
}

/** Every kind of caller, with a permissions boundary and without: then an exception from a Deny does not count. */
function callersOf(boxes: readonly StatementBox[]): readonly Caller[] {
  const named = boxes
    .map(({ statement }) => statement)
    .filter(({ Principal, NotPrincipal }) => Principal !== undefined || NotPrincipal !== undefined);
  const callers = callersFor(named, ALL_CALLERS);
  if (named.length === 0) return callers.slice(0, 1);
  return callers.flatMap((caller) => [caller, { ...caller, bounded: true }]);
}

/** How much a policy of a resource grants by naming a caller so. */
const RANKS: Readonly<Record<PrincipalMatch, number>> = { account: 0, role: 1, direct: 2 };

interface Read {
  readonly box: Box;
  readonly effect: StatementBox['effect'];
  readonly principal: PrincipalMatcher;
}

/** What is known of all statements that are compared. */
interface ReadOfAll {
  readonly keys: QuestionReading['keys'];
  readonly callers: readonly Caller[];
  readonly hasOpenActions: boolean;
}

/** One reading of resource patterns. */
class EffectReading {
  private readonly question: QuestionReading;
  private readonly ofAll: ReadOfAll;
  private readonly steps: Steps;
  private readonly finder: ValueFinder;
  private readonly readings = new Map<StatementBox, Read>();

  constructor(reading: Reading, ofAll: ReadOfAll, steps: number) {
    const { keys } = ofAll;
    this.steps = new Steps(steps);
    this.question = { tests: new Tests(), reading, fillings: new Map(), keys, rules: 'layers' };
    this.finder = new ValueFinder('upper', keys, false, this.steps, 'layers');
    this.ofAll = ofAll;
  }

  isCovered(box: StatementBox, by: readonly StatementBox[]): boolean {
    const narrow = this.read(box);
    const wide = by.map((one) => this.read(one));
    const seen = new Set<string>();
    return this.ofAll.callers.every((caller) => {
      const match = narrow.principal(caller);
      if (match === undefined) return true;
      const covering = wide.filter((one) => grantsAsMuch(one, narrow, match, caller));
      const key = covering.map((one) => wide.indexOf(one)).join();
      const isKnown = seen.has(key);
      seen.add(key);
      return (
        isKnown ||
        this.isWithin(
          narrow.box,
          covering.map((one) => one.box),
        )
      );
    });
  }

  impossibleKey(box: StatementBox): string | undefined {
    const { box: literals } = this.read(box);
    for (const variable of new Set(literals.map(({ test }) => test.variable))) {
      const literalsOfVariable = literals.filter(({ test }) => test.variable === variable);
      const key = keyOfVariable(variable);
      if (
        key !== undefined &&
        literalsOfVariable.length > 1 &&
        !this.finder.find(variable, literalsOfVariable) &&
        !this.steps.areUsedUp
      )
        return key;
    }
    return undefined;
  }

  private isWithin(box: Box, by: readonly Box[]): boolean {
    if (by.some((wide) => contains(wide, box))) return true;
    const { finder, steps } = this;
    const tools = {
      tests: this.question.tests,
      finder,
      steps,
      given: [],
      actions: () => [],
      resourceOf: ANY_RESOURCE,
      hasOpenActions: this.ofAll.hasOpenActions,
    };
    return requestIn(box, [], by, tools) === undefined && !steps.areUsedUp;
  }

  private read(box: StatementBox): Read {
    const cached = this.readings.get(box);
    if (cached) return cached;
    const { Principal: _, NotPrincipal: __, ...statement } = box.statement;
    const principal = principalMatcher(box.statement);
    const read = { ...readStatement(statement, box.variables, this.question), principal };
    this.readings.set(box, read);
    return read;
  }
}

/** A Deny denies whomever it names in whichever way. */
function grantsAsMuch(wide: Read, narrow: Read, match: PrincipalMatch, caller: Caller): boolean {
  const other = wide.principal(caller);
  if (other === undefined) return false;
  return wide.effect === 'Deny' || (narrow.effect === 'Allow' && RANKS[other] >= RANKS[match]);
}
