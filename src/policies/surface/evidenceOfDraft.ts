import type { AccessComparison, PolicyPair } from '../access/everyRequest/accessDifference.ts';
import { compareEveryRequest } from '../access/everyRequest/compareEveryRequest.ts';
import { type Headline, headlinesOf } from '../access/everyRequest/everyRequestWords.ts';
import { runTests, runScenarios } from '../accessTests/runTests.ts';
import type { TestResult, ScenarioResult } from '../accessTests/testResult.ts';
import { type TestSummary, summarize } from '../accessTests/testSummary.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { servicesOf } from '../catalog/servicesOf.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import { type DescribedFinding, describeFinding, policyTypeOf } from '../checks/described.ts';
import { servicesIn } from '../checks/servicesIn.ts';
import { suppressionOf } from '../checks/suppression.ts';
import { checkedRoles } from '../compose/checkedRoles.ts';
import { deliver } from '../compose/deliver.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import { comparePermissions } from '../exact/compare.ts';
import { isPolicyShaped } from '../exact/question/policyShape.ts';
import { exportFiles } from '../exports/exportFiles.ts';
import type { ExportedFile, Exporter, ExportSet } from '../exports/exporter.ts';
import type { GuaranteeResult } from '../guarantees/guaranteeResult.ts';
import { type GuaranteeSummary, summarizeGuarantees } from '../guarantees/guaranteeSummary.ts';
import { runGuarantees } from '../guarantees/runGuarantees.ts';
import { withParsedEdits } from '../handEdits/parsedEdits.ts';
import { printDocument } from '../handEdits/printDocument.ts';
import { builtIn } from './documentedLibrary.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { Draft } from '../model/draft.ts';
import { type AwsCommands, awsCommands } from '../report/awsCommands.ts';

export type { AccessComparison, PolicyPair } from '../access/everyRequest/accessDifference.ts';
export type { GuaranteeResult } from '../guarantees/guaranteeResult.ts';
export type { AwsCommand, AwsCommands } from '../report/awsCommands.ts';
export { kindWords, requestWords } from '../access/everyRequest/everyRequestWords.ts';
export { doesNotApply, summaryInWords } from '../accessTests/testSummary.ts';
export { answerInWords, ownerInWords, scenarioInWords, skipLine } from '../accessTests/testWords.ts';
export { guaranteesInWords } from '../guarantees/guaranteeSummary.ts';
export { guaranteeOwnerInWords, undecidedInWords } from '../guarantees/guaranteeWords.ts';

/** What the page shows of a draft, for tools outside: the same questions, asked in the same way. */

/** A policy of a draft as its text, with its findings; those that were suppressed with a reason are apart. */
export interface CheckedDocument {
  readonly document: ComposedDocument;
  readonly text: string;
  readonly open: readonly DescribedFinding[];
  readonly suppressed: readonly DescribedFinding[];
}

export interface DraftCheckOptions {
  readonly catalog: Catalog;
  /** `2026-11-30`. Without it, what depends on the day is not checked. */
  readonly today?: string;
}

/** The findings of every policy of a draft. The data on the services that a policy names is loaded first. */
export async function checkDraft(
  draft: Draft,
  { catalog, today }: DraftCheckOptions,
  ruleset = builtIn,
): Promise<readonly CheckedDocument[]> {
  const { parsed, rules, documents } = await delivered(draft, catalog, ruleset);
  const rolesFor = checkedRoles(parsed, documents, rules);
  return Promise.all(
    documents.map(async (document) => {
      const { text } = printDocument(document);
      await loadServices(servicesIn(text), catalog);
      const found = checkPolicy(text, policyTypeOf[document.kind], {
        catalog,
        placeholders: 'open',
        roles: rolesFor(document),
        ...(today === undefined ? {} : { today }),
      });
      const isSuppressed = (finding: DescribedFinding) =>
        suppressionOf(parsed.accepted, document.partOf ?? document.id, finding, document.policy).state ===
        'suppressed';
      const findings = found.map((finding) => describeFinding(finding, document.kind, catalog));
      return {
        document,
        text,
        open: findings.filter((finding) => !isSuppressed(finding)),
        suppressed: findings.filter(isSuppressed),
      };
    }),
  );
}

export interface DraftTests {
  readonly results: readonly TestResult[];
  readonly scenarios: readonly ScenarioResult[];
  readonly summary: TestSummary;
  /** Example values stand in for missing ones. */
  readonly withExamples: boolean;
}

/** Runs the tests and scenarios of a draft, with examples in place of missing values; scenarios keep the roles as they are. */
export async function testDraft(draft: Draft, catalog: Catalog, ruleset = builtIn): Promise<DraftTests> {
  const given = withParsedEdits(draft);
  const rules = withRoleInstances(ruleset, given);
  const filled = fillExamples(given, rules);
  const butRoles = fillExamples(given, rules, 'butRoles');
  const tests = await delivered(filled, catalog, ruleset);
  const steps = await delivered(butRoles, catalog, ruleset);
  const results = runTests(tests.parsed, tests.documents, tests.rules);
  const scenarios = runScenarios(steps.parsed, steps.documents, steps.rules);
  return { results, scenarios, summary: summarize(results, scenarios), withExamples: filled !== given };
}

export interface DraftGuarantees {
  readonly results: readonly GuaranteeResult[];
  readonly summary: GuaranteeSummary;
}

/**
 * Answers the guarantees of a draft for every request: of its personas and guardrails, of an organization's preset, and its own.
 * Missing values are placeholders: an answer that depends on one is `undecided` and names it. Comes back with a result for each
 * guarantee, violated ones with the request that shows it, and their sum. Never throws: what can't be read is `undecided`, and of
 * services whose data isn't there, no action has a name.
 */
export async function proveDraft(
  draft: Draft,
  catalog: Catalog,
  ruleset = builtIn,
): Promise<DraftGuarantees> {
  const { parsed, rules, documents } = await delivered(draft, catalog, ruleset);
  await loadServices(servicesOf(policiesOf(documents)), catalog);
  const results = runGuarantees({ draft: parsed, documents, ruleset: rules, catalog });
  return { results, summary: summarizeGuarantees(results) };
}

/** What a change of policies of one kind does to access, in the page's words: each sentence with a request for each kind of difference. */
export interface ComparedPair {
  readonly comparison: AccessComparison;
  readonly headlines: readonly Headline[];
}

/**
 * Compares policies of one kind that apply together over every request. Comes back with both directions, each `none` (proven),
 * `some` with a request for each kind of difference, or `undecided` with the reason, and the page's sentences about them. Never
 * throws: where a document has not the grammar's shape, both directions are `undecided` as `malformed`. `undefined` never comes back for
 * a pair; it is what a comparison that was given up has.
 */
export async function comparePair(pair: PolicyPair, catalog: Catalog): Promise<ComparedPair | undefined> {
  await loadServices(servicesOf([...pair.before, ...pair.after]), catalog);
  const changes = comparePermissions(pair.before, pair.after, catalog);
  const comparison = [...compareEveryRequest(pair, changes, catalog)].at(-1);
  return comparison && { comparison, headlines: headlinesOf(comparison) };
}

/**
 * The commands with which AWS answers the same for a pair: `check-no-new-access` in both directions, `validate-policy`, and for each
 * request of the comparison `check-access-not-granted` and `simulate-custom-policy`, each on one line for a POSIX shell, with what AWS
 * answers where it agrees. Nothing is sent. `notes` says why there is no command: of policies with missing values, of kinds that AWS
 * doesn't compare, or of documents that have not the grammar's shape. Never throws.
 */
export const awsCommandsFor = (pair: PolicyPair, comparison: AccessComparison): AwsCommands =>
  [...pair.before, ...pair.after].every(isPolicyShaped)
    ? awsCommands(pair, comparison)
    : { commands: [], notes: ['IAM rejects one of the policies.'] };

/** The files of a draft in one format, as the page writes them. */
export async function exportDraft(
  draft: Draft,
  exporter: Pick<Exporter, 'id' | 'makes'> & { write(set: ExportSet): readonly ExportedFile[] },
  { catalog, versions }: { readonly catalog: Catalog; readonly versions: ExportSet['versions'] },
  ruleset = builtIn,
): Promise<readonly ExportedFile[]> {
  const { parsed, rules, matching } = await delivered(draft, catalog, ruleset);
  return exportFiles(parsed, { label: '', help: '', ...exporter }, { ruleset: rules, matching, versions });
}

/** The policies of a draft as they are saved. */
async function delivered(draft: Draft, catalog: Catalog, ruleset: Ruleset) {
  const parsed = withParsedEdits(draft);
  const rules = withRoleInstances(ruleset, parsed);
  const matching = (pattern: string) => {
    const found = catalog.actions(pattern);
    return found.state === 'known' ? found.actions.map(({ name }) => name) : undefined;
  };
  // Which patterns there can be depends on the services that the policies name without any.
  if (parsed.sizing.shorten === 'wildcards')
    await loadServices(servicesOf(policiesOf(deliver(parsed, rules).documents)), catalog);
  return { parsed, rules, matching, documents: deliver(parsed, rules, matching).documents };
}

const policiesOf = (documents: readonly ComposedDocument[]) => documents.map(({ policy }) => policy);

const loadServices = (prefixes: Iterable<string>, catalog: Catalog): Promise<unknown> =>
  Promise.all([...prefixes].map((prefix) => catalog.load(prefix)));
