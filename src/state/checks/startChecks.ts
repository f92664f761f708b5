import type { Draft } from '../../policies/model/draft.ts';
import { checkedRoles } from '../../policies/compose/checkedRoles.ts';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { PassableRoles } from '../../policies/model/rolesInAccount.ts';
import { suppressionOf } from '../../policies/checks/suppression.ts';
import { documentsOf, type PrintedDocument } from '../derived/derived.ts';
import { shownValues } from '../derived/shownValues.ts';
import { rulesetInForce, useStore } from '../store.ts';
import { type DocumentFindings, useChecks } from './findingsStore.ts';
import { checkTexts, restartChecking } from './checksClient.ts';

interface ChecksRequest {
  /** No answer for a long time: the next request takes its place. */
  silent: boolean;
  cancel(): void;
}

let underWay: ChecksRequest | undefined;
let waiting: Draft | undefined;

/** A shorter wait would only flicker. */
const LATE_MS = 200;

/** A text whose services were all there; others are checked anew, since their data may come by now. */
const isSettled = (
  found: DocumentFindings | undefined,
  text: string,
  roles: string,
): found is DocumentFindings =>
  found?.text === text &&
  found.roles === roles &&
  !found.findings.some(({ code }) => code === 'SPB_SERVICE_NOT_CHECKED');

/** One request at a time; of those that come meanwhile only the last is made. */
function request(draft: Draft): void {
  if (underWay && !underWay.silent) {
    waiting = draft;
    return;
  }
  underWay?.cancel();
  underWay = undefined;
  const documents = documentsOf(draft);
  const rolesFor = checkedRoles(draft, documents, rulesetInForce());
  const rolesText = (document: ComposedDocument) => JSON.stringify(rolesFor(document));
  const known = useChecks.getState().byDocument;
  const kept = documents.flatMap((document) => {
    const found = known[document.id];
    return isSettled(found, document.text, rolesText(document)) ? [[document.id, found] as const] : [];
  });
  const settled = new Set(kept.map(([id]) => id));
  const changed = documents
    .filter(({ id }) => !settled.has(id))
    .map((document) => ({ document, roles: rolesFor(document) }));
  if (Object.keys(useChecks.getState().failures).length > 0) useChecks.setState({ failures: {} });
  if (changed.length > 0) underWay = ask(changed, kept);
  else useChecks.setState({ state: 'checked', late: false, byDocument: Object.fromEntries(kept) });
}

/** What could not be checked has no findings from then on, not older ones. */
function ask(
  changed: readonly { readonly document: PrintedDocument; readonly roles: PassableRoles }[],
  kept: readonly (readonly [string, DocumentFindings])[],
): ChecksRequest {
  useChecks.setState({ state: 'checking' });
  const late = setTimeout(() => useChecks.setState({ late: true }), LATE_MS);
  const askedOf = new Map(
    changed.map(({ document: { id, text }, roles }) => [id, { text, roles: JSON.stringify(roles) }]),
  );
  const texts = changed.map(({ document: { id, text, kind }, roles }) => ({
    key: id,
    text,
    as: { kind, roles },
  }));
  const stop = checkTexts(texts, ({ results, failures, rules, done }) => {
    const found = results.map(
      ({ key, findings }) =>
        [key, { ...(askedOf.get(key) ?? { text: '', roles: '' }), findings, suppressionOf }] as const,
    );
    const change = { rules, failures, byDocument: Object.fromEntries([...kept, ...found]) };
    own.silent = Object.values(failures).includes('silent');
    if (done) own.cancel();
    useChecks.setState(done ? { ...change, state: 'checked', late: false } : change);
    if (done || own.silent) goOn(done);
  });
  const own: ChecksRequest = {
    silent: false,
    cancel() {
      clearTimeout(late);
      stop();
    },
  };
  return own;
}

/** With what came meanwhile. */
function goOn(isDone: boolean): void {
  if (isDone) underWay = undefined;
  const next = waiting;
  waiting = undefined;
  if (next) request(next);
}

let watching = false;

/** Checks the draft now, and from now on after each change, which is painted first. Calling it again tries again. */
export function startChecks(): void {
  if (underWay?.silent) {
    underWay.silent = false;
    useChecks.setState({ failures: {} });
    return restartChecking();
  }
  const check = () => request(shownValues(useStore.getState()));
  if (!watching) {
    watching = true;
    useStore.subscribe((now, before) => {
      if (shownValues(now) !== shownValues(before)) setTimeout(check, 0);
    });
  }
  check();
}
