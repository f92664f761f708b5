import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Field } from './Field.tsx';

/** The attributes of the first element of a kind. */
function attributesOf(markup: string, element: string): Readonly<Record<string, string>> {
  const [tag = ''] = new RegExp(`<${element}\\b[^>]*>`).exec(markup) ?? [];
  return Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

const idsOf = (markup: string) => [...markup.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);

describe('a field', () => {
  it('ties its control to its label, its help and its error', () => {
    const markup = renderToStaticMarkup(
      <Field label="Region" help="Where the work runs." error="There is no such Region.">
        {(control) => <input {...control} />}
      </Field>,
    );
    const input = attributesOf(markup, 'input');
    expect(attributesOf(markup, 'label')['for']).toBe(input['id']);
    expect(input['aria-invalid']).toBe('true');
    const described = input['aria-describedby']?.split(' ') ?? [];
    expect(described).toHaveLength(2);
    expect(idsOf(markup)).toEqual(expect.arrayContaining(described));
  });

  it('says nothing of help and errors that it does not have', () => {
    const markup = renderToStaticMarkup(<Field label="Region">{(control) => <input {...control} />}</Field>);
    const input = attributesOf(markup, 'input');
    expect(input['aria-describedby']).toBeUndefined();
    expect(input['aria-invalid']).toBe('false');
  });

  it('gives several controls the id of its label, and is then no label of one of them', () => {
    const markup = renderToStaticMarkup(
      <Field many label="Subnets">
        {(_, labelId) => [1, 2].map((place) => <input key={place} aria-labelledby={labelId} />)}
      </Field>,
    );
    expect(markup).not.toContain('<label');
    expect(idsOf(markup)).toContain(attributesOf(markup, 'input')['aria-labelledby']);
  });
});
