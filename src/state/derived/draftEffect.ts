import { countWithNoun } from '../../policies/language/counts.ts';
import { compareActions } from '../../policies/access/actionDiff.ts';
import type { ComposedDocument } from '../../policies/model/composedDocument.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { openedLabels } from '../share/openedLabels.ts';
import { wholeDocumentsOf } from './derived.ts';
import { oncePerPolicies } from './oncePerDraft.ts';

/** One change of the draft; what is typed into a field is many with one label. */
export interface DraftChange {
  readonly label: string | null;
  readonly before: Draft;
  readonly after: Draft;
}

/** How two sets of two people differ is no effect of a change: the review says it, against a baseline. */
const opens = (label: string | null): boolean => Object.values<string | null>(openedLabels).includes(label);

/** Each change with its own effect, so that none is taken for another’s: `Persona added: … 18 actions added. One role …`. */
export function changesInWords(changes: readonly DraftChange[]): string {
  const merged: DraftChange[] = [];
  for (const change of changes) {
    const previous = merged.at(-1);
    if (previous?.label === change.label) merged[merged.length - 1] = { ...previous, after: change.after };
    else merged.push(change);
  }
  return merged
    .flatMap(({ label, before, after }) => [label, opens(label) ? '' : effectInWords(before, after)])
    .filter(Boolean)
    .join('. ');
}

/**
 * How the named actions of all documents of two drafts differ, in one short line; empty when they do not. Dividing the same
 * permissions among roles in another way adds and removes no action. Guardrails that are enforced in another way are in other
 * documents, which says nothing of what roles can do: that is compared over all layers, in the worker (`guardrailMove.ts`).
 */
export function effectInWords(before: Draft, after: Draft): string {
  const known = effectsOf(after).get(before);
  const words = known ?? computedEffect(before, after);
  if (known === undefined) effectsOf(after).set(before, words);
  return words;
}

/** The draft before → the effect of the change, which several parts of the page show, and show again while nothing changes. */
const effectsOf = oncePerPolicies(() => new WeakMap<Draft, string>());

function computedEffect(before: Draft, after: Draft): string {
  const { delivery, ceiling } = after.limits;
  return before.limits.delivery === delivery
    ? actionsIn(before, after)
    : actionsIn({ ...before, limits: { ...before.limits, delivery, ceiling } }, after);
}

function actionsIn(before: Draft, after: Draft): string {
  if (before === after) return '';
  const moved = regrouped(wholeDocumentsOf(before), wholeDocumentsOf(after));
  const [old, now] = [policiesOf(before, moved), policiesOf(after, moved)];
  let [added, removed, denied, undenied, rescoped] = [0, 0, 0, 0, 0];
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === is) continue;
    const changes = compareActions(was ?? nothing, is ?? nothing);
    added += changes.added.length;
    removed += changes.removed.length;
    denied += changes.deniedAdded.length;
    undenied += changes.deniedRemoved.length;
    rescoped += changes.rescoped.length;
  }
  const parts = [
    added > 0 && `${countWithNoun(added, 'action', 'actions')} added`,
    removed > 0 && `${countWithNoun(removed, 'action', 'actions')} removed`,
    denied > 0 && `${countWithNoun(denied, 'action', 'actions')} newly denied`,
    undenied > 0 && `${countWithNoun(undenied, 'action', 'actions')} no longer denied`,
    rescoped > 0 && `${countWithNoun(rescoped, 'action', 'actions')} with a different scope`,
  ];
  return parts.filter(Boolean).join(', ');
}

const nothing: PolicyDocument = { Statement: [] };

type Documents = readonly ComposedDocument[];

const isOfRole = ({ kind, personas }: ComposedDocument): boolean =>
  (kind === 'identity' || kind === 'trust') && personas.length > 0;

const groupOf = ({ kind, personas }: ComposedDocument): string => `${kind} ${personas.join(' ')}`;

/** Personas that have a role in both drafts, together with others than before. */
function regrouped(before: Documents, after: Documents): ReadonlySet<string> {
  const [old, now] = [before.filter(isOfRole), after.filter(isOfRole)];
  const left = (from: Documents, other: Documents) => {
    const groups = new Set(other.map(groupOf));
    return from.filter((document) => !groups.has(groupOf(document))).flatMap(({ personas }) => personas);
  };
  const here = new Set(left(now, old));
  return new Set(left(old, now).filter((persona) => here.has(persona)));
}

/** What is compared with each other: a role's documents with those of the same role, all other documents by their ids. */
function policiesOf(draft: Draft, moved: ReadonlySet<string>): ReadonlyMap<string, PolicyDocument> {
  const keyOf = (document: ComposedDocument): string => {
    if (!isOfRole(document)) return document.id;
    return document.personas.some((persona) => moved.has(persona)) ? document.kind : groupOf(document);
  };
  const byKey = new Map<string, PolicyDocument>();
  for (const document of wholeDocumentsOf(draft)) {
    const { policy } = document;
    const earlier = byKey.get(keyOf(document));
    byKey.set(keyOf(document), earlier ? { Statement: [...earlier.Statement, ...policy.Statement] } : policy);
  }
  return byKey;
}
