import { builtIn } from '../library/builtIn.ts';
import { isPattern } from '../language/glob.ts';
import { isVariablePlaceholder } from '../library/ruleset.ts';
import type { Check, CheckContext, Rule } from './check.ts';
import { identity } from './examples.ts';
import { matchedActions, splitAction } from '../catalog/lookup.ts';
import type { TextEntry } from '../language/textEntries.ts';

const GOOD = identity({});

const invalidActionRule: Rule = {
  code: 'INVALID_ACTION',
  type: 'ERROR',
  message: 'The action {action} doesn’t exist.',
  advice:
    'Check the spelling. A pattern must match at least one action. Actions that AWS released after the date of the IAM data are also reported.',
  invalid: identity({ Action: 's3:GetObjects' }),
  valid: identity({ Action: ['S3:getobject', 's3:Get*'] }),
};
const invalidServiceRule: Rule = {
  code: 'INVALID_SERVICE_IN_ACTION',
  type: 'ERROR',
  message: 'The service prefix {service} doesn’t exist.',
  advice: 'Check the prefix. It often differs from the service name.',
  invalid: identity({ Action: 'sagmaker:CreateModel' }),
  valid: identity({ Action: 'deepracer:*' }),
};
export const wildcardServiceRule: Rule = {
  code: 'WILDCARD_IN_SERVICE_NAME',
  type: 'SUGGESTION',
  message: 'The service prefix in {text} contains a wildcard.',
  advice: 'It can match services that you didn’t intend. List each service.',
  invalid: identity({ Resource: 'arn:aws:s*:::ml-input/*' }),
  valid: GOOD,
};

/**
 * A placeholder of the wizard as a whole action: a list with nothing in it yet. It is asked for as a value, and is no unknown action.
 * The worker that checks knows the built-in library alone.
 */
const isMissing = (text: string, { placeholders }: CheckContext): boolean =>
  placeholders === 'open' && isVariablePlaceholder(text, builtIn);

function run(context: CheckContext, { text, node }: TextEntry): void {
  const { report, catalog } = context;
  if (text === '*' || text.includes('${') || isMissing(text, context)) return;
  const matched = matchedActions(catalog, text);
  if (matched) {
    if (matched.length === 0) report(invalidActionRule, node, { action: text });
    return;
  }
  const [prefix] = splitAction(text);
  if (prefix === '') return report(invalidActionRule, node, { action: text });
  if (isPattern(prefix)) return report(wildcardServiceRule, node, { text });
  const state = catalog.state(prefix);
  if (state === 'unknown') report(invalidServiceRule, node, { service: prefix });
  else if (state !== 'retired') context.notChecked(prefix, node);
}

export const actions: Check = {
  rules: [invalidActionRule, invalidServiceRule, wildcardServiceRule],
  run(context) {
    for (const statement of context.statements) {
      for (const entry of statement.actions) run(context, entry);
      for (const entry of statement.notActions) run(context, entry);
    }
  },
};
