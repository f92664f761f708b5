import { type ReactNode, useId } from 'react';
import { type AllowedValues, entryOf, type LockedValues } from '../../policies/library/preset.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { problemsOf } from '../../state/derived/derived.ts';
import { setValues } from '../../policies/draft/editDraft.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { Choice } from '../common/Choice.tsx';
import { WhyLine } from '../common/WhyLine.tsx';
import { Field, FieldError } from '../common/Field.tsx';
import { Input } from '../common/Input.tsx';
import { Select } from '../common/Select.tsx';
import { Placeholders } from './Placeholders.tsx';

interface RuledProps<Rule> {
  readonly variable: Variable;
  readonly rule: Rule;
}

/** A variable whose values an organisation's preset locks or lists. */
export function RuledField({ variable }: { readonly variable: Variable }) {
  const { preset } = useRuleset();
  const locked = entryOf(preset?.lockedValues, variable.id);
  const allowed = entryOf(preset?.allowedValues, variable.id);
  const Pick = variable.many ? PickMany : PickOne;
  return (
    <div onFocus={() => show({ focused: { variable: variable.id } })}>
      {locked && <LockedField variable={variable} rule={locked} />}
      {allowed && <Pick variable={variable} rule={allowed} />}
      <Wrong variable={variable} />
    </div>
  );
}

/** What a field of a variable has around its values. */
const framed = (variable: Variable, foot: ReactNode) => ({
  label: variable.label,
  aside: <Placeholders of={variable} />,
  help: variable.help,
  foot,
});

/** Readable, copied and reached by keyboard like any other; only not changed. */
function LockedField({ variable, rule }: RuledProps<LockedValues>) {
  const why = useId();
  return (
    <Field many {...framed(variable, <WhyLine id={why} what="Locked" why={rule} />)}>
      {(_, labelId) =>
        rule.values.map((text) => (
          <Input
            key={text}
            mono
            wide
            mt={1}
            style={{ background: 'var(--sunken)' }}
            readOnly
            value={text}
            aria-labelledby={labelId}
            aria-describedby={why}
          />
        ))
      }
    </Field>
  );
}

function PickOne({ variable, rule }: RuledProps<AllowedValues>) {
  const why = useId();
  const selected =
    useStore((state) => state.draft.variables[variable.id]?.[0]) ?? variable.default?.[0] ?? '';
  const options = rule.values.map(({ value, label }) => ({
    value,
    label: label === undefined ? value : `${value}: ${label}`,
  }));
  return (
    <Field {...framed(variable, <WhyLine id={why} what="Values listed" why={rule} />)}>
      {(control) => (
        <Select
          {...control}
          mono
          wide
          mt={1}
          aria-describedby={`${control['aria-describedby']} ${why}`}
          value={selected}
          options={[{ value: '', label: 'Not selected' }, ...options]}
          onChange={(value) => set(variable, [value])}
        />
      )}
    </Field>
  );
}

const none: readonly string[] = [];

function PickMany({ variable, rule }: RuledProps<AllowedValues>) {
  const why = useId();
  const entered = useStore((state) => state.draft.variables[variable.id]) ?? variable.default ?? none;
  const toggle = (text: string) => {
    const next = new Set(entered);
    if (!next.delete(text)) next.add(text);
    set(
      variable,
      rule.values.map((entry) => entry.value).filter((other) => next.has(other)),
    );
  };
  return (
    <Field many {...framed(variable, <WhyLine id={why} what="Values listed" why={rule} />)}>
      {(_, labelId) => (
        <fieldset aria-labelledby={labelId} aria-describedby={why}>
          {rule.values.map((entry) => (
            <Choice
              key={entry.value}
              type="checkbox"
              checked={entered.includes(entry.value)}
              onChange={() => toggle(entry.value)}
              title={<code>{entry.value}</code>}
              help={entry.label}
            />
          ))}
        </fieldset>
      )}
    </Field>
  );
}

function set(variable: Variable, values: readonly string[]): void {
  edit((draft) => setValues(draft, variable.id, values), `${variable.label} changed`);
}

/** A listed value can still be wrong beside another choice, such as a Region of another partition. */
function Wrong({ variable }: { readonly variable: Variable }) {
  const problem = useStore(({ draft }) =>
    problemsOf(draft).find(({ state, variable: { id } }) => state === 'invalid' && id === variable.id),
  );
  return problem ? <FieldError>{problem.rule}</FieldError> : null;
}
