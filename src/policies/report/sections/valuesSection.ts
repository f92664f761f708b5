import type { Draft } from '../../model/draft.ts';
import { openPlaceholders, variablesInUse } from '../../compose/variablesInUse.ts';
import { type Reading, readVariables } from '../../compose/variableReadings.ts';
import type { Variable } from '../../library/variables/variable.ts';
import type { Block, Lines, Text } from '../report.ts';
import { codeSpan, codeSpans, paragraph, oneLineCell } from '../text.ts';
import type { ReportPart } from './part.ts';

/** Every variable that the policies stand on with what was given for it, and every placeholder that is still in them. */
export const values: ReportPart = {
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
        : paragraph(
            'Missing values. IAM rejects policies with these placeholders: ',
            ...codeSpans(open),
            '.',
          ),
      ...(used.length === 0 ? [] : [table]),
    ];
  },
};

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

const notUsed = (value: string, rule: string, placeholders: Text): Text => [
  'missing: ',
  ...placeholders,
  ' (not used: ',
  codeSpan(value),
  `. ${rule})`,
];
