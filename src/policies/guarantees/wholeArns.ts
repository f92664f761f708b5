import { readOperator } from '../language/conditionOperator.ts';
import { placeholderNames } from '../language/placeholder.ts';
import { listOf, type OneOrMany, type PolicyDocument, type Statement } from '../language/policy.ts';

/**
 * A comparison takes a missing value for any text at all. A value that is a whole ARN has six fields, each unknown: written so,
 * a request that no ARN in its place matches can be found, and a guarantee that every value violates is not undecided.
 */
export const withOpenArns = (document: PolicyDocument): PolicyDocument => ({
  ...document,
  Statement: document.Statement.map(statementWith),
});

const FIELD = /__arn\d$/;

/** The name of a missing value, where it was made one of a field. */
export const nameOfField = (name: string): string => name.replace(FIELD, '');

/** Values that are missing where an ARN is to be. */
export const openArnNames = (documents: readonly PolicyDocument[]): readonly string[] => [
  ...new Set(
    placeholderNames(JSON.stringify(documents.map(withOpenArns)))
      .filter((name) => FIELD.test(name))
      .map(nameOfField),
  ),
];

const START = /^<(\w+)>/;

function arnWith(text: string): string {
  const [written = '', name] = START.exec(text) ?? [];
  if (name === undefined || text.split(':').length >= 6) return text;
  const fields = ['1', '2', '3', '4', '5'].map((field) => `<${name}__arn${field}>`);
  return `arn:${fields.join(':')}${text.slice(written.length)}`;
}

const listWith = (values: OneOrMany): OneOrMany => listOf(values).map(arnWith);

function statementWith({ Resource, NotResource, Condition, ...statement }: Statement): Statement {
  return {
    ...statement,
    ...(Resource === undefined ? {} : { Resource: listWith(Resource) }),
    ...(NotResource === undefined ? {} : { NotResource: listWith(NotResource) }),
    ...(Condition ? { Condition: conditionWith(Condition) } : {}),
  };
}

const conditionWith = (condition: NonNullable<Statement['Condition']>): NonNullable<Statement['Condition']> =>
  Object.fromEntries(
    Object.entries(condition).map(([operator, keys]) =>
      readOperator(operator)?.family === 'Arn'
        ? [operator, Object.fromEntries(Object.entries(keys).map(([key, values]) => [key, listWith(values)]))]
        : [operator, keys],
    ),
  );
