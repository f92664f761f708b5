import type { GuaranteeResult } from '../../guarantees/guaranteeResult.ts';
import {
  guaranteesInWords,
  summarizeGuarantees,
  type GuaranteeSummary,
} from '../../guarantees/guaranteeSummary.ts';
import {
  guaranteeOwnerInWords,
  guaranteeStateNames,
  roleInWords,
  subjectInWords,
  undecidedInWords,
} from '../../guarantees/guaranteeWords.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Draft } from '../../model/draft.ts';
import type { NoAnswer, ReportedGuarantees, ComputedInput } from '../input.ts';
import type { Block, Lines } from '../report.ts';
import { codeSpan, oneLineCell, paragraph } from '../text.ts';
import type { ReportPart } from './part.ts';

/** What holds for every request, with a request for each that is violated. */
export const guaranteesSection: ReportPart = {
  id: 'guarantees',
  title: 'Guarantees',
  blocks({ guarantees: asked = { state: 'pending' }, ruleset, draft, made, catalog }) {
    if (asked.state !== 'asked') return [paragraph(notComputed(asked))];
    const { results } = asked;
    if (results.length === 0)
      return [paragraph('No persona and no guardrail is selected, so there are no guarantees.')];
    const data = catalog ? ` with IAM data ${catalog.dataDate}` : '';
    const owners = [...new Set(results.map(({ owner }) => guaranteeOwnerInWords(owner, ruleset)))];
    return [
      paragraph(
        `${guaranteeLine(asked)}. Each guarantee is a statement about every possible request, computed by SageMaker Policy Builder ${made.page}${data}.`,
      ),
      ...owners.map((owner) =>
        guaranteeTable(
          owner,
          results.filter((result) => guaranteeOwnerInWords(result.owner, ruleset) === owner),
          { ruleset, draft },
        ),
      ),
    ];
  },
};

const notComputed = ({ state }: NoAnswer): string =>
  state === 'pending'
    ? '? Not computed: the guarantees weren’t finished when this report was created.'
    : '? Not computed: the guarantees couldn’t be computed.';

const marks: Readonly<Record<GuaranteeSummary['outcome'], string>> = {
  none: '',
  proven: '✓ ',
  partial: '! ',
  violated: '✗ ',
};

/** `! 33 proven, 1 undecided`: the same count as on the page. */
export function guaranteeLine(asked: ReportedGuarantees | undefined): string {
  if (asked?.state !== 'asked') return '? Not computed';
  const summary = summarizeGuarantees(asked.results);
  return `${marks[summary.outcome]}${guaranteesInWords(summary)}`;
}

const RANK = { violated: 0, undecided: 1, noPolicy: 2, proven: 3 } as const;
const signs = { violated: '✗', undecided: '?', noPolicy: '–', proven: '✓' } as const;

interface About {
  readonly ruleset: Ruleset;
  readonly draft: Draft;
}

/** Those that need a look first. */
const guaranteeTable = (owner: string, results: readonly GuaranteeResult[], about: About): Block => ({
  kind: 'table',
  caption: [`Guarantees: ${owner}`],
  columns: [['Answer'], ['Guarantee'], ['Why']],
  rows: results
    .toSorted((one, other) => RANK[one.answer.state] - RANK[other.answer.state])
    .map((result) => [
      oneLineCell(`${signs[result.answer.state]} ${guaranteeStateNames[result.answer.state].toLowerCase()}`),
      sentenceOf(result, about),
      whyOf(result, about),
    ]),
});

/** A guarantee of the user or an organization is listed with its question. */
function sentenceOf({ id, owner, sentence }: GuaranteeResult, { draft, ruleset }: About): Lines {
  const written =
    owner.kind === 'user' ? draft.guarantees : owner.kind === 'preset' ? ruleset.preset?.guarantees : [];
  const own = written?.find((one) => one.id === id);
  return [[sentence], ...(own ? [[codeSpan(subjectInWords(own))]] : [])];
}

function whyOf(result: GuaranteeResult, { ruleset }: About): Lines {
  const { answer } = result;
  const role = roleInWords(result, ruleset);
  const whose: Lines = role === undefined ? [] : [[role]];
  if (answer.state === 'undecided') return [...whose, [undecidedInWords(answer.because, ruleset)]];
  if (answer.state === 'noPolicy') return [['This set has no policy that it applies to.']];
  return answer.state === 'violated' ? [...whose, ...requestOf(answer.violation.request)] : [];
}

type Request = Extract<GuaranteeResult['answer'], { state: 'violated' }>['violation']['request'];

const requestOf = ({ principal, action, resource, context }: Request): Lines => [
  ['Allowed, for example: ', codeSpan(action), ' on ', codeSpan(resource.arn), ' by ', codeSpan(principal)],
  ...Object.entries(context).map(([key, value]): Lines[number] => [
    codeSpan(`${key} = ${[value].flat().join(', ')}`),
  ]),
];

/** What the head of the report says of them; nothing where there are none. */
export const guaranteeRows = ({
  guarantees: asked,
}: ComputedInput): readonly (readonly [string, string])[] =>
  asked ? [['Guarantees', guaranteeLine(asked)]] : [];
