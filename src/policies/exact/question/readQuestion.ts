import type { Catalog } from '../../catalog/catalog.ts';
import { isMultivalued, keyTypeOf } from '../../catalog/lookup.ts';
import { type Operator, readOperator } from '../../language/conditionOperator.ts';
import { listOf, type PolicyDocument, type Statement } from '../../language/policy.ts';
import type { Domain } from '../values/valueCandidates.ts';
import { readStatement, type QuestionReading } from './readStatement.ts';
import type { Rules } from './rules.ts';
import type { Box, KeyFacts } from './test.ts';

/** What some documents allow together: what an Allow matches and no Deny does. */
export interface Side {
  readonly allows: readonly Box[];
  readonly denies: readonly Box[];
}

/** The statements of documents as boxes, each once. */
export function sideOf(documents: readonly PolicyDocument[], question: QuestionReading): Side {
  const sides = { Allow: new Map<string, Box>(), Deny: new Map<string, Box>() };
  for (const { Version, Statement } of documents)
    for (const statement of listOfStatements(Statement)) {
      const { effect, box } = readStatement(statement, Version === '2012-10-17', question);
      sides[effect].set(nameOfBox(box), box);
    }
  return { allows: [...sides.Allow.values()], denies: [...sides.Deny.values()] };
}

/** The grammar lets a single statement be without its list. */
const listOfStatements = (statements: Statement | readonly Statement[]): readonly Statement[] =>
  [statements].flat();

export const nameOfBox = (box: Box): string =>
  box
    .map(({ test, holds }) => (holds ? test.id : -test.id))
    .toSorted((one, other) => one - other)
    .join();

const domains: Readonly<Record<string, Domain>> = {
  String: 'text',
  Arn: 'text',
  Binary: 'text',
  Numeric: 'number',
  Date: 'date',
  Ip: 'address',
  Bool: 'truth',
};

/** What the policies' operators say of each key, in lower case: its kind of value, and whether it may have several. */
export function keyFactsOf(
  documents: readonly PolicyDocument[],
  rules: Rules,
  catalog: Catalog | undefined,
): ReadonlyMap<string, KeyFacts> {
  const facts = new Map<string, KeyFacts>();
  for (const { Statement } of documents)
    for (const { Condition = {} } of listOfStatements(Statement))
      for (const [operatorText, keys] of Object.entries(Condition)) {
        const operator = readOperator(operatorText);
        if (!operator) continue;
        for (const key of Object.keys(keys)) {
          const earlier = facts.get(key.toLowerCase());
          facts.set(key.toLowerCase(), {
            domain: joinDomains(earlier?.domain, domainOf(operator, rules)),
            isSet:
              rules === 'layers'
                ? mayBeList(key, catalog)
                : earlier?.isSet === true || operator.qualifier !== undefined,
            isArn: earlier?.isArn === true || operator.family === 'Arn',
          });
        }
      }
  return facts;
}

/** The simulator takes every text for a truth value and compares it without its case. */
const domainOf = ({ family }: Operator, rules: Rules): Domain | undefined =>
  family === 'Bool' && rules === 'layers' ? 'text' : domains[family];

/** Whether a request may have a list of values of a key: not where AWS says that there is one value. */
export function mayBeList(key: string, catalog: Catalog | undefined): boolean {
  const type = catalog && keyTypeOf(catalog, key.toLowerCase());
  return type === undefined || isMultivalued(type);
}

/** Texts beside truth values are the texts `true` and `false`; other kinds have nothing in common. */
function joinDomains(one: KeyFacts['domain'], other: KeyFacts['domain']): KeyFacts['domain'] {
  if (one === undefined || other === undefined || one === other) return one ?? other;
  const both = new Set([one, other]);
  return both.has('truth') && both.has('text') ? 'truth' : 'mixed';
}

/** Keys that policy variables name, in lower case. */
export function variableKeysOf(documents: readonly PolicyDocument[]): readonly string[] {
  const keys = documents
    .filter(({ Version }) => Version === '2012-10-17')
    .flatMap(({ Statement }) => listOfStatements(Statement))
    .flatMap((statement) => [...resourcesAndValues(statement)])
    .flatMap((text) => [...text.matchAll(/\$\{([^}]*)\}/g)].map(([, inner = '']) => inner))
    .filter((inner) => !['*', '?', '$'].includes(inner))
    .map((inner) => (inner.split(',')[0] ?? '').trim().toLowerCase());
  return [...new Set(keys)];
}

function resourcesAndValues({ Resource, NotResource, Condition = {} }: Statement): readonly string[] {
  const values = Object.entries(Condition).flatMap(([operator, keys]) =>
    ['String', 'Arn'].includes(readOperator(operator)?.family ?? '')
      ? Object.values(keys).flatMap((value) => [value].flat().map(String))
      : [],
  );
  return [...listOf(Resource ?? NotResource), ...values];
}
