import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Choice } from './Choice.tsx';

const attribute = (markup: string, name: string): readonly string[] =>
  new RegExp(` ${name}="([^"]*)"`).exec(markup)?.[1]?.split(' ') ?? [];

const textOf = (markup: string, id: string): string | undefined =>
  new RegExp(`<span[^>]* id="${id}"[^>]*>([^<]*)</span>`).exec(markup)?.[1];

it.each(['checkbox', 'radio'] as const)(
  'a %s has its title as its name, and its help as its description',
  (type) => {
    const markup = renderToStaticMarkup(
      <Choice
        type={type}
        title="Data scientist"
        help="Works in notebooks."
        aria-describedby="rule"
        readOnly
      />,
    );
    const [help, further] = attribute(markup, 'aria-describedby');
    expect(attribute(markup, 'aria-labelledby').map((id) => textOf(markup, id))).toEqual(['Data scientist']);
    expect(textOf(markup, help ?? '')).toBe('Works in notebooks.');
    expect(further).toBe('rule');
  },
);

it('without help there is no description', () => {
  const markup = renderToStaticMarkup(<Choice type="checkbox" title="Tests" readOnly />);
  expect(attribute(markup, 'aria-describedby')).toEqual([]);
});
