import { operatorNames } from '../../language/conditionOperator.ts';
import { sequence } from './sequence.ts';

/** Small changes to a policy, of every kind that a fix makes or might make by mistake. */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapped = (fields: Fields, change: (value: unknown, name: string) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, change(value, name)]));

const EXTRA = [
  '*',
  'a*',
  'a',
  '',
  's3:Get*',
  's3:GetObject',
  'arn:aws:s3:::logs-*',
  'arn:aws:s3:::logs-?',
  'arn:aws:s3:::ml/*',
  'arn:aws:s3:::ml/${aws:username}*',
  '${aws:username}',
  'arn:aws:iam::111122223333:role/Reader',
  '203.0.113.0/24',
] as const;

const PRINCIPALS = { AWS: ['111122223333', 'arn:aws:iam::111122223333:role/Reader'] };

class Mutation {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = sequence(seed);
  }

  place(length: number): number {
    return Math.floor(this.#random() * length);
  }

  one<Value>(from: readonly [Value, ...Value[]]): Value {
    return from[this.place(from.length)] ?? from[0];
  }

  list(value: unknown): unknown {
    const list = [value].flat();
    const at = this.place(list.length);
    const other = this.one(EXTRA);
    return this.one([
      list.toSpliced(at, 1),
      [...list, other],
      list.map((entry, index) => (index === at ? other : entry)),
      list.toReversed(),
    ]);
  }

  keys(keys: unknown): unknown {
    if (!isFields(keys)) return keys;
    const name = Object.keys(keys)[this.place(Object.keys(keys).length)];
    if (this.place(3) === 0) return Object.fromEntries(Object.entries(keys).filter(([key]) => key !== name));
    return mapped(keys, (value, key) => (key === name ? this.list(value) : value));
  }

  operator(operator: string): string {
    const plain = operator.replace(/^For\w+:/i, '');
    return this.one([
      plain,
      `ForAllValues:${plain}`,
      `ForAnyValue:${plain}`,
      `${operator.replace(/IfExists$/, '')}IfExists`,
      operator.replace(/IfExists$/, ''),
      operator.replace('Equals', 'Like'),
      operator.replace(/String(Not)?Like/, 'Arn$1Like'),
      operatorNames[this.place(operatorNames.length)] ?? operator,
    ]);
  }

  condition(condition: unknown): unknown {
    if (!isFields(condition)) return { StringLike: { 'aws:username': 'a*' } };
    const chosen = this.place(Object.keys(condition).length);
    const entries = Object.entries(condition).flatMap(([operator, keys], index) =>
      index === chosen
        ? this.one<readonly (readonly [string, unknown])[]>([
            [],
            [[operator, this.keys(keys)]],
            [[this.operator(operator), keys]],
          ])
        : [[operator, keys] as const],
    );
    return Object.fromEntries(entries);
  }

  principal(value: unknown): unknown {
    return isFields(value)
      ? mapped(value, (names, kind) => (kind === 'AWS' ? this.list(names) : names))
      : PRINCIPALS;
  }

  statement(own: Fields): readonly Fields[] {
    const changed = (of: RegExp, change: (value: unknown) => unknown) => [
      mapped(own, (value, name) => (of.test(name) ? change(value) : value)),
    ];
    const condition = [{ ...own, Condition: this.condition(own['Condition']) }];
    return this.one<readonly Fields[]>([
      [],
      [own, own],
      [{ ...own, Effect: own['Effect'] === 'Allow' ? 'Deny' : 'Allow' }],
      changed(/Action$|Resource$/, (value) => this.list(value)),
      changed(/Action$/, (value) => this.list(value)),
      changed(/Resource$/, (value) => this.list(value)),
      changed(/Principal$/, (value) => this.principal(value)),
      condition,
      condition,
      condition,
    ]);
  }
}

/** The policy with one change, selected by a number. Sometimes the policy is unchanged. */
export function mutantOf(policy: Fields, seed: number): Fields {
  const mutation = new Mutation(seed);
  const statements = [policy['Statement']].flat().filter(isFields);
  const chosen = mutation.place(statements.length);
  return {
    ...policy,
    ...(mutation.place(10) === 0 ? { Version: mutation.one(['2012-10-17', '2008-10-17']) } : {}),
    Statement: statements.flatMap((own, at) => (at === chosen ? mutation.statement(own) : [own])),
  };
}
