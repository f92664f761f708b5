import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toOffset as asOffset } from '../../policies/language/policy.ts';
import { lineAt, placesOnScreen } from './placesOnScreen.ts';

it.each([
  ['nothing changed', 'a\nbad\nc', 'a\nbad\nc', 2],
  ['lines were added before it', 'a\nbad\nc', 'x\ny\na\nbad\nc', 4],
  ['something was typed after it', 'a\nbad\nc', 'a\nbad\nc,', 2],
  ['it was typed in', 'a\nbad\nc', 'a\nba,d\nc', undefined],
  ['something was typed at its end', 'a\nbad\nc', 'a\nbadly\nc', undefined],
  ['it is gone', 'a\nbad\nc', 'a\nc', undefined],
  ['the text changed on both sides', 'a\nbad\nc', 'x\nbad\ny', undefined],
] as const)('%s', (_, checked, onScreen, line) => {
  const place = placesOnScreen(
    checked,
    onScreen,
  )({
    offset: asOffset(checked.indexOf('bad')),
    length: 3,
  });
  expect(place && lineAt(onScreen, place.offset)).toBe(line);
});

it('is the same text wherever it is said to be, after any edit', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });
  fc.assert(
    fc.property(text, text, text, text, fc.nat(), fc.nat(), (before, cut, put, after, start, size) => {
      const checked = before + cut + after;
      const onScreen = before + put + after;
      const offset = start % (checked.length + 1);
      const length = size % (checked.length - offset + 1);
      const place = placesOnScreen(checked, onScreen)({ offset: asOffset(offset), length });
      const isOutside = offset + length < before.length || offset > before.length + cut.length;
      if (isOutside) expect(place).toBeDefined();
      if (place)
        expect(onScreen.slice(place.offset, place.offset + place.length)).toBe(
          checked.slice(offset, offset + length),
        );
    }),
  );
});
