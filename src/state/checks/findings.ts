import { documentsOf, type PrintedDocument } from '../derived.ts';
import { useStore } from '../store.ts';
import { type Checks, useChecks } from './checks.ts';
import { checkTexts } from './client.ts';

let busy = false;
let waiting: readonly PrintedDocument[] | undefined;

/** One request at a time; of those that come meanwhile only the last is made. */
function request(documents: readonly PrintedDocument[]): void {
  if (busy) {
    waiting = documents;
    return;
  }
  busy = true;
  const known = useChecks.getState().byDocument;
  const changed = documents.filter(({ id, text }) => known[id]?.text !== text);
  const texts = changed.map(({ id, text, kind }) => ({ key: id, text, as: { kind } }));
  const kept = documents.flatMap(({ id, text }) =>
    known[id]?.text === text ? [[id, known[id]] as const] : [],
  );
  if (texts.length === 0) return finish({ state: 'checked', byDocument: Object.fromEntries(kept) });
  useChecks.setState({ state: 'checking' });
  const textOf = new Map(changed.map(({ id, text }) => [id, text]));
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

function finish(change: Partial<Checks>): void {
  busy = false;
  useChecks.setState(change);
  const next = waiting;
  waiting = undefined;
  if (next) request(next);
}

export const checkAgain = (): void => request(documentsOf(useStore.getState().draft));

/** Keeps the findings up to date from now on; each change is painted before it is checked. */
export function startChecks(): void {
  let before = useStore.getState().draft;
  const later = () => setTimeout(checkAgain, 0);
  if (documentsOf(before).length > 0) later();
  useStore.subscribe(({ draft }) => {
    if (draft === before) return;
    before = draft;
    later();
  });
}
