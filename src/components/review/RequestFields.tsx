import { contextFromText } from '../common/contextText.ts';
import { Field } from '../common/Field.tsx';
import { Input, TextArea } from '../common/Input.tsx';
import { Stack } from '../common/Stack.tsx';

/** A request as it is typed. */
export interface Entered {
  readonly principal: string;
  readonly action: string;
  readonly arn: string;
  readonly context: string;
}

const fields = [
  { of: 'action', label: 'Action' },
  { of: 'arn', label: 'Resource' },
  { of: 'principal', label: 'Principal' },
] as const;

interface RequestFieldsProps {
  readonly entered: Entered;
  onSet(change: Partial<Entered>): void;
}

/** Who calls what, on which resource, with which context. */
export function RequestFields({ entered, onSet }: RequestFieldsProps) {
  const context = contextFromText(entered.context);
  return (
    <Stack columns={320} gap={4} rowGap={0}>
      {fields.map(({ of, label }) => (
        <Field key={of} label={label}>
          {(control) => (
            <Input
              wide
              mono
              {...control}
              value={entered[of]}
              spellCheck={false}
              autoComplete="off"
              onChange={(event) => onSet({ [of]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field
        label="Context"
        help="One key per line: key = value"
        error={context.ok ? undefined : `Line ${context.line} ${context.problem}.`}
      >
        {(control) => (
          <TextArea
            tall={88}
            mono
            {...control}
            value={entered.context}
            spellCheck={false}
            onChange={(event) => onSet({ context: event.target.value })}
          />
        )}
      </Field>
    </Stack>
  );
}
