import type { Draft } from '../../policies/draft.ts';
import { type PassableRoles, passableRoles } from '../../policies/passableRoles.ts';
import { suppressionOf } from '../../policies/suppression.ts';
import { documentsOf, type PrintedDocument } from '../derived.ts';
import { useStore } from '../store.ts';
import { type DocumentFindings, useChecks } from './checks.ts';
import { checkTexts, restartChecking } from './client.ts';

interface Request {
  /** No answer for a long time: the next request takes its place. */
  silent: boolean;
  cancel(): void;
}

let underWay: Request | undefined;
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
  const passable = passableRoles(draft);
  const roles = JSON.stringify(passable);
  const known = useChecks.getState().byDocument;
  const changed = documents.filter(({ id, text }) => !isSettled(known[id], text, roles));
  const kept = documents.flatMap(({ id, text }) => {
    const found = known[id];
    return isSettled(found, text, roles) ? [[id, found] as const] : [];
  });
  useChecks.setState({ failures: {} });
  if (changed.length > 0) underWay = ask(changed, kept, passable);
  else useChecks.setState({ state: 'checked', late: false, byDocument: Object.fromEntries(kept) });
}

/** What could not be checked has no findings from then on, not older ones. */
function ask(
  changed: readonly PrintedDocument[],
  kept: readonly (readonly [string, DocumentFindings])[],
  roles: PassableRoles,
): Request {
  useChecks.setState({ state: 'checking' });
  const late = setTimeout(() => useChecks.setState({ late: true }), LATE_MS);
  const textOf = new Map(changed.map(({ id, text }) => [id, text]));
  const texts = changed.map(({ id, text, kind }) => ({ key: id, text, as: { kind, roles } }));
  const stop = checkTexts(texts, ({ results, failures, rules, done }) => {
    const found = results.map(
      ({ key, findings }) =>
        [
          key,
          { text: textOf.get(key) ?? '', roles: JSON.stringify(roles), findings, suppressionOf },
        ] as const,
    );
    const change = { rules, failures, byDocument: Object.fromEntries([...kept, ...found]) };
    own.silent = Object.values(failures).includes('silent');
    if (done) own.cancel();
    useChecks.setState(done ? { ...change, state: 'checked', late: false } : change);
    if (done || own.silent) goOn(done);
  });
  const own: Request = {
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
  const check = () => request(useStore.getState().draft);
  if (!watching) {
    watching = true;
    useStore.subscribe((now, before) => {
      if (now.draft !== before.draft) setTimeout(check, 0);
    });
  }
  check();
}
