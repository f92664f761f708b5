import type { Source } from '../../policies/model/composedDocument.ts';

/** The templates of one selected activity that a line comes from. */
export interface ChoiceGroup {
  readonly persona: string;
  readonly activity: string;
  readonly templates: ReadonlySet<string>;
}

/** The selected activities behind a line, each once, in the order in which the statement was put together. */
export function groupByChoice(sources: readonly Source[]): readonly ChoiceGroup[] {
  const groups = new Map<string, { persona: string; activity: string; templates: Set<string> }>();
  for (const source of sources) {
    if (source.kind !== 'activity') continue;
    const { persona, activity, template } = source;
    const key = `${persona} ${activity}`;
    const group = groups.get(key) ?? { persona, activity, templates: new Set() };
    group.templates.add(template);
    groups.set(key, group);
  }
  return [...groups.values()];
}
