import { styled } from '@mui/material/styles';
import { useId } from 'react';
import { type AllowedValues, entryOf, type LockedValues } from '../../policies/library/preset.ts';
import type { Variable } from '../../policies/library/variables/variable.ts';
import { problemsOf } from '../../state/derived/derived.ts';
import { setValues } from '../../policies/draft/editDraft.ts';
import { edit, show, useRuleset, useStore } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { Choice } from '../common/Choice.tsx';
import { control } from '../common/control.ts';
import { Icon } from '../common/Icon.tsx';
import { WhyLine } from '../common/WhyLine.tsx';
import { Field, Head, Help, Label, Placeholder } from './fieldParts.ts';

const Group = styled('fieldset')({ margin: 0, padding: 0, border: 'none', minWidth: 0 });
const Problem = styled('p')({
  display: 'flex',
  gap: 6,
  margin: '4px 0 0',
  fontSize: 13,
  color: 'var(--error)',
});
const value = { ...control, width: '100%', marginTop: 4, font: `13px/20px ${fontMono}` } as const;
const Locked = styled('input')({ ...value, background: 'var(--sunken)', color: 'var(--ink)' });
const Select = styled('select')(value);
const Value = styled('code')({ fontFamily: fontMono, fontSize: 13, fontWeight: 400 });

interface RuledProps<Rule> {
  readonly variable: Variable;
  readonly rule: Rule;
}

/** A variable whose values an organisation's preset locks or lists. */
export function RuledField({ variable }: { readonly variable: Variable }) {
  const { preset } = useRuleset();
  const locked = entryOf(preset?.lockedValues, variable.id);
  const allowed = entryOf(preset?.allowedValues, variable.id);
  return (
    <Field onFocus={() => show({ focused: { variable: variable.id } })}>
      {locked && <LockedField variable={variable} rule={locked} />}
      {allowed &&
        (variable.many ? (
          <PickMany variable={variable} rule={allowed} />
        ) : (
          <PickOne variable={variable} rule={allowed} />
        ))}
      <Wrong variable={variable} />
    </Field>
  );
}

function Title({ id, variable }: { readonly id: string; readonly variable: Variable }) {
  return (
    <Head>
      <Label id={id}>{variable.label}</Label>
      <Placeholder>{variable.placeholders.map((name) => `<${name}>`).join(' / ')}</Placeholder>
    </Head>
  );
}

/** Readable, copied and reached by keyboard like any other; only not changed. */
function LockedField({ variable, rule }: RuledProps<LockedValues>) {
  const id = useId();
  return (
    <>
      <Title id={id} variable={variable} />
      {rule.values.map((text) => (
        <Locked key={text} readOnly value={text} aria-labelledby={id} aria-describedby={`${id}-why`} />
      ))}
      <Help>{variable.help}</Help>
      <WhyLine id={`${id}-why`} what="Locked" why={rule} />
    </>
  );
}

function PickOne({ variable, rule }: RuledProps<AllowedValues>) {
  const id = useId();
  const chosen = useStore((state) => state.draft.variables[variable.id]?.[0]) ?? variable.default?.[0] ?? '';
  return (
    <>
      <Title id={id} variable={variable} />
      <Select
        aria-labelledby={id}
        aria-describedby={`${id}-why`}
        value={chosen}
        onChange={(event) => set(variable, [event.target.value])}
      >
        <option value="">Not chosen</option>
        {rule.values.map((entry) => (
          <option key={entry.value} value={entry.value}>
            {entry.label === undefined ? entry.value : `${entry.value}: ${entry.label}`}
          </option>
        ))}
      </Select>
      <Help>{variable.help}</Help>
      <WhyLine id={`${id}-why`} what="Values listed" why={rule} />
    </>
  );
}

const none: readonly string[] = [];

function PickMany({ variable, rule }: RuledProps<AllowedValues>) {
  const id = useId();
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
    <Group aria-labelledby={id} aria-describedby={`${id}-why`}>
      <Title id={id} variable={variable} />
      {rule.values.map((entry) => (
        <Choice
          key={entry.value}
          type="checkbox"
          checked={entered.includes(entry.value)}
          onChange={() => toggle(entry.value)}
          title={<Value>{entry.value}</Value>}
          help={entry.label}
        />
      ))}
      <Help>{variable.help}</Help>
      <WhyLine id={`${id}-why`} what="Values listed" why={rule} />
    </Group>
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
  return problem ? (
    <Problem>
      <Icon name="warning" />
      <span>{problem.rule}</span>
    </Problem>
  ) : null;
}
