import { variableOfPlaceholder } from '../../../policies/library/ruleset.ts';
import { showField } from '../../../state/showCounted.ts';
import { useRuleset } from '../../../state/store.ts';
import { InlineButton } from '../InlineButton.tsx';

/** The fields of missing values that decide an answer. */
export function MissingFields({ names }: { readonly names: readonly string[] }) {
  const ruleset = useRuleset();
  const fields = new Set(names.flatMap((name) => variableOfPlaceholder(name, ruleset) ?? []));
  return [...fields].map((variable) => (
    <InlineButton key={variable.id} onClick={() => showField(variable)}>
      Enter {variable.label}
    </InlineButton>
  ));
}
