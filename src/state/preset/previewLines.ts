import { deliveryWords } from '../../policies/model/labels.ts';
import { entryOf } from '../../policies/library/preset.ts';
import { findPersona, type Ruleset } from '../../policies/library/ruleset.ts';
import type { PreviewedChange } from '../../policies/presets/previewPreset.ts';
import { changedThing } from './changeLines.ts';

/** What a preset would change in the set, one line for each change: `Account ID: 999988887777 → 111122223333`. */
export function previewLine(change: PreviewedChange, ruleset: Ruleset): string {
  const { kind, id } = change;
  const subject = changedThing({ kind: kind === 'filled' ? 'value' : kind, id }, ruleset);
  return `${subject}: ${effectOf(change, ruleset)}`;
}

function effectOf({ kind, was, is }: PreviewedChange, ruleset: Ruleset): string {
  const isSame = was.join('\n') === is.join('\n');
  switch (kind) {
    case 'filled':
      return `filled in with ${is.join(', ')}`;
    case 'value':
      if (isSame || was.length === 0) return 'other values of roles and environments are removed';
      return is.length === 0 ? `${was.join(', ')} is removed` : `${was.join(', ')} → ${is.join(', ')}`;
    case 'limit':
      return was.length === 0 ? 'added' : 'options are set';
    case 'activity':
      return `removed from ${was.map((persona) => findPersona(persona, ruleset)?.title ?? persona).join(', ')}`;
    case 'delivery':
      return isSame ? 'settings change' : `${was.map(placed).join('')} → ${is.map(placed).join('')}`;
    case 'edit':
      return 'removed';
    case 'name':
      return `${was.join('')} → ${is.join('')}`;
    default:
      return kind satisfies never;
  }
}

const placed = (way: string): string =>
  Object.entries(deliveryWords)
    .find(([id]) => id === way)?.[1]
    .toLowerCase() ?? way;

/** What the rule does, before its owner, in the words of the list of rules. */
export function ruleWord({ kind, id }: Pick<PreviewedChange, 'kind' | 'id'>, { preset }: Ruleset): string {
  return kind === 'value' && entryOf(preset?.allowedValues, id) ? 'Listed' : ruleWords[kind];
}

const ruleWords: Readonly<Record<PreviewedChange['kind'], string>> = {
  filled: 'Locked',
  value: 'Locked',
  limit: 'Required',
  activity: 'Hidden',
  delivery: 'Set',
  edit: 'Required',
  name: 'Set',
};
