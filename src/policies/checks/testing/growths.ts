import { globMatcher } from '../../language/glob.ts';

/** Changes of a statement that let it allow more, or less, each by the way it is made. */

export type Fields = Readonly<Record<string, unknown>>;

export interface Change {
  readonly what: string;
  readonly statement: Fields;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textsOf = (value: unknown): readonly string[] =>
  [value].flat().filter((text: unknown) => typeof text === 'string');

const matches = (texts: readonly string[], text: string): boolean =>
  texts.some((pattern) => globMatcher(pattern.toLowerCase())(text.toLowerCase()));

const without = (fields: Fields, name: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));

/** In no statement of the tests; where a pattern matches it, it adds nothing. */
const NEW: Readonly<Record<string, string>> = {
  Action: 'braket:CreateQuantumTask',
  Resource: 'arn:aws:braket:eu-west-1:999988887777:quantum-task/new',
};
/** Entries of a list that are changed, each by itself. */
const MOST = 5;

const NEW_PRINCIPAL = 'arn:aws:iam::999988887777:role/New';

const change = (statement: Fields, name: string, value: unknown, what: string): Change => ({
  what: `${name}: ${what}`,
  statement: { ...statement, [name]: value },
});

/** The list with one entry more, and with an entry that covers all; as far as they are new. */
function longer(statement: Fields, name: string): readonly Change[] {
  const list = textsOf(statement[name]);
  const added = NEW[name];
  if (statement[name] === undefined || added === undefined || matches(list, added)) return [];
  const services = list.slice(0, MOST).map((text) => `${text.split(':')[0]}:*`);
  const opened = name === 'Action' ? services.filter((text) => !matches(list, text)) : [];
  return [
    change(statement, name, [...list, added], 'another one'),
    change(statement, name, '*', 'all'),
    ...opened.map((text) => change(statement, name, [...list, text], `${text} too`)),
    ...opened.flatMap((text, index) =>
      list[index]
        ? [change(statement, name, list.with(index, text), `${text} in place of ${list[index]}`)]
        : [],
    ),
  ];
}

/** The list without each entry that no other covers. */
function shorter(statement: Fields, name: string): readonly Change[] {
  const list = textsOf(statement[name]);
  if (list.length < 2) return [];
  return list.slice(0, MOST).flatMap((text, index) => {
    const rest = list.toSpliced(index, 1);
    return matches(rest, text) ? [] : [change(statement, name, rest, `without ${text}`)];
  });
}

function morePrincipals(statement: Fields): readonly Change[] {
  const { Principal } = statement;
  const aws = isFields(Principal) ? textsOf(Principal['AWS']) : [];
  if (Principal === undefined || Principal === '*' || aws.includes('*')) return [];
  const added = isFields(Principal) ? [{ ...Principal, AWS: [...aws, NEW_PRINCIPAL] }] : [];
  return [...added, '*'].map((value) => change(statement, 'Principal', value, JSON.stringify(value)));
}

/** Without each condition. One that always holds limits nothing, and its removal adds nothing. */
function fewerConditions(statement: Fields): readonly Change[] {
  const { Condition } = statement;
  if (!isFields(Condition)) return [];
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    !isFields(keys) || /^(?:Null|Bool|ForAll|Not|.*Not|.*IfExists)/.test(operator)
      ? []
      : Object.keys(keys).map((key) => {
          const rest = without(keys, key);
          const others =
            Object.keys(rest).length > 0 ? { ...Condition, [operator]: rest } : without(Condition, operator);
          const value = Object.keys(others).length > 0 ? others : undefined;
          const what = `without ${operator} ${key}`;
          return value
            ? change(statement, 'Condition', value, what)
            : { what: `Condition: ${what}`, statement: without(statement, 'Condition') };
        }),
  );
}

/** Further values of those operators for which one value is enough. */
function moreValues(statement: Fields): readonly Change[] {
  const { Condition } = statement;
  if (!isFields(Condition)) return [];
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    !isFields(keys) || !/^(?:String(?:Equals|Like)|Arn(?:Equals|Like))$/.test(operator)
      ? []
      : Object.entries(keys).flatMap(([key, values]) =>
          matches(textsOf(values), NEW_PRINCIPAL)
            ? []
            : [
                change(
                  statement,
                  'Condition',
                  { ...Condition, [operator]: { ...keys, [key]: [...textsOf(values), NEW_PRINCIPAL] } },
                  `${operator} ${key} has another value`,
                ),
              ],
        ),
  );
}

function oneConditionMore(statement: Fields): readonly Change[] {
  const { Condition = {} } = statement;
  if (!isFields(Condition) || Condition['StringEquals'] !== undefined) return [];
  const value = { ...Condition, StringEquals: { 'aws:PrincipalTag/new': 'new' } };
  return [change(statement, 'Condition', value, 'another one')];
}

const isDeny = ({ Effect }: Fields): boolean => typeof Effect === 'string' && /^deny$/i.test(Effect.trim());

const larger = (statement: Fields): readonly Change[] => [
  ...longer(statement, 'Action'),
  ...longer(statement, 'Resource'),
  ...shorter(statement, 'NotAction'),
  ...shorter(statement, 'NotResource'),
  ...morePrincipals(statement),
  ...fewerConditions(statement),
  ...moreValues(statement),
];

const smaller = (statement: Fields): readonly Change[] => [
  ...shorter(statement, 'Action'),
  ...shorter(statement, 'Resource'),
  ...oneConditionMore(statement),
];

/** Changes with which more is allowed: an Allow applies to more, a Deny to less. */
export const growths = (statement: Fields): readonly Change[] =>
  isDeny(statement) ? smaller(statement) : larger(statement);

/** Changes with which an Allow applies to less. A Deny has none: whether it should apply to more has to be asked again. */
export const shrinkings = (statement: Fields): readonly Change[] =>
  isDeny(statement) ? [] : smaller(statement);

/** The same in another form: another name, entries, keys and members in another order, one value as a list and not. */
export function rewritings(statement: Fields): readonly Change[] {
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length === 1 ? value[0] : value.toReversed();
    if (isFields(value))
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, entry]) => [key, isFields(entry) ? turned(entry) : [entry].flat().toReversed()]),
      );
    return value;
  };
  return [
    { what: 'another name', statement: { ...statement, Sid: 'AnotherName' } },
    {
      what: 'another form',
      statement: Object.fromEntries(
        Object.entries(statement)
          .toReversed()
          .map(([name, value]) => [name, turned(value)]),
      ),
    },
  ];
}
