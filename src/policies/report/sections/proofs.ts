import type { ProofResult } from '../../proofs/run.ts';
import { notAskedInWords, ownerInWords, taskInWords } from '../../proofs/words.ts';
import type { Decision } from '../../simulate/decision.ts';
import { shownVerdict } from '../../simulate/otherReading.ts';
import { dependsOnReading, verdictWords } from '../../simulate/words.ts';
import type { NoAnswer } from '../input.ts';
import type { Block, Lines } from '../report.ts';
import { code, paragraph, words } from '../text.ts';
import type { ReportPart } from './part.ts';

/** Calls that must be allowed or denied with what the policies do, and whole tasks call by call. */
export const proofs: ReportPart = {
  id: 'proofs',
  title: 'Proofs',
  blocks({ proofs: asked }) {
    if (asked.state !== 'asked') return [paragraph(notProved(asked))];
    const { results, tasks, withExamples } = asked;
    if (results.length === 0) return [paragraph('No persona is chosen, so there is nothing to prove.')];
    const owners = [...new Set(results.map(({ owner }) => ownerInWords(owner)))];
    return [
      paragraph(
        `${proofCounts(results)}. Each is a call that was decided by the policies of this report, as IAM decides.`,
      ),
      ...(withExamples
        ? [
            paragraph(
              'Values that are open were filled with examples for this; the proofs are not of the real values.',
            ),
          ]
        : []),
      ...owners.map((owner) =>
        proofTable(
          owner,
          results.filter((result) => ownerInWords(result.owner) === owner),
        ),
      ),
      {
        kind: 'table',
        caption: ['Whole tasks'],
        columns: [['Task'], ['Outcome']],
        rows: tasks.map((task) => [words(task.scenario.title), words(taskInWords(task))]),
      },
    ];
  },
};

const notProved = ({ state }: NoAnswer): string =>
  state === 'pending'
    ? '? Not proved: the proofs were not finished when this was made.'
    : '? Not proved: the proofs could not be asked.';

const numberOf = (results: readonly ProofResult[], ...states: readonly ProofResult['state'][]): number =>
  results.filter(({ state }) => states.includes(state)).length;

/** `✗ 1 fails, ✓ 40 hold, – 3 not asked`. */
export function proofCounts(results: readonly ProofResult[]): string {
  const fails = numberOf(results, 'fails', 'error');
  const unknown = numberOf(results, 'unknown');
  const holds = numberOf(results, 'holds');
  const notAsked = numberOf(results, 'notAsked');
  const parts = [
    fails > 0 && `✗ ${fails} ${fails === 1 ? 'fails' : 'fail'}`,
    unknown > 0 && `? ${unknown} unknown`,
    `✓ ${holds} ${holds === 1 ? 'holds' : 'hold'}`,
    notAsked > 0 && `– ${notAsked} not asked`,
  ];
  return parts.filter(Boolean).join(', ');
}

const RANK = { fails: 0, error: 0, unknown: 1, holds: 2, notAsked: 3 } as const;

const RESULTS = { fails: '✗ fails', error: '✗ fails', unknown: '? unknown', holds: '✓ holds' } as const;

/** Those that fail first. */
function proofTable(owner: string, results: readonly ProofResult[]): Block {
  return {
    kind: 'table',
    caption: [`Proofs: ${owner}`],
    columns: [['Result'], ['Call'], ['Asked of'], ['Must be'], ['Is']],
    rows: results.toSorted((one, other) => RANK[one.state] - RANK[other.state]).map(proofRow),
  };
}

function proofRow(result: ProofResult): readonly Lines[] {
  const { proof } = result;
  const call: Lines = [[proof.title], [code(proof.action)]];
  if (result.state === 'notAsked')
    return [words('– not asked'), call, [], words(proof.expect), words(notAskedInWords(result.why, proof))];
  const { request, decision, state, owner } = result;
  const inFull = owner.kind === 'user' || state !== 'holds';
  const context = inFull ? Object.entries(request.context) : [];
  return [
    words(RESULTS[state]),
    call,
    [
      [code(request.resource.arn)],
      ...context.map(([key, value]): Lines[number] => [code(`${key} = ${[value].flat().join(', ')}`)]),
    ],
    words(proof.expect),
    words(resultInWords(decision)),
  ];
}

const resultInWords = ({ verdict, otherReading }: Decision): string =>
  otherReading && shownVerdict({ verdict, otherReading }) === 'unknown'
    ? dependsOnReading(otherReading)
    : verdictWords[verdict].toLowerCase();
