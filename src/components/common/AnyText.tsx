import { styled } from '@mui/material/styles';
import type { ComponentProps } from 'react';
import { TextArea } from './Input.tsx';

const Filling = styled(TextArea)({
  height: '100%',
  padding: '8px 16px',
  border: 'none',
  borderRadius: 0,
  outlineOffset: -2,
  resize: 'none',
  '@media (pointer: coarse)': { height: '100%' },
});

interface AnyTextProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> {
  readonly value: string;
  /** Height at first, in pixels; without it the field fills what it is in. */
  readonly tall?: number;
  onText(text: string): void;
}

/** The one field for texts from elsewhere, whatever they are: nothing in it is corrected or capitalized. */
export function AnyText({ tall, onText, ...field }: AnyTextProps) {
  const fieldProps = {
    ...field,
    spellCheck: false,
    autoCapitalize: 'off',
    onChange: ({ target }: { readonly target: { readonly value: string } }) => onText(target.value),
  };
  return tall === undefined ? (
    <Filling mono tall={0} {...fieldProps} />
  ) : (
    <TextArea mono tall={tall} {...fieldProps} />
  );
}
