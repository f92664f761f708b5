import { compareActions } from '../policies/changes.ts';
import type { PolicyDocument } from '../policies/document.ts';
import type { Draft } from '../policies/draft.ts';
import { wholeDocumentsOf } from './derived.ts';
import { count } from './progress.ts';

/** How the named actions of all documents of two drafts differ, in one short line; empty when they do not. */
export function effectOf(before: Draft, after: Draft): string {
  if (before === after) return '';
  const [old, now] = [wholeDocumentsOf(before), wholeDocumentsOf(after)];
  const [oldById, nowById] = [policiesById(old), policiesById(now)];
  const ids = new Set([...oldById.keys(), ...nowById.keys()]);
  let [added, removed, denied, undenied, rescoped] = [0, 0, 0, 0, 0];
  for (const id of ids) {
    const [was, is] = [oldById.get(id), nowById.get(id)];
    if (was === is) continue;
    const changes = compareActions(was ?? none, is ?? none);
    added += changes.added.length;
    removed += changes.removed.length;
    denied += changes.deniedAdded.length;
    undenied += changes.deniedRemoved.length;
    rescoped += changes.rescoped.length;
  }
  const parts = [
    added > 0 && `${count(added, 'action', 'actions')} added`,
    removed > 0 && `${count(removed, 'action', 'actions')} removed`,
    denied > 0 && `${count(denied, 'action', 'actions')} newly denied`,
    undenied > 0 && `${count(undenied, 'action', 'actions')} no longer denied`,
    rescoped > 0 && `${count(rescoped, 'action', 'actions')} with another scope`,
  ];
  return parts.filter(Boolean).join(', ');
}

const none: PolicyDocument = { Statement: [] };

const policiesById = (documents: ReturnType<typeof wholeDocumentsOf>): ReadonlyMap<string, PolicyDocument> =>
  new Map(documents.map(({ id, policy }) => [id, policy]));
