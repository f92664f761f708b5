import type { Catalog } from '../../policies/catalog/catalog.ts';
import { type Finding, findingTypes } from '../../policies/checks/check.ts';
import { checkText } from '../../policies/checks/checkPolicy.ts';
import { describeFinding, policyTypeOf } from '../../policies/checks/described.ts';
import { rules } from '../../policies/checks/index.ts';
import { readText, type TextReading } from '../../policies/checks/readText.ts';
import { servicesIn, servicesInTree } from '../../policies/checks/servicesIn.ts';
import { fixesFor } from '../../policies/fixes/index.ts';
import { catalogOpener } from '../workers/catalogAt.ts';
import { serveQuestions } from '../workers/serve.ts';
import type {
  CheckAnswer,
  CheckedText,
  CheckQuestion,
  CheckResult,
  FixesAnswer,
  FixesQuestion,
} from './checksProtocol.ts';

/** Checks texts away from the page's own thread. What cannot be looked up is answered as not checked, never as fine. */

const catalogAt = catalogOpener();

/** More than anybody reads; only texts made to be bad have them. */
const MAX_SENT = 500;

const worst = (findings: readonly Finding[]): readonly Finding[] =>
  findingTypes.flatMap((type) => findings.filter((finding) => finding.type === type)).slice(0, MAX_SENT);

function check(open: Catalog, { key, text, as }: CheckedText, read: TextReading): CheckResult {
  const kind = 'kind' in as ? as.kind : undefined;
  const findings = checkText(text, read, 'kind' in as ? policyTypeOf[as.kind] : as.type, {
    catalog: open,
    placeholders: 'open',
    today: new Date().toISOString().slice(0, 10),
    ...('kind' in as ? { roles: as.roles } : {}),
    ...('resourceType' in as && as.resourceType !== undefined ? { resourceType: as.resourceType } : {}),
  });
  const sent = findings.length > MAX_SENT ? worst(findings) : findings;
  return {
    key,
    findings: sent.map((finding) => describeFinding(finding, kind, open)),
    more: findings.length - sent.length,
  };
}

/** Data that comes sooner is not worth an answer that says what is missing. */
const LATE_MS = 200;

/** Loads the data on services that is not there yet. */
const loadServices = (open: Catalog, prefixes: readonly string[]) =>
  Promise.all(prefixes.map((prefix) => open.load(prefix)));

const notLoaded = (open: Catalog, prefixes: Iterable<string>): readonly string[] =>
  [...prefixes].filter((prefix) => ['notLoaded', 'failed'].includes(open.state(prefix)));

async function answerCheck(
  { text, catalog }: CheckQuestion,
  reply: (answer: CheckAnswer, last: boolean) => void,
): Promise<void> {
  const open = await catalogAt(catalog);
  const read = readText(text.text);
  const answer = (last: boolean) => reply({ result: check(open, text, read), rules: rules.length }, last);
  const missing = notLoaded(open, servicesInTree(read.root));
  const meanwhile = missing.length > 0 ? setTimeout(() => answer(false), LATE_MS) : undefined;
  await loadServices(open, missing);
  clearTimeout(meanwhile);
  answer(true);
}

async function fixesOf({ text, finding, as, catalog }: FixesQuestion): Promise<FixesAnswer> {
  const open = await catalogAt(catalog);
  await loadServices(open, notLoaded(open, servicesIn(text)));
  return { fixes: fixesFor({ text, finding, catalog: open, placeholders: 'open', ...as }) };
}

serveQuestions<CheckQuestion | FixesQuestion, CheckAnswer | FixesAnswer>(async (question, reply) =>
  'finding' in question ? reply(await fixesOf(question), true) : answerCheck(question, reply),
);
