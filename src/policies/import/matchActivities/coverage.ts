import type { StatementTemplate } from '../../library/activities/activity.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Statement } from '../../language/policy.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { expandTemplate } from '../../compose/expandTemplate.ts';
import { type Readings, readVariables } from '../../compose/variableReadings.ts';
import { isWithin, type Parts, partsOf } from './accessParts.ts';
import type { FormTemplate } from './sourceForms.ts';

/** The statements of a document that can be asked about. */
export interface Asked {
  readonly statements: readonly {
    readonly index: number;
    readonly statement: Statement;
    readonly parts: Parts;
  }[];
  readonly parts: readonly Parts[];
  /** Of the document's ARNs: what most of them name. */
  readonly common: Values;
  readonly partition: string;
  readonly ruleset: Ruleset;
}

/** Variable id → values. */
export type Values = Readonly<Record<string, readonly string[]>>;

export const readingsOf = (variables: Values, ruleset: Ruleset): Readings =>
  readVariables(createDraft({ variables }, ruleset), ruleset);

export interface Held {
  /** `raw`: as the guide has it, before the repair. */
  readonly state: 'present' | 'raw' | 'absent';
  readonly parts: readonly Parts[];
  /** Pairs of an action and a resource, and those that stand there as they are, not inside something wider. */
  readonly pairs: number;
  readonly tight: number;
}

/** Whether a document has all that a template makes of the values. */
export function isHeld({ template, raw }: FormTemplate, readings: Readings, { parts }: Asked): Held {
  const made = madeBy(template, readings);
  if (made.every((part) => isWithin(part, parts)))
    return { state: 'present', parts: made, ...countsOf(made, parts) };
  const before = raw ? madeBy(raw, readings) : [];
  if (before.length > 0 && before.every((part) => isWithin(part, parts)))
    return { state: 'raw', parts: before, ...countsOf(before, parts) };
  return { state: 'absent', parts: [], pairs: 0, tight: 0 };
}

const pairsOf = ({ actions, resources }: Parts): number => actions.length * resources.length;

function countsOf(made: readonly Parts[], parts: readonly Parts[]) {
  const pairs = made.reduce((sum, part) => sum + pairsOf(part), 0);
  const tight = made.reduce((sum, part) => sum + (isLiteral(part, parts) ? pairsOf(part) : 0), 0);
  return { pairs, tight };
}

/** Whether every resource of a statement stands in the others as it is, on the same condition. */
const isLiteral = ({ frame, condition, resources }: Parts, others: readonly Parts[]): boolean =>
  resources.every((resource) =>
    others.some(
      (other) => other.frame === frame && other.condition === condition && other.resources.includes(resource),
    ),
  );

const madeBy = (template: StatementTemplate, readings: Readings): readonly Parts[] =>
  expandTemplate(template, readings).flatMap(({ statement }) => partsOf(statement) ?? []);
