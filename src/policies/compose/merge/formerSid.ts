import type { SidSource } from './sids.ts';

/** Templates that had another Sid in version 0.1. */
const formerTemplates: ReadonlyMap<string, string> = new Map([
  ['AllowSageMakerAssumeRole', 'SageMakerTakesRole'],
  ['AllowSageMakerAssumeRoleNoSourceAccount', 'SageMakerTakesRoleForAnyAccount'],
  ['AllowCodeBuildAssumeRole', 'CodeBuildTakesRole'],
  ['AllowCodeBuildAssumeRoleNoSourceAccount', 'CodeBuildTakesRoleForAnyAccount'],
]);

/**
 * The Sids that statements had in version 0.1, which depend on what else is selected. Edits in drafts and links from then are
 * stored under these Sids, and find their statements by them.
 */
export function formerSids(statements: readonly (readonly SidSource[])[]): readonly string[] {
  const taken = new Set<string>();
  return statements.map((names) => {
    const base = formerSid(names);
    let sid = base;
    for (let number = 2; taken.has(sid); number += 1) sid = `${base}${number}`;
    taken.add(sid);
    return sid;
  });
}

function formerSid(names: readonly SidSource[]): string {
  const templates = [...new Set(names.map(({ template }) => formerTemplates.get(template) ?? template))];
  const [first = 'Statement', second] = templates;
  if (second === undefined) return `${personaPrefix(names)}${first}${rowSuffix(names)}`;
  return templates.length === 2 ? `${first}And${second}` : `${first}And${templates.length - 1}More`;
}

function personaPrefix(names: readonly SidSource[]): string {
  const mark = names[0]?.persona;
  if (mark === undefined || names.some(({ persona }) => persona !== mark)) return '';
  return mark.charAt(0).toUpperCase() + mark.slice(1).toLowerCase();
}

function rowSuffix(names: readonly SidSource[]): string {
  const lowest = Math.min(...names.map((name) => name.row));
  return lowest === 0 ? '' : `${lowest + 1}`;
}
