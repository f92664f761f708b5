import { getNodeValue } from 'jsonc-parser';
import { layerOfType } from '../../exact/layerOfType.ts';
import { type Box, boxOf } from '../../exact/box.ts';
import { EffectProofs } from '../../exact/effectProofs.ts';
import { duplicates } from '../../language/parse.ts';
import { isReadableStatement } from '../../simulate/statementProblems.ts';
import type { Check, CheckContext, Rule } from '../check.ts';
import type { CheckedStatement } from '../checkedStatement.ts';
import { statements as examples, withCondition } from '../examples.ts';
import { fingerprint } from '../redundancy.ts';
import { ActionIndex } from './actionIndex.ts';

const LOGIC =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html';
const EVALUATION =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html';

const VPC = { StringEquals: { 'aws:SourceVpc': 'vpc-0123456789abcdef0' } };
const NO_VPC = { Null: { 'aws:SourceVpc': 'true' } };

const allowNeverRule: Rule = {
  code: 'SPB_ALLOW_NEVER_MATCHES',
  type: 'WARNING',
  message: 'This statement allows nothing: no request meets its conditions on {key}.',
  advice:
    'One request has to meet all conditions of a statement. To allow requests that meet any of them, put each condition in a separate statement.',
  invalid: withCondition({ ...VPC, ...NO_VPC }),
  valid: withCondition(VPC),
  source: LOGIC,
};
const denyNeverRule: Rule = {
  code: 'SPB_DENY_NEVER_MATCHES',
  type: 'SECURITY_WARNING',
  message: 'This statement denies nothing: no request meets its conditions on {key}.',
  advice:
    'One request has to meet all conditions of a statement. To deny requests that meet any of them, put each condition in a separate Deny statement.',
  invalid: withCondition({ ...VPC, ...NO_VPC }, { Effect: 'Deny' }),
  valid: withCondition(NO_VPC, { Effect: 'Deny' }),
  source: LOGIC,
};
const deniedRule: Rule = {
  code: 'SPB_ALLOW_ALWAYS_DENIED',
  type: 'WARNING',
  message: 'This statement allows nothing: {others} everything that it allows.',
  advice: 'An explicit deny overrides any allow. Remove the statement, or narrow what is denied.',
  invalid: examples([
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' },
    { Effect: 'Deny', Action: 's3:Get*', Resource: 'arn:aws:s3:::ml-input/*' },
  ]),
  valid: examples([
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' },
    { Effect: 'Deny', Action: 's3:Get*', Resource: 'arn:aws:s3:::ml-input/secret/*' },
  ]),
  source: EVALUATION,
};
const coveredRule: Rule = {
  code: 'SPB_STATEMENT_COVERED',
  type: 'SUGGESTION',
  message: 'This statement is redundant: {others} everything that it covers.',
  advice: 'Remove it. Access doesn’t change.',
  invalid: examples([
    { Effect: 'Allow', Action: 's3:Get*', Resource: '*' },
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' },
  ]),
  valid: examples([
    { Effect: 'Allow', Action: 's3:Get*', Resource: '*', Condition: VPC },
    { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' },
  ]),
  source: EVALUATION,
};

/** So few that a keystroke is not slow; what is not proven within them is not reported. */
const STEPS = 8_000;
/** More than a policy within its quotas has in one statement. */
const MOST_ENTRIES = 400;

/** The statements of a policy as boxes, made when one is asked about. */
class Statements {
  private readonly context: CheckContext;
  private readonly variables: boolean;
  private readonly boxes = new Map<CheckedStatement, Box | undefined>();
  private proofs: EffectProofs | undefined;

  constructor(context: CheckContext) {
    this.context = context;
    this.variables = context.version === '2012-10-17';
  }

  boxOf(statement: CheckedStatement): Box | undefined {
    if (!this.boxes.has(statement)) this.boxes.set(statement, this.read(statement));
    return this.boxes.get(statement);
  }

  private read({ node, actions, resources }: CheckedStatement): Box | undefined {
    if (actions.length + resources.length > MOST_ENTRIES) return undefined;
    const value: unknown = getNodeValue(node);
    const isRead =
      isReadableStatement(value, layerOfType[this.context.type]) && duplicates(node).length === 0;
    return isRead ? boxOf(value, this.variables) : undefined;
  }

  /** The first of the statements, or all together, if they cover a statement. */
  coverOf(statement: CheckedStatement, by: readonly CheckedStatement[]): readonly CheckedStatement[] {
    const box = this.boxOf(statement);
    const others = by.flatMap((other) => {
      const otherBox = this.boxOf(other);
      return otherBox ? [{ statement: other, box: otherBox }] : [];
    });
    if (!box || others.length === 0) return [];
    const isCovered = (some: readonly (typeof others)[number][]) =>
      this.proven().isCovered(
        box,
        some.map((other) => other.box),
      );
    if (!isCovered(others)) return [];
    const single = others.find((other) => isCovered([other]));
    return (single ? [single] : needed(others, isCovered)).map((other) => other.statement);
  }

  private proven(): EffectProofs {
    const boxes = () => this.context.statements.flatMap((statement) => this.boxOf(statement) ?? []);
    this.proofs ??= new EffectProofs(boxes(), { steps: STEPS });
    return this.proofs;
  }
}

/** Those of which none can be left out. */
function needed<Value>(
  all: readonly Value[],
  suffice: (some: readonly Value[]) => boolean,
): readonly Value[] {
  let left = all;
  for (const one of all) {
    const rest = left.filter((other) => other !== one);
    if (suffice(rest)) left = rest;
  }
  return left;
}

const nodesOf = (found: readonly CheckedStatement[]) => found.map(({ node }) => node);

const inWords = (found: readonly CheckedStatement[], verb: 'deny' | 'cover'): string => {
  const numbers = found.map(({ index }) => index + 1).toSorted((one, other) => one - other);
  if (numbers.length === 1) return `statement ${numbers[0]} ${verb === 'deny' ? 'denies' : 'covers'}`;
  return `statements ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)} together ${verb}`;
};

/** Whether conditions can contradict each other at all: two of them ask about one key. */
function asksTwice({ conditions, resources }: CheckedStatement): boolean {
  const keys = conditions.map(({ lowerKey }) => lowerKey);
  if (new Set(keys).size < keys.length) return true;
  return keys.some((key) => resources.some(({ text }) => text.toLowerCase().includes(`\${${key}`)));
}

function checkConditions(context: CheckContext, statements: Statements): void {
  for (const statement of context.statements) {
    const accounts = accountsOf(statement);
    if (!statement.effect || (accounts.length === 0 && !asksTwice(statement))) continue;
    const box = statements.boxOf(statement);
    const asked = box && withAccounts(box, accounts);
    const key =
      asked && new EffectProofs([asked], { steps: STEPS, catalog: context.catalog }).impossibleKey(asked);
    const [first, ...others] = statement.conditions.filter(({ lowerKey }) => lowerKey === key);
    if (!first) continue;
    const rule = statement.effect === 'Deny' ? denyNeverRule : allowNeverRule;
    context.report(
      rule,
      first.keyNode,
      { key: first.key },
      others.map(({ keyNode }) => keyNode),
    );
  }
}

const RESOURCE_ACCOUNT = 'aws:ResourceAccount';

/** The accounts of a statement's resources, where it asks for the account besides and each of them says it. */
function accountsOf({ conditions, resources }: CheckedStatement): readonly string[] {
  if (!conditions.some(({ lowerKey }) => lowerKey === RESOURCE_ACCOUNT.toLowerCase())) return [];
  const accounts = resources.map(({ text }) => /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1]);
  return accounts.flatMap((account) => account ?? []).length === accounts.length
    ? accounts.flatMap((account) => account ?? [])
    : [];
}

/** The same statement, with the account that the ARNs of its resources have as a condition. */
function withAccounts(box: Box, accounts: readonly string[]): Box {
  if (accounts.length === 0) return box;
  const { Condition = {}, ...rest } = box.statement;
  const implied = { [IMPLIED]: { [RESOURCE_ACCOUNT]: accounts } };
  return boxOf({ ...rest, Condition: { ...implied, ...Condition } }, box.variables);
}

/** In upper and lower case that no one uses, so that it doesn’t replace a key of the statement. */
const IMPLIED = 'stringEQUALSifEXISTS';

function checkDenied(context: CheckContext, statements: Statements): ReadonlySet<CheckedStatement> {
  const found = new Set<CheckedStatement>();
  const denials = new ActionIndex(context.statements.filter(({ effect }) => effect === 'Deny'));
  for (const statement of context.statements) {
    if (statement.effect !== 'Allow') continue;
    const by = statements.coverOf(statement, denials.mayCover(statement));
    if (by.length === 0) continue;
    found.add(statement);
    context.report(deniedRule, statement.node, { others: inWords(by, 'deny') });
  }
  return found;
}

/** From the last to the first: of statements that cover each other, the first stays. */
function checkCovered(
  context: CheckContext,
  statements: Statements,
  dead: ReadonlySet<CheckedStatement>,
): void {
  for (const effect of ['Allow', 'Deny'] as const) {
    let left = context.statements.filter((one) => one.effect === effect && !dead.has(one));
    const index = new ActionIndex(left);
    for (const statement of left.toReversed()) {
      const others = index.mayCover(statement).filter((other) => left.includes(other));
      const by = statements.coverOf(statement, others);
      if (by.length === 0) continue;
      left = left.filter((one) => one !== statement);
      // Another rule reports a statement that is the same.
      if (by.some((other) => fingerprint(other.node) === fingerprint(statement.node))) continue;
      context.report(coveredRule, statement.node, { others: inWords(by, 'cover') }, nodesOf(by));
    }
  }
}

/** Statements without which access is the same, each proven for every request. */
export const deadStatements: Check = {
  rules: [allowNeverRule, denyNeverRule, deniedRule, coveredRule],
  run(context) {
    const statements = new Statements(context);
    checkConditions(context, statements);
    if (context.statements.length > 1) checkCovered(context, statements, checkDenied(context, statements));
  },
};
