import type { StatementTemplate } from '../../library/activities/activity.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Statement } from '../../language/policy.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { expandTemplate } from '../../compose/expandTemplate.ts';
import { type Readings, readVariables } from '../../compose/variableReadings.ts';
import { isAccessWithin, type StatementAccess, accessOfStatement } from './statementAccess.ts';
import type { SourceTemplate } from './templateSources.ts';

/** The statements of a document that templates are compared with. */
export interface TargetDocument {
  readonly statements: readonly {
    readonly index: number;
    readonly statement: Statement;
    readonly parts: StatementAccess;
  }[];
  readonly parts: readonly StatementAccess[];
  /** Of the document's ARNs: what most of them name. */
  readonly common: VariableValues;
  readonly partition: string;
  readonly ruleset: Ruleset;
}

/** Variable id → values. */
export type VariableValues = Readonly<Record<string, readonly string[]>>;

export const readingsOf = (variables: VariableValues, ruleset: Ruleset): Readings =>
  readVariables(createDraft({ variables }, ruleset), ruleset);

export interface TemplateCoverage {
  /** `raw`: as the guide has it, before the repair. */
  readonly state: 'present' | 'raw' | 'absent';
  readonly parts: readonly StatementAccess[];
  /** Pairs of an action and a resource, and those that stand there as they are, not inside something wider. */
  readonly pairs: number;
  readonly tight: number;
}

/** Whether a document has all that a template makes of the values. */
export function templateCoverage(
  { template, raw }: SourceTemplate,
  readings: Readings,
  { parts }: TargetDocument,
): TemplateCoverage {
  const made = madeBy(template, readings);
  if (made.every((part) => isAccessWithin(part, parts)))
    return { state: 'present', parts: made, ...countsOf(made, parts) };
  const before = raw ? madeBy(raw, readings) : [];
  if (before.length > 0 && before.every((part) => isAccessWithin(part, parts)))
    return { state: 'raw', parts: before, ...countsOf(before, parts) };
  return { state: 'absent', parts: [], pairs: 0, tight: 0 };
}

const pairsOf = ({ actions, resources }: StatementAccess): number => actions.length * resources.length;

function countsOf(made: readonly StatementAccess[], parts: readonly StatementAccess[]) {
  const pairs = made.reduce((sum, part) => sum + pairsOf(part), 0);
  const tight = made.reduce((sum, part) => sum + (isLiteral(part, parts) ? pairsOf(part) : 0), 0);
  return { pairs, tight };
}

/** Whether the others have every resource of a statement as it is, on the same condition. */
const isLiteral = (
  { frame, condition, resources }: StatementAccess,
  others: readonly StatementAccess[],
): boolean =>
  resources.every((resource) =>
    others.some(
      (other) => other.frame === frame && other.condition === condition && other.resources.includes(resource),
    ),
  );

const madeBy = (template: StatementTemplate, readings: Readings): readonly StatementAccess[] =>
  expandTemplate(template, readings).flatMap(({ statement }) => accessOfStatement(statement) ?? []);
