import { useMemo, useState } from 'react';
import { type FurtherResource, furtherArn } from '../../policies/accessTests/refusals/furtherResource.ts';
import { Field } from '../common/Field.tsx';
import { Input } from '../common/Input.tsx';

type Typed = Readonly<Record<string, string>>;

export interface Further {
  /** Those of the message, and those that were typed. */
  readonly all: readonly string[];
  readonly typed: Typed;
  /** Of a type of resource: what was typed, and its ARN if it is one. */
  enter(type: string, text: string, arn: string | undefined): void;
}

/** The resources of a denied call, with what is typed for those that the message doesn’t name. */
export function useFurther(resources: readonly string[]): Further {
  const [typed, setTyped] = useState<Typed>({});
  const [arns, setArns] = useState<Readonly<Record<string, string | undefined>>>({});
  return useMemo(
    () => ({
      all: [...resources, ...Object.values(arns).flatMap((arn) => arn ?? [])],
      typed,
      enter: (type, text, arn) => {
        setTyped((before) => ({ ...before, [type]: text }));
        setArns((before) => ({ ...before, [type]: arn }));
      },
    }),
    [resources, arns, typed],
  );
}

interface FurtherFieldsProps {
  readonly action: string;
  readonly needed: readonly FurtherResource[];
  readonly further: Further;
}

/** Asks for the resources that IAM authorizes the call on as well. */
export const FurtherFields = ({ action, needed, further: { typed, enter } }: FurtherFieldsProps) =>
  needed.map((resource) => {
    const text = typed[resource.type] ?? '';
    const isWrong = text.trim() !== '' && furtherArn(resource, text) === undefined;
    return (
      <Field
        key={resource.type}
        label={`ARN or name of the ${resource.type}`}
        help={`IAM authorizes ${action} on this resource as well, and AWS named only one. With it, the missing statement covers both.`}
        error={isWrong ? `Enter one name, or the ARN of one ${resource.type}, without wildcards.` : undefined}
      >
        {(wiring) => (
          <Input
            {...wiring}
            wide
            mono
            value={text}
            autoComplete="off"
            spellCheck={false}
            maxLength={2048}
            onChange={({ target: { value } }) => enter(resource.type, value, furtherArn(resource, value))}
          />
        )}
      </Field>
    );
  });
