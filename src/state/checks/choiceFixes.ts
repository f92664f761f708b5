import { checkedRoles } from '../../policies/compose/checkedRoles.ts';
import type { DescribedFinding } from '../../policies/checks/described.ts';
import { findActivity, findPersona } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { documentsOf, type PrintedDocument, sourcesAt } from '../derived/derived.ts';
import { activityChoices, setSizing, setStance } from '../../policies/draft/editDraft.ts';
import { rulesetInForce } from '../store.ts';
import { checkTexts } from './checksClient.ts';

/** A change of a wizard choice that makes a finding go away. */
export interface ChoiceFix {
  readonly label: string;
  readonly draft: Draft;
}

/** What could be the cause in the wizard: a form as published where a hardened one exists, or a policy left whole. */
function candidates(
  draft: Draft,
  document: PrintedDocument,
  finding: DescribedFinding,
): readonly ChoiceFix[] {
  if (finding.code.startsWith('POLICY_SIZE_'))
    return draft.sizing.split ? [] : [{ label: 'Split policy', draft: setSizing(draft, { split: true }) }];
  return sourcesAt(document, finding.path).flatMap((source) => {
    if (source.kind !== 'activity') return [];
    const { persona, activity } = source;
    const found = findActivity(activity, rulesetInForce());
    const choice = activityChoices(draft, persona).find((candidate) => candidate.activity === activity);
    if (!found?.hardened || choice?.stance !== 'published') return [];
    const label = `Use the least-privilege baseline of ${found.title} for ${findPersona(persona, rulesetInForce())?.title ?? persona}`;
    return [{ label, draft: setStance(draft, persona, activity, 'hardened') }];
  });
}

const saysTheSame = (one: DescribedFinding, other: DescribedFinding): boolean =>
  one.code === other.code && one.message === other.message;

/** Composing what could be is for when the choices rest, not for every change. */
const REST_MS = 200;

/**
 * The changes after which the finding is really gone: each candidate is composed and checked. Calls back once, with none
 * when there is none or the checks cannot run. Gives a function that cancels.
 */
export function findChoiceFixes(
  draft: Draft,
  document: PrintedDocument,
  finding: DescribedFinding,
  report: (fixes: readonly ChoiceFix[]) => void,
): () => void {
  const unique = new Map(candidates(draft, document, finding).map((fix) => [fix.label, fix]));
  let cancel = () => {};
  const timer = setTimeout(() => {
    cancel = verified([...unique.values()], finding, report);
  }, REST_MS);
  return () => {
    clearTimeout(timer);
    cancel();
  };
}

function verified(
  fixes: readonly ChoiceFix[],
  finding: DescribedFinding,
  report: (fixes: readonly ChoiceFix[]) => void,
): () => void {
  const texts = fixes.flatMap((fix, index) => {
    const documents = documentsOf(fix.draft);
    const rolesFor = checkedRoles(fix.draft, documents, rulesetInForce());
    return documents.map((document) => ({
      key: `${index} ${document.id}`,
      text: document.text,
      as: { kind: document.kind, roles: rolesFor(document) },
    }));
  });
  if (texts.length === 0) {
    report([]);
    return () => {};
  }
  return checkTexts(texts, ({ results, failures, done }) => {
    if (!done) return;
    const remains = (index: number) =>
      results.some(
        ({ key, findings }) =>
          key.startsWith(`${index} `) && findings.some((other) => saysTheSame(other, finding)),
      );
    const isChecked = (index: number) => !Object.keys(failures).some((key) => key.startsWith(`${index} `));
    report(fixes.filter((_, index) => isChecked(index) && !remains(index)));
  });
}
