import type { Draft } from '../../model/draft.ts';
import { valuesOfRole } from '../../draft/roleInstances.ts';
import { selectedPersonas } from '../../draft/selection.ts';
import { findVariable, type Ruleset, variableOfPlaceholder } from '../../library/ruleset.ts';
import { environmentValueProblem } from '../../compose/environmentValues.ts';
import { openPlaceholders, variablesInUse } from '../../compose/variablesInUse.ts';
import { type Reading, readVariables } from '../../compose/variableReadings.ts';
import type { Variable } from '../../library/variables/variable.ts';
import type { Block, Lines, ReportText } from '../report.ts';
import { codeSpan, codeSpans, paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

/**
 * Every variable that the policies use with what was given for it, also for one role or one environment, and every placeholder that is
 * still in them.
 */
export const valuesSection: ReportPart = {
  id: 'values',
  title: 'Values',
  blocks({ draft, delivered: { documents }, ruleset }) {
    const used = variablesInUse(draft, ruleset);
    const open = [...new Set(documents.flatMap(openPlaceholders))].sort();
    const readings = readVariables(draft, ruleset);
    const table: Block = {
      kind: 'table',
      caption: ['Values in use'],
      columns: [['Value'], ['Placeholder'], ['Entered']],
      rows: used.map((variable) => [
        oneLineCell(variable.label),
        [codeSpans(variable.placeholders.map((name) => `<${name}>`))],
        givenFor(variable, readings.byVariable.get(variable.id), draft),
      ]),
    };
    return [
      open.length === 0
        ? paragraph('All values are valid. The policies contain no placeholders.')
        : paragraph('IAM rejects policies with missing values: ', ...named(open, ruleset), '.'),
      ...(used.length === 0 ? [] : [table]),
      ...valuesTable('Values of one role', 'Role', ofRoles(draft, ruleset), ruleset),
      ...valuesTable('Values by environment', 'Environment', ofEnvironments(draft, ruleset), ruleset),
    ];
  },
};

/** `Account ID <ACCOUNT_ID>`: the name of the field, and its placeholder in the policies. */
const named = (placeholders: readonly string[], ruleset: Ruleset): ReportText =>
  placeholders.flatMap((written, index) => {
    const label = variableOfPlaceholder(written.slice(1, -1), ruleset)?.label;
    return [index === 0 ? '' : ', ', label === undefined ? '' : `${label} `, codeSpan(written)];
  });

/** A value of one role or one environment, and the rule that it breaks: then it is not used. */
interface OwnValue {
  readonly owner: string;
  readonly variable: string;
  readonly value: string;
  readonly rule: string | undefined;
}

const ofRoles = (draft: Draft, ruleset: Ruleset): readonly OwnValue[] =>
  selectedPersonas(draft, ruleset).flatMap(({ id, title }) => {
    const { byVariable } = readVariables(draft, ruleset, id);
    return Object.entries(valuesOfRole(draft, id)).flatMap(([variable, values]) =>
      values.map((value, index) => ({
        owner: title,
        variable,
        value,
        rule: byVariable.get(variable)?.invalid.find((entry) => entry.index === index)?.rule,
      })),
    );
  });

const ofEnvironments = (draft: Draft, ruleset: Ruleset): readonly OwnValue[] =>
  (draft.environments ?? []).flatMap((environment) =>
    Object.entries(environment.values).map(([variable, value]) => ({
      owner: environment.name,
      variable,
      value,
      rule: environmentValueProblem(environment, variable, draft, ruleset),
    })),
  );

/** Nothing where nothing is entered. */
function valuesTable(
  caption: string,
  owner: string,
  entered: readonly OwnValue[],
  ruleset: Ruleset,
): readonly Block[] {
  const rows = entered.filter(({ value }) => value.trim() !== '');
  if (rows.length === 0) return [];
  const cells = rows.map(({ owner: name, variable, value, rule }) => [
    oneLineCell(name),
    oneLineCell(findVariable(variable, ruleset)?.label ?? variable),
    [[codeSpan(value.trim()), ...(rule === undefined ? [] : [` (not used: ${rule})`])]],
  ]);
  return [{ kind: 'table', caption: [caption], columns: [[owner], ['Value'], ['Entered']], rows: cells }];
}

function givenFor(variable: Variable, reading: Reading | undefined, draft: Draft): Lines {
  const placeholders = codeSpans(variable.placeholders.map((name) => `<${name}>`));
  if (!reading || reading.state === 'unfilled') return [['missing: ', ...placeholders]];
  if (reading.state === 'default') return [['default: ', ...codeSpans(variable.default ?? [])]];
  const entered = (draft.variables[variable.id] ?? []).map((value) => value.trim());
  const first = entered.findIndex((value) => value !== '');
  return entered.flatMap((value, index): Lines => {
    if (value === '' || (!variable.many && index !== first)) return [];
    const broken = reading.invalid.find((entry) => entry.index === index);
    return [broken ? notUsed(value, broken.rule, placeholders) : [codeSpan(value)]];
  });
}

const notUsed = (value: string, rule: string, placeholders: ReportText): ReportText => [
  'missing: ',
  ...placeholders,
  ' (not used: ',
  codeSpan(value),
  `. ${rule})`,
];
