import { escapeJson } from '../language/characters/escapeCharacters.ts';
import {
  listOf,
  type OneOrMany,
  type PolicyDocument,
  type Principal,
  type Statement,
} from '../language/policy.ts';
import { minifyPolicy } from '../language/print.ts';
import { type Attribute, type Block, block, listExpression, stringExpression, textAttribute } from './hcl.ts';
import { hasLoneSurrogate } from './loneSurrogates.ts';
import type { Input } from './parameters.ts';

/** The data source where it can say what the document says, else the document as text. */
export function documentBlocks(
  id: string,
  document: PolicyDocument,
  inputs: readonly Input[],
): readonly Block[] {
  if (!isSayable(document)) return [];
  return [
    block(
      `data "aws_iam_policy_document" "${id}"`,
      textAttribute('version', document.Version ?? '2008-10-17'),
      ...(document.Id === undefined ? [] : [textAttribute('policy_id', document.Id, inputs)]),
      ...document.Statement.map((statement) => statementBlock(statement, inputs)),
    ),
  ];
}

/** How a resource refers to a document. Where white space counts, the document comes without it. */
export function documentExpression(
  id: string,
  document: PolicyDocument,
  inputs: readonly Input[],
  compact = false,
): string {
  if (!isSayable(document)) return stringExpression(escapeJson(minifyPolicy(document)), inputs);
  return `data.aws_iam_policy_document.${id}.${compact ? 'minified_json' : 'json'}`;
}

/**
 * The data source reads `&{` as `${`, leaves out lists without entries, refuses a Sid that repeats, and knows two versions.
 * Texts of HCL are in Unicode's normal form (NFC) whatever was written: only JSON's escapes bring another one through.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
function isSayable(document: PolicyDocument): boolean {
  const { Version, Id, Statement } = document;
  const hasValidVersion = Version === undefined || Version === '2012-10-17' || Version === '2008-10-17';
  return (
    hasValidVersion &&
    Statement.length > 0 &&
    !hasLoneSurrogate(document) &&
    isNormal(minifyPolicy(document)) &&
    !repeatsSid(Statement) &&
    !JSON.stringify([Id, Statement]).includes('&{') &&
    Statement.every(isWhole)
  );
}

const isNormal = (text: string): boolean => text.normalize('NFC') === text;

function repeatsSid(statements: readonly Statement[]): boolean {
  const sids = statements.flatMap(({ Sid }) => (Sid === undefined ? [] : [Sid]));
  return new Set(sids).size < sids.length;
}

function isWhole(statement: Statement): boolean {
  const { Sid, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = statement;
  const isGiven = (value: OneOrMany | undefined) =>
    value === undefined || (listOf(value).length > 0 && !listOf(value).includes(''));
  const lists = [
    Action,
    NotAction,
    Resource,
    NotResource,
    ...principalLists(Principal),
    ...principalLists(NotPrincipal),
  ];
  const keys = Object.values(Condition ?? {});
  return (
    Sid !== '' &&
    lists.every(isGiven) &&
    [Principal, NotPrincipal].every(
      (who) => who === undefined || who === '*' || Object.keys(who).length > 0,
    ) &&
    (Condition === undefined || keys.length > 0) &&
    keys.every(
      (key) => Object.keys(key).length > 0 && Object.values(key).every((values) => listOf(values).length > 0),
    )
  );
}

const principalLists = (who: Principal | undefined): readonly OneOrMany[] =>
  who === undefined || who === '*' ? [] : Object.values(who).filter((list) => list !== undefined);

function statementBlock(statement: Statement, inputs: readonly Input[]): Block {
  const list = (key: string, value: OneOrMany | undefined): readonly Attribute[] =>
    value === undefined
      ? []
      : [{ key, value: listExpression(listOf(value).map((entry) => stringExpression(entry, inputs))) }];
  const who = (head: string, principal: Principal | undefined): readonly Block[] =>
    principalEntries(principal).map(([type, identifiers]) =>
      block(head, textAttribute('type', type), ...list('identifiers', identifiers)),
    );
  return block(
    'statement',
    ...(statement.Sid === undefined ? [] : [textAttribute('sid', statement.Sid)]),
    textAttribute('effect', statement.Effect),
    ...list('actions', statement.Action),
    ...list('not_actions', statement.NotAction),
    ...list('resources', statement.Resource),
    ...list('not_resources', statement.NotResource),
    ...who('principals', statement.Principal),
    ...who('not_principals', statement.NotPrincipal),
    ...Object.entries(statement.Condition ?? {}).flatMap(([test, keys]) =>
      Object.entries(keys).map(([key, values]) =>
        block(
          'condition',
          textAttribute('test', test),
          textAttribute('variable', key, inputs),
          ...list('values', values),
        ),
      ),
    ),
  );
}

function principalEntries(principal: Principal | undefined): readonly (readonly [string, OneOrMany])[] {
  if (principal === undefined) return [];
  if (principal === '*') return [['*', '*']];
  return Object.entries(principal).flatMap(([type, value]) =>
    value === undefined ? [] : [[type, value] as const],
  );
}
