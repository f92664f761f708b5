import type { Node } from 'jsonc-parser';
import {
  addMember,
  appendMember,
  copiedText,
  type JsonEdit,
  objectText,
  removeNodes,
  replaceScalar,
  scalarText,
  type ValueWriter,
} from './jsonEdits.ts';
import type { Fixer, Rewrite } from './fix.ts';
import {
  conditionAround,
  findMember,
  memberKey,
  type FindingSite,
  statementAround,
  memberValue,
} from './findingSite.ts';

const alike =
  (name: string) =>
  (key: string): boolean =>
    key.toLowerCase() === name.toLowerCase();

/** The values under a key as text that is equal for equal values: order does not count, nor does a list of one. */
function valuesOf(member: Node | undefined): string {
  const value = memberValue(member);
  const entries = value?.type === 'array' ? (value.children ?? []) : value ? [value] : [];
  return JSON.stringify(entries.map((entry) => String(entry.value)).toSorted());
}

/** Removes a key, and with it an operator that nothing is left under. */
const removeMember = (operator: Node, member: Node): readonly JsonEdit[] =>
  removeNodes([memberValue(operator)?.children?.length === 1 ? operator : member]);

/**
 * A key under another operator, with the same value or another one. Nothing when the key is there already with other values:
 * both conditions would have to hold, which one list cannot say.
 */
function movedKey(
  { text, node }: FindingSite,
  to: (operator: string) => string,
  value?: string,
): readonly JsonEdit[] {
  const { block, operator, member } = conditionAround(node) ?? {};
  const valueNode = memberValue(member);
  const name = to(memberKey(operator));
  if (!block || !operator || !member || !valueNode || name === memberKey(operator)) return [];
  const key = memberKey(member);
  const content: ValueWriter = value === undefined ? copiedText(text, valueNode) : scalarText(value);
  const target = findMember(block, alike(name));
  const there = findMember(memberValue(target), alike(key));
  if (target && there) {
    const same = value === undefined ? valuesOf(member) : JSON.stringify([value]);
    return valuesOf(there) === same ? removeMember(operator, member) : [];
  }
  const into = memberValue(target);
  if (into?.type === 'object')
    return [...removeMember(operator, member), appendMember(text, into, key, content)];
  return underNewOperator(text, { block, operator, member, valueNode }, name, content, value !== undefined);
}

function underNewOperator(
  text: string,
  {
    block,
    operator,
    member,
    valueNode,
  }: { readonly block: Node; readonly operator: Node; readonly member: Node; readonly valueNode: Node },
  name: string,
  content: ValueWriter,
  isOther: boolean,
): readonly JsonEdit[] {
  const operatorKey = operator.children?.[0];
  if (operatorKey && memberValue(operator)?.children?.length === 1) {
    const value = content({ line: undefined, unit: '', isTight: false });
    const changed: JsonEdit = {
      from: valueNode.offset,
      to: valueNode.offset + valueNode.length,
      text: value,
    };
    return [replaceScalar(operatorKey, name), ...(isOther ? [changed] : [])];
  }
  const added = addMember(text, block, name, objectText([[memberKey(member), content]]), operator);
  return [...removeNodes([member]), added];
}

function move(
  site: FindingSite,
  title: (operator: string) => string,
  to: (operator: string) => string,
  value?: string,
): readonly Rewrite[] {
  const edits = movedKey(site, to, value);
  const { operator } = conditionAround(site.node) ?? {};
  return edits.length === 0 ? [] : [{ title: title(to(memberKey(operator))), edits }];
}

const use = (operator: string): string => `Use ${operator}`;
const withoutQualifier = (operator: string): string => operator.replace(/^For(?:All|Any)Values?:/i, '');

/** A whole operator under another name; nothing when both have a key with different values. */
function renamed({ text, node }: FindingSite, to: string): readonly Rewrite[] {
  const { block, operator } = conditionAround(node) ?? {};
  const [from, key] = [memberValue(operator), operator?.children?.[0]];
  if (!block || !operator || !key || from?.type !== 'object') return [];
  const target = findMember(block, alike(to));
  if (!target) return [{ title: use(to), edits: [replaceScalar(key, to)] }];
  const [into, members] = [memberValue(target), from.children ?? []];
  if (into?.type !== 'object') return [];
  const both = members.filter((member) => findMember(into, alike(memberKey(member))));
  if (both.some((member) => valuesOf(member) !== valuesOf(findMember(into, alike(memberKey(member))))))
    return [];
  const moved = members.filter((member) => !both.includes(member));
  return [{ title: use(to), edits: [...removeNodes([operator]), ...joinMembers(text, into, moved)] }];
}

/** One edit, since all of it goes to one place. */
function joinMembers(text: string, into: Node, members: readonly Node[]): readonly JsonEdit[] {
  const edits = members.flatMap((member) => {
    const value = memberValue(member);
    return value ? [appendMember(text, into, memberKey(member), copiedText(text, value))] : [];
  });
  const [first] = edits;
  if (!first) return [];
  const isEmpty = into.children?.length === 0;
  return [{ ...first, text: edits.map((edit) => edit.text).join(isEmpty ? ',' : '') }];
}

export const conditionFixes: readonly Fixer[] = [
  {
    codes: ['EQUIVALENT_TO_NULL_FALSE'],
    rewrites: (site) =>
      move(
        site,
        () => 'Use Null to check that the key is present',
        () => 'Null',
        'false',
      ),
  },
  {
    codes: ['EQUIVALENT_TO_NULL_TRUE'],
    rewrites: (site) =>
      move(
        site,
        () => 'Use Null to check that the key is absent',
        () => 'Null',
        'true',
      ),
  },
  {
    codes: ['STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS'],
    rewrites: (site) => move(site, use, (operator) => operator.replace(/String(Not)?Like/i, 'Arn$1Like')),
  },
  {
    codes: ['WILDCARD_WITHOUT_LIKE_OPERATOR'],
    rewrites: (site) =>
      move(site, use, (operator) => operator.replace(/String(Not)?Equals(?:IgnoreCase)?/i, 'String$1Like')),
  },
  {
    codes: ['FORALLVALUES_WITH_SINGLE_VALUED_KEY'],
    rewrites: (site) => move(site, use, withoutQualifier),
  },
  {
    codes: ['MISSING_QUALIFIER'],
    rewrites: (site) =>
      ['ForAnyValue', 'ForAllValues'].flatMap((qualifier) =>
        move(site, use, (operator) => `${qualifier}:${operator}`),
      ),
  },
  { codes: ['NULL_WITH_QUALIFIER', 'NULL_WITH_IF_EXISTS'], rewrites: (site) => renamed(site, 'Null') },
  {
    codes: ['DEPRECATED_GLOBAL_CONDITION_KEY', 'UNSUPPORTED_GLOBAL_CONDITION_KEY'],
    rewrites: ({ node }) => {
      const { operator, member } = conditionAround(node) ?? {};
      const key = member?.children?.[0];
      if (!operator || !member || !key) return [];
      const [title, there] = [
        'Use aws:PrincipalArn',
        findMember(memberValue(operator), alike('aws:PrincipalArn')),
      ];
      if (!there) return [{ title, edits: [replaceScalar(key, 'aws:PrincipalArn')] }];
      return valuesOf(there) === valuesOf(member) ? [{ title, edits: removeMember(operator, member) }] : [];
    },
  },
  {
    codes: ['SPB_FORALLVALUES_WITHOUT_NULL'],
    rewrites: ({ text, node }) => {
      const { block, operator, member } = conditionAround(node) ?? {};
      if (!block || !member) return [];
      const [key, found] = [memberKey(member), findMember(block, alike('Null'))];
      const title = 'Require the key with Null';
      const into = memberValue(found);
      if (!into) {
        const added = addMember(text, block, 'Null', objectText([[key, scalarText('false')]]), operator);
        return [{ title, edits: [added] }];
      }
      if (into.type !== 'object' || findMember(into, alike(key))) return [];
      return [{ title, edits: [appendMember(text, into, key, scalarText('false'))] }];
    },
  },
  {
    codes: ['PASS_ROLE_WITH_STAR_IN_RESOURCE'],
    rewrites: ({ text, node }) => {
      const statement = statementAround(node);
      if (!statement || !allowsOnlyPassRole(statement)) return [];
      return [
        { title: 'Allow passing roles to SageMaker only', edits: [passedToSageMaker(text, statement)] },
      ];
    },
  },
];

/** True when a statement allows nothing but passing a role. */
function allowsOnlyPassRole(statement: Node): boolean {
  const actions = memberValue(findMember(statement, (key) => key === 'Action'));
  const entries = actions?.type === 'array' ? (actions.children ?? []) : actions ? [actions] : [];
  return (
    entries.length > 0 &&
    entries.every(({ value }) => typeof value === 'string' && alike('iam:PassRole')(value))
  );
}

function passedToSageMaker(text: string, statement: Node): JsonEdit {
  const [key, service] = ['iam:PassedToService', scalarText('sagemaker.amazonaws.com')];
  const condition = memberValue(findMember(statement, (name) => name === 'Condition'));
  if (condition?.type !== 'object')
    return appendMember(
      text,
      statement,
      'Condition',
      objectText([['StringEquals', objectText([[key, service]])]]),
    );
  const block = memberValue(findMember(condition, alike('StringEquals')));
  return block?.type === 'object'
    ? appendMember(text, block, key, service)
    : appendMember(text, condition, 'StringEquals', objectText([[key, service]]));
}
