import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { fingerprintOf } from '../checks/suppression.ts';
import { compareEveryRequest } from '../access/everyRequest/compareEveryRequest.ts';
import { comparePermissions } from '../exact/compare.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { checkPolicy } from '../checks/checkPolicy.ts';
import { type DescribedFinding, describeFinding, policyTypeOf } from '../checks/described.ts';
import { combinedView } from '../compose/combinedView.ts';
import { deliver } from '../compose/deliver.ts';
import type { Draft } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import { withParsedEdits } from '../handEdits/parsedEdits.ts';
import { addImportedPolicy } from '../handEdits/importedPolicies.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { commonPersonas } from '../library/personas/index.ts';
import { rulesetOf } from '../presets/rulesetOf.ts';
import { printPolicy } from '../language/print.ts';
import { runGuarantees } from '../guarantees/runGuarantees.ts';
import { runTests, runScenarios } from '../accessTests/runTests.ts';
import { doesNotApply, summarize, summaryInWords } from '../accessTests/testSummary.ts';
import { buildReport, reportSummary, reportWith } from './buildReport.ts';
import { reportParts } from './sections/index.ts';
import type { ComparedDocument, ReportedFindings, ReportInput } from './input.ts';
import { writeMarkdown } from './markdown.ts';
import { reviewList } from '../access/review/reviewList.ts';
import { markReviewed, withClaims } from '../access/review/reviewMarks.ts';
import { type Block, type Report, type SectionId, sectionIds, type ReportText } from './report.ts';
import { runs } from '../testing/effort.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

const noPersona = createDraft({}, builtIn);
const scientist = fillExamples(createDraft({ personas: ['dataScientist'] }, builtIn), builtIn);
const everyone = fillExamples(
  createDraft({ personas: commonPersonas.map(({ id }) => id) }, builtIn),
  builtIn,
);

/** The input of a draft about which nothing is known yet. */
const inputOf = (draft: Draft, change: Partial<ReportInput> = {}): ReportInput => ({
  draft,
  ruleset: builtIn,
  delivered: deliver(draft, builtIn),
  comparison: { baseline: 'pinned: point 1', documents: undefined },
  findings: new Map(),
  rules: 0,
  proofs: { state: 'pending' },
  catalog: undefined,
  made: { at: '2026-11-24T14:02:33.123Z', page: '0.1.0' },
  about: { requester: '', ticket: '', remark: '' },
  sections: sectionIds,
  ...change,
});

const asked = (draft: Draft): ReportInput['proofs'] => {
  const { documents } = deliver(draft, builtIn);
  return {
    state: 'asked',
    results: runTests(draft, documents, builtIn),
    tasks: runScenarios(draft, documents, builtIn),
    withExamples: false,
  };
};

const found = (draft: Draft): readonly (readonly [string, readonly DescribedFinding[]])[] =>
  deliver(draft, builtIn).documents.map(({ id, kind, policy }) => [
    id,
    checkPolicy(printPolicy(policy).text, policyTypeOf[kind], { catalog, placeholders: 'open' }).map(
      (finding) => describeFinding(finding, kind),
    ),
  ]);

const textOf = (text: ReportText): string =>
  text.map((span) => (typeof span === 'string' ? span : 'code' in span ? span.code : span.words)).join('');

/** Every text of a block on lines of its own. */
function linesOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [textOf(block.text)];
    case 'list':
      return block.items.map(textOf);
    case 'terms':
      return block.entries.map(({ term, is }) => `${textOf(term)}: ${textOf(is)}`);
    case 'table':
      return [
        textOf(block.caption),
        ...block.rows.map((row) => row.map((cell) => cell.map(textOf).join('; ')).join(' | ')),
      ];
    case 'code':
      return [block.text];
  }
}

const section = (report: Report, id: SectionId): string =>
  (report.sections.find((candidate) => candidate.id === id)?.blocks ?? []).flatMap(linesOf).join('\n');
const headOf = ({ head }: Report): string => head.flatMap(linesOf).join('\n');
const rowsIn = (report: Report, id: SectionId, caption: RegExp) =>
  (report.sections.find((candidate) => candidate.id === id)?.blocks ?? []).flatMap((block) =>
    block.kind === 'table' && caption.test(textOf(block.caption)) ? block.rows : [],
  );

it('has the values of one role and of each environment, and says which are not used', () => {
  const draft: Draft = {
    ...scientist,
    personas: ['trainingRole', 'trainingRole-2'],
    roles: {
      'trainingRole-2': {
        name: '',
        persona: 'trainingRole',
        label: 'Team B',
        values: { inputData: ['team-b/x', 'NO'] },
      },
    },
    environments: [{ name: 'prod', values: { accountId: '333333333333', inputData: 'whole-bucket' } }],
  };
  const text = section(buildReport(inputOf(draft, { ruleset: withRoleInstances(builtIn, draft) })), 'values');
  expect(text).toMatch(/\(Team B\) \| Input data \| team-b\/x$/m);
  expect(text).toMatch(/\| NO \(not used: /);
  expect(text).toMatch(/^prod \| Account ID \| 333333333333$/m);
  expect(text).toMatch(/\| whole-bucket \(not used: /);
});

describe('what is not known', () => {
  it.each(['pending', 'failed'] as const)('is never shown as nothing found: %s', (state) => {
    const documents: readonly ComparedDocument[] = [
      {
        id: 'merged',
        role: 'All',
        title: 'Merged policy',
        presence: 'inBoth',
        sameText: false,
        result: { state },
      },
    ];
    const findings = new Map<string, ReportedFindings>(
      deliver(scientist, builtIn).documents.map(({ id }) => [id, { state }]),
    );
    const report = buildReport(
      inputOf(scientist, { findings, proofs: { state }, comparison: { baseline: 'b', documents } }),
    );
    expect(section(report, 'findings')).toContain('? Not checked: ');
    expect(section(report, 'proofs')).toContain('? Not run: ');
    expect(section(report, 'changes')).toContain('? Not compared: ');
    expect(section(report, 'review')).toContain('? Not reviewed, because it wasn’t compared: Merged policy');
    expect(headOf(report)).toContain(
      'Review | 0 of 0 groups of differences reviewed; ? 1 policy not compared',
    );
    expect(headOf(report)).toMatch(/Findings \| \? \d+ policies not checked/);
    expect(headOf(report)).toContain('Tests | ? Not run');
    expect(headOf(report)).toContain('? 1 policy not compared');
    expect(writeMarkdown(report)).not.toMatch(/no open findings|no changes|no differences/i);
  });

  it('is said of a document whose findings are missing beside others that were checked', () => {
    const [first, ...others] = deliver(everyone, builtIn).documents;
    const findings = new Map<string, ReportedFindings>(
      others.map(({ id }) => [id, { state: 'checked', open: [], accepted: [] }]),
    );
    const report = buildReport(inputOf(everyone, { findings, rules: 100 }));
    expect(headOf(report)).toContain('No open findings, 0 suppressed; ? 1 policy not checked');
    expect(section(report, 'findings')).toContain(
      `${first?.title}\n? Not checked: the checks weren’t finished`,
    );
  });

  it('is said of access levels without the data on actions', () => {
    const report = buildReport(inputOf(scientist));
    expect(section(report, 'access')).toContain('Access levels aren’t available');
    expect(section(report, 'access')).toContain('Not available | ');
    expect(headOf(report)).toContain('IAM data isn’t loaded');
  });
});

const NO_CHANGE = { newAccess: { state: 'none' }, removedAccess: { state: 'none' } } as const;

describe('the sections', () => {
  it('describe a draft without a choice', () => {
    const report = buildReport(
      inputOf(noPersona, {
        proofs: { ...asked(noPersona), state: 'asked', results: [], tasks: [], withExamples: false },
      }),
    );
    expect(section(report, 'who')).toBe('No personas selected.');
    expect(section(report, 'access')).toBe('No policies, so nothing is allowed.');
    expect(section(report, 'documents')).toBe('No policies.');
    expect(headOf(report)).toContain('Findings | no policy to check');
  });

  it('list who, what, and how each role is assumed', () => {
    const report = buildReport(inputOf(everyone));
    for (const { title } of commonPersonas) expect(section(report, 'who')).toContain(title);
    expect(section(report, 'who')).toContain('One role for each persona, with separate policies.');
    const one = section(buildReport(inputOf({ ...everyone, layout: 'merged' })), 'who');
    expect(one).toContain('One role with the permissions of all 6 personas. Not least privilege.');
    expect(section(report, 'what')).toContain('Least privilege');
    expect(section(report, 'what')).toContain('No guardrails selected.');
  });

  it('list guardrails with their options, what they are enforced with, and who is exempt', () => {
    const limits = {
      chosen: [{ guardrail: 'callerNetwork', options: { by: 'ip' } }],
      delivery: 'boundary',
      exemption: true,
      ceiling: 'everything',
    } as const;
    const report = buildReport(inputOf({ ...everyone, limits }));
    const text = section(report, 'what');
    expect(text).toMatch(/^G\d+ \| .+ \| .+: /m);
    expect(text).toContain(
      'Enforced with: Permissions boundary. It allows everything except what the guardrails deny.',
    );
    expect(text).toContain(
      'Principals with the exemption tag bypass all guardrails except those for data stores.',
    );
  });

  it('say that a tag exempts no one where all guardrails are those for data stores', () => {
    const chosen = [{ guardrail: 'storePerimeter', options: {} }];
    const limits = { chosen, delivery: 'deny', exemption: true, ceiling: 'services' } as const;
    const text = section(buildReport(inputOf({ ...everyone, limits })), 'what');
    expect(text).toContain('No principals are exempt.');
  });

  it('name the preset, and the documents that its rules do not reach into', () => {
    const ruleset = rulesetOf({ version: 1, title: 'Acme prod' });
    const text = '{"Version":"2012-10-17","Statement":[]}';
    const { draft } = addImportedPolicy(scientist, { title: 'Ours', kind: 'identity', text });
    expect(headOf(buildReport(inputOf(scientist, { ruleset })))).toMatch(/^Preset.*Acme prod$/m);
    expect(headOf(buildReport(inputOf(draft, { ruleset })))).toContain(
      'Acme prod. Imported policies are exempt: Ours',
    );
  });

  it('list values as given, by default, open, and not used', () => {
    const draft = createDraft(
      {
        personas: ['dataScientist'],
        variables: { accountId: ['12'], region: [' eu-west-1 ', '', 'us-east-1'] },
      },
      builtIn,
    );
    const report = buildReport(inputOf(draft));
    const text = section(report, 'values');
    expect(text).toMatch(/<ACCOUNT_ID> \| missing: <ACCOUNT_ID> \(not used: 12\. .+\)/);
    expect(text).toMatch(/<REGION> \| eu-west-1(; us-east-1)?$/m);
    expect(text).toMatch(/default: aws/);
    expect(text).toMatch(/IAM rejects policies with missing values: (.+, )?Account ID <ACCOUNT_ID>/);
    expect(section(buildReport(inputOf(scientist)), 'values')).toContain('contain no placeholders');
  });

  it('count the actions of the identity policies by access level', () => {
    const report = buildReport(inputOf(scientist, { catalog }));
    const rows = rowsIn(report, 'access', /by access level/).map((row) =>
      row.map((cell) => cell.map(textOf).join()),
    );
    const actions = new Set(
      deliver(scientist, builtIn)
        .documents.filter(({ kind }) => kind === 'identity')
        .flatMap(({ policy }) => policy.Statement.filter(({ Effect }) => Effect === 'Allow'))
        .flatMap(({ Action = [] }) => [Action].flat())
        .flatMap((pattern) => {
          const answer = catalog.actions(pattern);
          return answer.state === 'known' ? answer.actions.map(({ name }) => name) : [pattern];
        }),
    );
    expect(rows.reduce((sum, [, number]) => sum + Number(number), 0)).toBe(actions.size);
    expect(rows.map(([level]) => level)).toContain('Read');
  });

  it('list what changed, and the same numbers in short', () => {
    const [before, after] = [deliver(scientist, builtIn).documents[0]!, combinedView(everyone, builtIn)!];
    const pair = { kind: 'identity', before: [before.policy], after: [after.policy] } as const;
    const changes = comparePermissions(pair.before, pair.after, catalog);
    const everyRequest = [...compareEveryRequest(pair, changes, catalog)].at(-1)!;
    const documents: readonly ComparedDocument[] = [
      {
        id: 'merged',
        role: 'All',
        title: 'Merged policy',
        presence: 'inBoth',
        sameText: false,
        result: { state: 'compared', changes, everyRequest },
      },
      {
        id: 'trust',
        role: 'All',
        title: 'Trust',
        presence: 'new',
        sameText: true,
        result: { state: 'compared', changes: [] },
      },
      {
        id: 'old',
        role: 'All',
        title: 'Old',
        presence: 'gone',
        sameText: false,
        result: { state: 'compared', changes: [], everyRequest: NO_CHANGE },
      },
    ];
    const report = buildReport(inputOf(everyone, { comparison: { baseline: 'pinned: a', documents } }));
    const widened = new Set(
      changes.filter(({ kind }) => kind === 'widens').flatMap(({ actions }) => actions),
    );
    expect(section(report, 'changes')).toContain(`▲ new access: ${widened.size} actions`);
    expect(headOf(report)).toContain(
      `Access, compared with: pinned: a | ▲ new access: ${widened.size} actions`,
    );
    expect(rowsIn(report, 'changes', /Merged policy/)).toHaveLength(changes.length);
    expect(section(report, 'changes')).toContain('No differences.');
    expect(section(report, 'changes')).toContain(
      'Old (removed)\n✓ Same access. Proven for every request.\nOnly the text differs.',
    );
    const { newAccess } = everyRequest;
    const [kind] = newAccess.state === 'some' ? newAccess.kinds : [];
    expect(section(report, 'changes')).toContain(`${kind!.witness.action} on ${kind!.witness.resource}`);
    expect(section(report, 'changes')).toContain('Computed by version 0.1.0');
    expect(headOf(report)).toMatch(
      /Access, for every request \| ▲ New access: \d+ kinds of request in 1 of 3 /,
    );
    expect(headOf(report)).toContain('Not compared: 1 policy.');
  });

  it('say where the comparison of every request has no answer, and never that access is the same', () => {
    const result = { state: 'compared', changes: [] } as const;
    const document = {
      id: 'a',
      role: 'All',
      title: 'A',
      presence: 'inBoth',
      sameText: false,
      result,
    } as const;
    const report = buildReport(inputOf(everyone, { comparison: { baseline: 'b', documents: [document] } }));
    expect(section(report, 'changes')).toContain('? Not compared over every request');
    expect(section(report, 'changes')).not.toMatch(/Same access|Only the text/);
    expect(headOf(report)).toContain('Access, for every request | ? not compared');
  });

  it('list open findings with their place, and accepted ones with their reason', () => {
    const draft: Draft = {
      ...scientist,
      activities: {
        dataScientist: (scientist.activities['dataScientist'] ?? []).map((choice) => ({
          ...choice,
          stance: 'published',
        })),
      },
    };
    const all = found(draft);
    const [id, [taken, ...open]] = all.find(([, list]) => list.length > 0) ?? ['', []];
    const document = deliver(draft, builtIn).documents.find((candidate) => candidate.id === id)!;
    const acceptance = {
      document: id,
      code: taken!.code,
      about: fingerprintOf(taken!, document.policy),
      reason: 'No feature store here',
    };
    const earlier = { ...acceptance, about: 'earlier', reason: 'Public data' };
    const again = { ...taken! };
    const reopened = [{ finding: again, acceptance: earlier, because: 'grown' as const }];
    const findings = new Map<string, ReportedFindings>(
      all.map(([key, list]) => [
        key,
        key === id
          ? {
              state: 'checked',
              open: [again, ...open],
              accepted: [{ finding: taken!, acceptance }],
              reopened,
            }
          : { state: 'checked', open: list, accepted: [] },
      ]),
    );
    const stale = { ...acceptance, about: 'other' };
    const report = buildReport(
      inputOf({ ...draft, accepted: [acceptance, earlier, stale] }, { findings, rules: 7 }),
    );
    const line = printPolicy(document.policy).text.slice(0, taken!.range.offset).split('\n').length;
    const text = section(report, 'findings');
    expect(text).toContain('7 checks were run.');
    expect(text).toMatch(new RegExp(`${taken!.code} \\| line ${line}(, \\w+)? \\| No feature store here`));
    expect(text).toContain(
      'Reopened because the statement now allows more. Earlier justification: Public data',
    );
    expect(text).toContain('1 suppression doesn’t match any current finding.');
    expect(headOf(report)).toMatch(/Findings \| .*1 suppressed/);
  });

  it('list every test with what is expected and the result, and the count of the page', () => {
    const draft: Draft = {
      ...scientist,
      proofs: [
        {
          id: 'proof-1',
          persona: 'dataScientist',
          title: 'deletes the account',
          expect: 'allowed',
          action: 'organizations:CloseAccount',
          resource: '*',
          context: { k: ['v', 'w'] },
        },
      ],
    };
    const proofs = asked(draft);
    if (proofs.state !== 'asked') return expect.unreachable();
    const report = buildReport(inputOf(draft, { proofs }));
    const summary = summaryInWords(summarize(proofs.results, proofs.tasks));
    expect(summary).toMatch(/^\d+ passed, 1 failed$/);
    expect(headOf(report)).toContain(`Tests | ✗ ${summary}`);
    const counted = proofs.results.filter((result) => !doesNotApply(result));
    expect(rowsIn(report, 'proofs', /^Tests/)).toHaveLength(counted.length);
    expect(section(report, 'proofs')).toMatch(
      /✗ failed \| deletes the account; organizations:CloseAccount \| \*; .*k = v, w.* \| Expected allow: failed \(implicit deny\)/,
    );
    const withExamples = buildReport(inputOf(draft, { proofs: { ...proofs, withExamples: true } }));
    expect(section(withExamples, 'proofs')).toContain('the tests don’t use the real values');
  });

  it('list skipped tests with the reason and what to do, and never as passed', () => {
    const draft = fillExamples(createDraft({ personas: ['trainingRole'] }, builtIn), builtIn);
    const whole: Draft = { ...draft, variables: { ...draft.variables, inputData: ['ml-input'] } };
    const report = buildReport(inputOf(whole, { proofs: asked(whole) }));
    expect(headOf(report)).toMatch(/Tests \| ! \d+ passed, 1 skipped/);
    expect(section(report, 'proofs')).toContain(
      '– skipped | reads outside the input prefix; s3:GetObject | arn:<PARTITION>:s3:::<INPUT_BUCKET_NAME>/zz-another-team/train.csv | no prefix is entered in “Input data”, so the policy covers the whole bucket; To run this test, enter a prefix',
    );
  });

  it('name the choice of one role for everything where it makes a test fail', () => {
    const personas = ['trainingRole', 'hostingRole'];
    const draft = fillExamples(createDraft({ personas, layout: 'merged' }, builtIn), builtIn);
    const report = buildReport(inputOf(draft, { proofs: asked(draft) }));
    expect(section(report, 'proofs')).toContain('You selected one role for everything');
  });

  it('list sizes with the day on which the limit was read', () => {
    const report = buildReport(inputOf(everyone));
    expect(section(report, 'sizes')).toMatch(
      /\| Managed policy \| [\d,]+ of 6,144 characters \(\d+%\).* \| \d{4}-\d\d-\d\d/,
    );
    const unsplit = { ...everyone, layout: 'merged' as const, sizing: { ...everyone.sizing, split: false } };
    expect(headOf(buildReport(inputOf(unsplit)))).toMatch(/Sizes \| 1 policy is too large/);
  });

  it('hold documents that no persona asked for', () => {
    const delivered = deliver(scientist, builtIn);
    const own = { ...delivered.documents[0]!, id: 'own', title: 'Imported', personas: [], provenance: [] };
    const report = buildReport(
      inputOf(scientist, { delivered: { ...delivered, documents: [own] }, catalog }),
    );
    expect(section(report, 'documents')).toContain('Imported\nIdentity policy, no persona.');
  });

  it('name what was left out', () => {
    const report = buildReport(inputOf(scientist, { sections: ['who', 'documents'] }));
    expect(report.sections.map(({ id }) => id)).toEqual(['who', 'documents']);
    expect(headOf(report)).toContain(
      'Not in this report: Permissions and guardrails, Values, Manual edits, Access summary',
    );
    expect(headOf(buildReport(inputOf(scientist)))).not.toContain('Left out');
  });

  it('say patterns that allow more than was chosen', () => {
    const widenings = [
      { document: 'merged', pattern: 's3:Get*', replaces: ['a', 'b', 'c'], adds: ['s3:GetX', 's3:GetY'] },
    ];
    const report = buildReport(
      inputOf(scientist, { delivered: { ...deliver(scientist, builtIn), widenings } }),
    );
    expect(section(report, 'access')).toContain('Wildcards allow 2 actions beyond the selection');
    expect(section(report, 'access')).toContain('s3:Get* for 3 actions: s3:GetX, s3:GetY');
    expect(headOf(report)).toContain('Beyond the selection | 2 actions added by wildcards');
  });
});

describe('guarantees', () => {
  const own = {
    id: 'guarantee-1',
    persona: '',
    title: 'No one starts notebooks.',
    must: 'never',
    actions: ['sagemaker:StartNotebookInstance'],
    resources: [],
    condition: {},
  } as const;
  const draft = { ...scientist, guarantees: [own] };
  const results = runGuarantees({ draft, documents: deliver(draft, builtIn).documents, ruleset: builtIn });

  it('are listed with their answers, what violates one, and with what they were computed', () => {
    const report = buildReport(inputOf(draft, { catalog, guarantees: { state: 'asked', results } }));
    const proven = results.length - 1;
    expect(headOf(report)).toContain(`Guarantees | ✗ ${proven} proven, 1 violated`);
    const text = section(report, 'guarantees');
    expect(text).toContain(`computed by SageMaker Policy Builder 0.1.0 with IAM data ${catalog.dataDate}`);
    expect(text).toContain('Never possible: sagemaker:StartNotebookInstance on every resource');
    expect(text).toContain('Allowed, for example: sagemaker:StartNotebookInstance on ');
    expect(rowsIn(report, 'guarantees', /^Guarantees/)).toHaveLength(results.length);
  });

  it.each([
    [{ state: 'pending' } as const, 'weren’t finished'],
    [{ state: 'failed' } as const, 'couldn’t be computed'],
    [{ state: 'asked', results: [] } as const, 'there are no guarantees'],
  ])('without an answer nothing is proven: %j', (guarantees, words) => {
    const report = buildReport(inputOf(noPersona, { guarantees }));
    expect(section(report, 'guarantees')).toContain(words);
    expect(section(report, 'guarantees')).not.toContain('✓');
  });
});

describe('as Markdown', () => {
  it('has every document in full, and reads back as JSON', () => {
    const markdown = writeMarkdown(buildReport(inputOf(everyone, { catalog, proofs: asked(everyone) })));
    const read = [...markdown.matchAll(/^```json\n([\s\S]*?)\n```$/gm)].map(([, text = '']) =>
      JSON.parse(text),
    );
    expect(read).toEqual(deliver(everyone, builtIn).documents.map(({ policy }) => policy));
  });

  it('keeps what people wrote on one line and as text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (written) => {
        const about = { requester: written, ticket: written, remark: written };
        const markdown = writeMarkdown(
          buildReport(inputOf({ ...noPersona, name: written }, { about, sections: [] })),
        );
        expect(markdown.split('\n').filter((text) => text.startsWith('#'))).toHaveLength(1);
        expect(markdown.split('\n').filter((text) => text.startsWith('|'))).toHaveLength(8);
      }),
      { numRuns: runs(40) },
    );
  });

  it('writes the time, the versions and the link', () => {
    const about = {
      requester: 'Ana',
      ticket: 'CHG-1',
      remark: 'One.\n\nTwo.',
      link: 'https://a.example/#d=1',
    };
    const markdown = writeMarkdown(buildReport(inputOf(scientist, { about, catalog })));
    expect(markdown).toContain('- **Requested by:** Ana\n- **Ticket:** CHG-1\n');
    expect(markdown).toContain('](<https://a.example/#d=1>)');
    expect(markdown).toContain(
      `- **Created:** 2026-11-24 14:02 UTC\n- **Generated by:** SageMaker Policy Builder 0.1.0, IAM data ${catalog.dataDate}`,
    );
    expect(markdown).toContain('\n\nOne.\n\nTwo.\n\n');
  });
});

describe('what was written by hand', () => {
  const [first] = deliver(scientist, builtIn).documents;
  const key = first?.provenance[0]?.key ?? '';
  const edits = {
    [first?.id ?? '']: {
      head: '{ "Version": "2012-10-17",  "Statement": [',
      tail: '\n]}',
      entries: [
        { key: 'hand-1', text: '{ "Sid": "Mine",  "Effect": "Allow", "Action": "s3:*", "Resource": "*" }' },
      ],
      removed: [{ key, base: '{}' }],
    },
    'own-1': {
      own: { title: 'Brought in', kind: 'identity' as const },
      entries: [{ key: 'hand-1', text: '{ "Effect": "Deny", "Action": "*", "Resource": "*" }' }],
      removed: [],
    },
    noPersona: { entries: [{ key: 'hand-1', text: '{}' }], removed: [] },
  };
  const draft: Draft = withParsedEdits({ ...scientist, edits });
  const report = buildReport(inputOf(draft));

  it('is described statement by statement, and in short', () => {
    const text = section(report, 'byHand');
    expect(text).toContain(`Mine | ${first?.title} | added | `);
    expect(text).toContain(`${key} | ${first?.title} | removed | `);
    expect(text).toContain('Imported policies: Brought in.');
    expect(text).toContain('Inactive because the policies are no longer generated: edits in noPersona.');
    expect(text).toContain(`outside of the statements are edited in: ${first?.title}.`);
    expect(headOf(report)).toContain('Manual edits | statements: 1 added, 1 removed; imported policies: 1');
  });

  it('is in the documents word for word', () => {
    expect(section(report, 'documents')).toContain('{ "Sid": "Mine",  "Effect": "Allow"');
    expect(section(report, 'documents')).toContain('Brought in\nIdentity policy, no persona.');
  });

  it('is said not to be there', () => {
    const without = buildReport(inputOf(scientist));
    expect(section(without, 'byHand')).toBe('None: all policies are as generated.');
    expect(headOf(without)).not.toContain('Written by hand');
  });
});

describe('the review', () => {
  const after = {
    Version: '2012-10-17' as const,
    Statement: deliver(scientist, builtIn).documents[0]!.policy.Statement,
  };
  const compared = () => ({
    id: 'dataScientist',
    role: 'Data scientist',
    title: 'Data scientist',
    presence: 'inBoth' as const,
    sameText: false,
    result: { state: 'compared' as const, changes: comparePermissions([], [after], catalog) },
  });
  const documents = (): readonly ComparedDocument[] => [compared()];
  const groups = () => reviewList([compared()]).levels.flatMap((level) => level.groups);

  it('says which groups were reviewed and which were not, and never that something was approved', () => {
    const [first, second, third] = groups();
    const marked = markReviewed(
      scientist,
      'guide',
      [first!, { ...second!, fingerprint: '0000000000000000' }],
      true,
    );
    const sent = withClaims(markReviewed(scientist, 'guide', [third!], true));
    const draft = { ...marked, reviewed: [...(marked.reviewed ?? []), ...(sent.reviewed ?? [])] };
    const comparison = { baseline: 'AWS guide', against: 'guide', documents: documents() };
    const text = section(buildReport(inputOf(draft, { comparison })), 'review');
    expect(text).toContain(
      `1 of ${groups().length} groups of differences reviewed. Compared with: AWS guide.`,
    );
    const states = text
      .split('\n')
      .flatMap((line) => (line.startsWith('Data scientist |') ? [line.split(' | ')[3]] : []));
    expect(states.slice(0, 3)).toEqual([
      'Reviewed',
      'Not reviewed: changed since it was reviewed',
      'Not reviewed: marked by the sender of the link or file only',
    ]);
    expect(new Set(states.slice(3))).toEqual(new Set(['Not reviewed']));
  });

  it('counts marks of another baseline for nothing', () => {
    const draft = markReviewed(scientist, 'guide', groups(), true);
    const comparison = { baseline: 'nothing', against: 'nothing', documents: documents() };
    expect(headOf(buildReport(inputOf(draft, { comparison })))).toContain('Review | 0 of ');
  });
});

describe('what a person adds', () => {
  const { about: _about, sections: _sections, ...computed } = inputOf(everyone);
  const letters = ['', 'A', 'An', 'Ana'];
  const keystrokes = (['requester', 'ticket', 'remark', 'link'] as const).map((field) => ({ field }));

  it.each(keystrokes)('computes no section anew for a letter: $field', ({ field }) => {
    const own = { ...computed };
    const spies = reportParts.map((part) => vi.spyOn(part, 'blocks'));
    const reports = letters.map((letter) =>
      reportWith(own, { requester: '', ticket: '', remark: '', [field]: letter }, sectionIds),
    );
    const calls = spies.map((spy) => spy.mock.calls.length);
    for (const spy of spies) spy.mockRestore();
    expect(calls).toEqual(reportParts.map(() => 1));
    const summaries = new Set(reports.map(({ head }) => head.at(-1)));
    expect([...summaries]).toEqual([reportSummary(own)]);
    expect(new Set(reports.map((report) => JSON.stringify(report))).size).toBe(letters.length);
  });

  it('is in the report as it is when all of it is made at once', () => {
    const about = { requester: 'Ana', ticket: 'CHG-1', remark: 'One\nTwo' };
    const sections = sectionIds.filter((id) => id !== 'documents' && id !== 'access');
    const atOnce = buildReport({ ...computed, about, sections });
    expect(reportWith(computed, about, sections)).toEqual(atOnce);
    expect(atOnce.sections.map(({ id }) => id)).toEqual(sections);
  });
});
