import type { Node } from 'jsonc-parser';
import type { Check, CheckContext, Rule } from '../check.ts';
import { identity, statements } from '../examples.ts';
import type { StatementOfAction } from '../granted.ts';
import type { EscalationPath, Step } from './escalationPath.ts';
import { adviceOf, escalationPaths } from './escalationPaths.ts';
import { openStepsOf } from './escalationSteps.ts';
import { isEverything } from './reach.ts';

const rule: Rule = {
  code: 'SPB_PRIVILEGE_ESCALATION',
  type: 'SECURITY_WARNING',
  message: '{actions} isn’t restricted, so anyone with this policy can {gain}. To restrict it, {limit}.',
  advice:
    'This is privilege escalation: it grants more than this policy allows. Only a resource or condition for this path restricts it. Conditions on the network, other tags, or the service that runs the code don’t.',
  invalid: identity({ Action: 'iam:PutRolePolicy', Resource: '*' }),
  valid: statements([
    { Effect: 'Allow', Action: 'iam:PutRolePolicy', Resource: 'arn:aws:iam::111122223333:role/ml/Training' },
  ]),
  source: 'https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/',
};
const everythingRule: Rule = {
  code: 'SPB_EVERYTHING_ALLOWED',
  type: 'SECURITY_WARNING',
  message: 'The statement allows every action on every resource.',
  advice:
    'Anyone with this policy has full access to the account. List only the required services and actions.',
  invalid: identity({ Action: '*', Resource: '*' }),
  valid: identity({ Action: 's3:*' }),
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
};

type Openings = (step: Step) => readonly StatementOfAction[];

/** Steps are shared between paths: each is read once. */
function openings(context: CheckContext): Openings {
  const openingsByStep = new Map<Step, readonly StatementOfAction[]>();
  return (step) => {
    const found = openingsByStep.get(step) ?? openStepsOf(context, step);
    openingsByStep.set(step, found);
    return found;
  };
}

/** The open steps of a path, first those that it needs; nothing where the path is closed. */
function openSteps({ needs, oneOf = [] }: EscalationPath, openOf: Openings): readonly Step[] {
  const isOpen = (step: Step) => openOf(step).length > 0;
  if (!needs.every(isOpen)) return [];
  const others = oneOf.filter(isOpen);
  return oneOf.length > 0 && others.length === 0 ? [] : [...needs, ...others];
}

function run(context: CheckContext): void {
  const all = context.statements.find(
    ({ effect, actions, resources, conditions }) =>
      effect === 'Allow' &&
      conditions.length === 0 &&
      actions.some(isEverything) &&
      resources.some(isEverything),
  );
  if (all) return context.report(everythingRule, all.node);
  const openOf = openings(context);
  for (const path of escalationPaths) {
    const [first, ...others] = openSteps(path, openOf);
    if (!first) continue;
    const actions = inWords([first, ...others], path);
    const [at, ...also] = new Set([first, ...others].flatMap((step) => openOf(step).map(nodeOf)));
    const limit = adviceOf(path, [first, ...others])?.text ?? '';
    if (at) context.report(rule, at, { actions, gain: path.gain, limit }, also);
  }
}

const nodeOf = ({ entry, statement }: StatementOfAction): Node => entry?.node ?? statement.node;

/** `iam:PassRole with sagemaker:CreateModel or sagemaker:CreateTrainingJob`. */
function inWords(open: readonly Step[], { needs, oneOf }: EscalationPath): string {
  const names = open.map(({ action }) => action);
  const [first = '', ...others] = names;
  if (!oneOf) return others.length === 0 ? first : `${first} with ${others.join(' and ')}`;
  return `${names.slice(0, needs.length).join(' and ')} with ${names.slice(needs.length).join(' or ')}`;
}

const services: ReadonlySet<string> = new Set(
  escalationPaths.flatMap(({ needs }) => needs.map(({ action }) => action.split(':')[0] ?? '')),
);

/** Reads the paths only where the policy can hold one. */
const canHold = ({ statements: list }: CheckContext): boolean =>
  list.some(
    ({ effect, actions, elements }) =>
      effect === 'Allow' && (elements.has('NotAction') || actions.some(({ text }) => mayHold(text))),
  );

const mayHold = (action: string): boolean =>
  /^[^:]*[*?]/.test(action) || services.has(action.split(':')[0]?.toLowerCase() ?? '');

export const escalation: Check = {
  rules: [rule, everythingRule],
  run(context) {
    if (context.type === 'identity' && canHold(context)) run(context);
  },
};
