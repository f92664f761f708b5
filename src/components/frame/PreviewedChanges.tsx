import { withRoleInstances } from '../../policies/draft/roleInstances.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { PresetPreview } from '../../policies/presets/previewPreset.ts';
import { previewLine, ruleWord } from '../../state/preset/previewLines.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { List } from '../common/List.tsx';
import { WhyLine } from '../common/WhyLine.tsx';

interface PreviewedChangesProps {
  readonly preview: PresetPreview;
  /** Under the preset. */
  readonly ruleset: Ruleset;
}

/** What the rules of a preset would change in the set: what is added, replaced, or removed, and by whose rule. */
export function PreviewedChanges({ preview: { changes, draft }, ruleset }: PreviewedChangesProps) {
  const rules = withRoleInstances(ruleset, draft);
  return (
    <section aria-label="Changes in this set">
      <Heading look="dialog" mt={4} mb={1}>
        Changes in this set
      </Heading>
      {changes.length === 0 && <p>No selection, value, or name of this set changes.</p>}
      <List look="rows">
        {changes.map((change) => (
          <li key={`${change.kind} ${change.id}`}>
            <ForeignText text={previewLine(change, rules)} use="prose" />
            <WhyLine what={ruleWord(change, rules)} why={change.why} />
          </li>
        ))}
      </List>
    </section>
  );
}
