import { styled } from '@mui/material/styles';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Box } from './Box.tsx';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';
import { SMALL } from './space.ts';
import { Stack } from './Stack.tsx';

/** For the control of a field: ties it to its label, its help and its error. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps extends Omit<ComponentProps<typeof Box>, 'children'> {
  readonly label: ReactNode;
  /** At the end of the label's line. */
  readonly aside?: ReactNode;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  /** Below everything else, such as a button that adds a control. */
  readonly foot?: ReactNode;
  /** Several controls, each named by `labelId` and a name of its own. */
  readonly many?: boolean;
  readonly children: (control: FieldWiring, labelId: string) => ReactNode;
}

const Label = styled('label')({ fontWeight: 500 });

/** Above a control that has a place of its own, outside of a `Field`. */
export const LabelAbove = styled(Label)({ display: 'block', marginBottom: 8 });

/** A control below its label, with what is wrong with its value and what helps to find one. */
export function Field(props: FieldProps) {
  const { label, aside, help, error, foot, many = false, children, ...root } = props;
  const id = useId();
  const has = { error: error !== undefined, help: help !== undefined };
  const described = [has.error && `${id}-error`, has.help && `${id}-help`].filter(Boolean).join(' ');
  const wiring = { id, 'aria-describedby': described || undefined, 'aria-invalid': has.error };
  return (
    <Box py={1} mb={1} {...root}>
      <Stack row align="baseline" gap={2} rowGap={0} mb={2}>
        <Label {...(many ? { as: 'span' } : { htmlFor: id })} id={`${id}-label`}>
          {label}
        </Label>
        {aside}
      </Stack>
      {children(wiring, `${id}-label`)}
      {has.error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {has.help && (
        <Note id={`${id}-help`} mt={1}>
          {help}
        </Note>
      )}
      {foot}
    </Box>
  );
}

const ErrorLine = styled('p')({
  display: 'flex',
  gap: 6,
  margin: '4px 0 0',
  color: 'var(--error)',
  fontSize: SMALL,
  overflowWrap: 'anywhere',
});

interface FieldErrorProps {
  readonly id?: string;
  readonly children: ReactNode;
}

/** What is wrong with a value, below it: what happened, and what to do. Its control names it in `aria-describedby`. */
export function FieldError({ id, children }: FieldErrorProps) {
  return (
    <ErrorLine id={id}>
      <Icon name="warning" />
      <span>{children}</span>
    </ErrorLine>
  );
}

interface FieldGroupProps extends ComponentProps<typeof Box> {
  readonly legend: ReactNode;
  /** At the end of the legend's line. */
  readonly aside?: ReactNode;
  readonly help?: ReactNode;
  /** Within another group. */
  readonly small?: boolean;
}

/** Controls that answer one question together, such as radio buttons. */
export function FieldGroup({ legend, aside, help, small, children, ...fieldset }: FieldGroupProps) {
  return (
    <Box as="fieldset" {...fieldset}>
      <legend>
        <Stack as="span" row nowrap gap={2} py={small ? 0 : 1} small={small ?? false}>
          {legend}
          {aside !== undefined && (
            <Note as="span" atEnd>
              {aside}
            </Note>
          )}
        </Stack>
      </legend>
      {help !== undefined && <Note>{help}</Note>}
      {children}
    </Box>
  );
}
