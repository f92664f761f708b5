import { countWithNoun } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { type Ruleset, variableOfPlaceholder } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { fillImportedPlaceholders } from '../../policies/handEdits/fillImportedPlaceholders.ts';
import { likePlaceholders } from '../../policies/language/placeholder.ts';
import { kindOf } from '../../policies/library/variables/kinds.ts';
import { partitionOf, readVariables } from '../../policies/compose/variableReadings.ts';
import type { PrintedDocument } from '../../state/derived/derived.ts';
import { edit, useRuleset, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { typeValue, useUnfinished } from '../../state/typing/unfinished.ts';
import { Input } from '../common/Input.tsx';
import { Field, FieldError } from '../common/Field.tsx';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';

const refusedNote = 'These values would make the policy invalid or repeat a key. Correct them.';

/** Placeholders that only a person wrote: step 3 asks for those of selected activities, and these are filled here. */
export function OwnPlaceholders({ document }: { readonly document: PrintedDocument }) {
  const ruleset = useRuleset();
  const draft = useStore((state) => state.draft);
  const typed = useUnfinished((unfinished) => unfinished.values);
  const keyOf = (name: string) => `placeholder ${document.id} ${name}`;
  const valueOf = (name: string) => typed[keyOf(name)] ?? valueInDraft(name, draft, ruleset);
  const [refused, setRefused] = useState(false);
  const names = likePlaceholders(document.text);
  if (names.length === 0) return null;
  const values = new Map(names.map((name) => [name, valueOf(name).trim()]));
  const given = [...values].filter(([, value]) => value !== '');
  const isRight =
    given.length > 0 && given.every(([name, value]) => ruleOf(name, value, draft, ruleset) === undefined);
  const fill = (event: FormEvent) => {
    event.preventDefault();
    if (!isRight) return;
    const next = fillImportedPlaceholders(draft, document.id, document.text, values);
    setRefused(next === undefined);
    if (next) edit(() => next, `${countWithNoun(given.length, 'placeholder', 'placeholders')} filled`);
  };
  return (
    <Toolbar as="form" row={false} bounded onPage aria-label="Missing values of this policy" onSubmit={fill}>
      <Disclosure label={countWithNoun(names.length, 'missing value', 'missing values')}>
        <Stack columns={280} gap={4} rowGap={2} mt={1} mb={2}>
          {names.map((name) => (
            <PlaceholderField
              key={name}
              name={name}
              label={variableOf(name, ruleset)?.label}
              value={valueOf(name)}
              rule={ruleOf(name, values.get(name) ?? '', draft, ruleset)}
              onChange={(value) => typeValue(keyOf(name), value)}
            />
          ))}
        </Stack>
        <Button type="submit" variant="outlined" disabled={!isRight}>
          Enter values
        </Button>
        <div role="alert">{refused && <FieldError>{refusedNote}</FieldError>}</div>
      </Disclosure>
    </Toolbar>
  );
}

interface FieldProps {
  readonly name: string;
  /** Of the field that asks for the same value elsewhere. */
  readonly label: string | undefined;
  readonly value: string;
  readonly rule: string | undefined;
  onChange(value: string): void;
}

function PlaceholderField({ name, label, value, rule, onChange }: FieldProps) {
  const shown = (
    <>
      {label} <code>{name}</code>
    </>
  );
  return (
    <Field label={shown} {...(rule === undefined ? {} : { error: rule })}>
      {(control) => (
        <Input
          {...control}
          mono
          wide
          value={value}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

const variableOf = (name: string, ruleset: Ruleset) => variableOfPlaceholder(name.slice(1, -1), ruleset);

/** The value in step 3 of the variable with this placeholder, if it is a single one. */
function valueInDraft(name: string, draft: Draft, ruleset: Ruleset): string {
  const variable = variableOf(name, ruleset);
  const reading = variable && readVariables(draft, ruleset).byVariable.get(variable.id);
  if (!reading || reading.state === 'unfilled' || reading.bindings.length !== 1) return '';
  return reading.bindings[0]?.[name.slice(1, -1)] ?? '';
}

/** The rule of its variable that a value breaks. Of a value with several parts each placeholder is one, and has none of its own. */
function ruleOf(name: string, value: string, draft: Draft, ruleset: Ruleset): string | undefined {
  const variable = variableOf(name, ruleset);
  if (value === '' || variable?.placeholders.length !== 1) return undefined;
  const read = kindOf(variable.kind).read(value, { partition: partitionOf(draft) });
  return read.ok ? undefined : read.rule;
}
