import { documentsOf, type PrintedDocument } from '../derived.ts';
import { useStore } from '../store.ts';
import { type Checks, type DocumentFindings, useChecks } from './checks.ts';
import { checkTexts } from './client.ts';

let busy = false;
let waiting: readonly PrintedDocument[] | undefined;

/** A shorter wait would only flicker. */
const LATE_MS = 200;

/** A text whose services were all there; others are checked anew, since their data may come by now. */
const isSettled = (found: DocumentFindings | undefined, text: string): found is DocumentFindings =>
  found?.text === text && !found.findings.some(({ code }) => code === 'SPB_SERVICE_NOT_CHECKED');

/** One request at a time; of those that come meanwhile only the last is made. */
function request(documents: readonly PrintedDocument[]): void {
  if (busy) {
    waiting = documents;
    return;
  }
  const known = useChecks.getState().byDocument;
  const changed = documents.filter(({ id, text }) => !isSettled(known[id], text));
  const kept = documents.flatMap(({ id, text }) => {
    const found = known[id];
    return isSettled(found, text) ? [[id, found] as const] : [];
  });
  if (changed.length === 0) {
    useChecks.setState({ state: 'checked', byDocument: Object.fromEntries(kept) });
    return;
  }
  busy = true;
  useChecks.setState({ state: 'checking' });
  const late = setTimeout(() => useChecks.setState({ late: true }), LATE_MS);
  const finish = (change: Partial<Checks>) => {
    clearTimeout(late);
    busy = false;
    useChecks.setState({ late: false, ...change });
    const next = waiting;
    waiting = undefined;
    if (next) request(next);
  };
  const textOf = new Map(changed.map(({ id, text }) => [id, text]));
  const texts = changed.map(({ id, text, kind }) => ({ key: id, text, as: { kind } }));
  checkTexts(texts, {
    onAnswer({ results, rules, done }) {
      const found = results.map(
        ({ key, findings }) => [key, { text: textOf.get(key) ?? '', findings }] as const,
      );
      const byDocument = Object.fromEntries([...kept, ...found]);
      if (done) finish({ state: 'checked', rules, byDocument });
      else useChecks.setState({ rules, byDocument });
    },
    onFailure: () => finish({ state: 'failed' }),
  });
}

let watching = false;

/** Checks the draft now, and from now on after each change, which is painted first. Calling it again tries again. */
export function startChecks(): void {
  const check = () => request(documentsOf(useStore.getState().draft));
  if (!watching) {
    watching = true;
    useStore.subscribe((now, before) => {
      if (now.draft !== before.draft) setTimeout(check, 0);
    });
  }
  check();
}
