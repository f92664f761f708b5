import { chooseActivity } from '../../draft/createDraft.ts';
import {
  activityChoices,
  setOption,
  setTrustForm,
  setTrustOption,
  setValues,
} from '../../draft/editDraft.ts';
import { setRoleValues } from '../../draft/editRoles.ts';
import { valuesOfRole } from '../../draft/roleInstances.ts';
import { addStatement } from '../../handEdits/addStatement.ts';
import type { Statement } from '../../language/policy.ts';
import type { Ruleset } from '../../library/ruleset.ts';
import type { Draft } from '../../model/draft.ts';

/** Values of a variable after a change, and what was there. */
export interface ValueChange {
  readonly variable: string;
  readonly before: readonly string[];
  readonly values: readonly string[];
}

interface WithValues {
  /** Values that the message gives and that are needed besides. */
  readonly values: readonly ValueChange[];
}

/** What would allow a refused call, from the smallest change to the largest. Plain data, which a worker can post. */
export type RefusalChange =
  | ({ readonly kind: 'values' } & WithValues)
  | ({
      readonly kind: 'option';
      readonly activity: string;
      readonly option: string;
      readonly value: string;
    } & WithValues)
  | ({
      readonly kind: 'activity';
      readonly activity: string;
      readonly options: Readonly<Record<string, string>>;
    } & WithValues)
  | ({
      readonly kind: 'trust';
      readonly form: string;
      readonly options: Readonly<Record<string, string>>;
    } & WithValues)
  | { readonly kind: 'statement'; readonly document: string; readonly statement: Statement };

/** The draft after a change for a persona's role. */
export function applyChange(draft: Draft, persona: string, change: RefusalChange, ruleset: Ruleset): Draft {
  if (change.kind === 'statement') return addStatement(draft, change.document, change.statement);
  const filled = change.values.reduce(
    (before, { variable, values }) => withValues(before, persona, variable, values),
    draft,
  );
  return withChoice(filled, persona, change, ruleset);
}

function withChoice(draft: Draft, persona: string, change: RefusalChange, ruleset: Ruleset): Draft {
  switch (change.kind) {
    case 'option':
      return setOption(draft, persona, change.activity, change.option, change.value);
    case 'activity': {
      const choice = chooseActivity(change.activity, ruleset);
      const added = { ...choice, options: { ...choice.options, ...change.options } };
      const others = activityChoices(draft, persona).filter(({ activity }) => activity !== change.activity);
      return { ...draft, activities: { ...draft.activities, [persona]: [...others, added] } };
    }
    case 'trust':
      return Object.entries(change.options).reduce(
        (before, [option, value]) => setTrustOption(before, persona, change.form, option, value),
        setTrustForm(draft, persona, change.form),
      );
    default:
      return draft;
  }
}

/** A value goes where the role has its own, or else into the shared ones. */
function withValues(draft: Draft, persona: string, variable: string, values: readonly string[]): Draft {
  return Object.hasOwn(valuesOfRole(draft, persona), variable)
    ? setRoleValues(draft, persona, variable, values)
    : setValues(draft, variable, values);
}
