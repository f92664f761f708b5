import { variableOfPlaceholder } from '../../../policies/library/ruleset.ts';
import { hasField, showField } from '../../../state/showCounted.ts';
import { useRuleset, useStore } from '../../../state/store.ts';
import { InlineButton } from '../InlineButton.tsx';

/** The fields of missing values that decide an answer. */
export function MissingFields({ names }: { readonly names: readonly string[] }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  // An imported policy has its own fields above its text.
  const found = names.flatMap((name) => variableOfPlaceholder(name, ruleset) ?? []);
  const fields = new Set(found.filter((variable) => hasField(variable, draft)));
  return [...fields].map((variable) => (
    <InlineButton key={variable.id} onClick={() => showField(variable)}>
      Enter {variable.label}
    </InlineButton>
  ));
}
