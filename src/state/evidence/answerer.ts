import { accessMatrix } from '../../policies/access/matrix.ts';
import { askProofs, askScenarios } from '../../policies/accessTests/runProofs.ts';
import type { Catalog } from '../../policies/catalog/catalog.ts';
import { comparePermissions } from '../../policies/exact/compare.ts';
import type { PermissionChange } from '../../policies/exact/change.ts';
import type { Preset } from '../../policies/library/preset.ts';
import { builtIn, type Ruleset } from '../../policies/library/ruleset.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { servicesOf } from '../catalog/servicesOf.ts';
import { type AnsweringInTurns, NoData, type Turn } from '../workers/serve.ts';
import type {
  ComparisonAnswer,
  ComparisonQuestion,
  EvidenceAnswer,
  MatrixAnswered,
  MatrixQuestion,
  PostedQuestion,
  TestsAnswer,
  TestsQuestion,
} from './protocol.ts';

type Open = (address: string) => Promise<Catalog>;

/** What answers the questions of the page, without a worker around it. */
export function answerer(open: Open): AnsweringInTurns<PostedQuestion, EvidenceAnswer> {
  const rulesetWith = rulesetReader();
  return async (question, turn) => {
    switch (question.kind) {
      case 'tests':
        return runTests(question, rulesetWith(question.preset), turn);
      case 'matrix':
        return fillMatrix(question, rulesetWith(question.preset), await open(question.catalog));
      case 'comparison':
        return comparePairs(question, await open(question.catalog), turn);
      default:
        return question satisfies never;
    }
  };
}

/** Presets come with every question, and mostly it is the same one. */
function rulesetReader(): (preset: Preset | null) => Ruleset {
  let known: { readonly text: string; readonly ruleset: Ruleset } | undefined;
  return (preset) => {
    if (preset === null) return builtIn;
    const text = JSON.stringify(preset);
    known = known?.text === text ? known : { text, ruleset: rulesetOf(preset) };
    return known.ruleset;
  };
}

async function runTests(
  { tests, scenarios }: TestsQuestion,
  ruleset: Ruleset,
  turn: Turn,
): Promise<TestsAnswer> {
  return {
    kind: 'tests',
    results: await inTurns(askProofs(tests.draft, tests.documents, ruleset), turn),
    tasks: await inTurns(askScenarios(scenarios.draft, scenarios.documents, ruleset), turn),
  };
}

const SERVICE = 'sagemaker';

async function fillMatrix(
  { filled: { draft, documents }, context }: MatrixQuestion,
  ruleset: Ruleset,
  catalog: Catalog,
): Promise<MatrixAnswered> {
  await catalog.load(SERVICE);
  const matrix = accessMatrix(draft, documents, catalog, context, ruleset, SERVICE);
  if (!matrix) throw new NoData(SERVICE);
  return { kind: 'matrix', matrix };
}

async function comparePairs(
  { pairs }: ComparisonQuestion,
  catalog: Catalog,
  turn: Turn,
): Promise<ComparisonAnswer> {
  const services = servicesOf(pairs.flatMap(({ before, after }) => [...before, ...after]));
  await Promise.all(services.map((prefix) => catalog.load(prefix)));
  return { kind: 'comparison', changes: await inTurns(compared(pairs, catalog), turn) };
}

function* compared(
  pairs: ComparisonQuestion['pairs'],
  catalog: Catalog,
): Generator<readonly PermissionChange[]> {
  for (const { before, after } of pairs) yield comparePermissions(before, after, catalog);
}

/** How long an answer may take until others have their turn, in milliseconds. */
const SLICE_MS = 8;

async function inTurns<Item>(items: Iterable<Item>, turn: Turn): Promise<readonly Item[]> {
  const found: Item[] = [];
  let from = performance.now();
  for (const item of items) {
    found.push(item);
    if (performance.now() - from < SLICE_MS) continue;
    await turn();
    from = performance.now();
  }
  return found;
}
