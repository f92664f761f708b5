import { globsMeet } from '../language/globsMeet.ts';
import { replacePlaceholders } from '../language/placeholder.ts';
import { listOf, type PolicyDocument, type Statement } from '../language/policy.ts';
import type { PlacedSubject } from './envelope.ts';

/** What of policies can have a say in whether a statement is true: the smaller, the faster the answer. */
export interface RelevantPolicies {
  /** Those that grant some of the statement's actions, and every Deny of such an action. */
  readonly documents: readonly PolicyDocument[];
  /** Of the Denies only those that test a condition key of the statement, or none. They deny less, so that what is proven with them holds. */
  readonly nearest: readonly PolicyDocument[];
  /** The statement without actions that nothing grants. */
  readonly subject: PlacedSubject;
}

/** Nothing where no policy grants an action of the statement: it is true. */
export function relevantPolicies(
  documents: readonly PolicyDocument[],
  subject: PlacedSubject,
): RelevantPolicies | undefined {
  const granting = documents.map((document) =>
    only(document, (one) => isAllow(one) && isAbout(one, subject.actions)),
  );
  const granted = granting.flatMap(({ Statement: allows }) => allows);
  if (granted.length === 0) return undefined;
  const actions = subject.actions.filter((action) => granted.some((one) => isAbout(one, [action])));
  const patterns = granted.flatMap(({ Action }) => (Action === undefined ? ['*'] : listOf(Action)));
  const denies = (one: Statement) => !isAllow(one) && isAbout(one, actions) && isAbout(one, patterns);
  const keys = new Set([subject.under, ...(subject.unless ?? [])].flatMap(keysOf));
  const isNear = (one: Statement) => keysOf(one.Condition).every((key) => keys.has(key));
  return {
    documents: [...granting, ...documents.map((document) => only(document, denies))].filter(hasStatements),
    nearest: [
      ...granting,
      ...documents.map((document) => only(document, (one) => denies(one) && isNear(one))),
    ].filter(hasStatements),
    subject: { ...subject, actions },
  };
}

const isAllow = ({ Effect }: Statement): boolean => Effect === 'Allow';

const hasStatements = ({ Statement: statements }: PolicyDocument): boolean => statements.length > 0;

const only = (document: PolicyDocument, isWanted: (statement: Statement) => boolean): PolicyDocument => ({
  ...document,
  Statement: document.Statement.filter(isWanted),
});

const keysOf = (condition: Statement['Condition'] = {}): readonly string[] =>
  Object.values(condition).flatMap((keys) => Object.keys(keys).map((key) => key.toLowerCase()));

/** Whether a statement can be about one of the actions. A placeholder can stand for any. */
const isAbout = ({ Action }: Statement, actions: readonly string[]): boolean =>
  Action === undefined ||
  listOf(Action).some((pattern) => actions.some((action) => globsMeet(anyText(pattern), anyText(action))));

const anyText = (pattern: string): string => replacePlaceholders(pattern, () => '*').toLowerCase();
