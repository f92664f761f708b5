import createCache from '@emotion/cache';

/** Lines this thin stay so. */
const HAIRLINE = 3;

/** `13px` → `0.8125rem`: a length of a design for the usual font size of 16 pixels, as the reader's font size asks for it. */
export const asReaderSizes = (css: string): string =>
  css.replace(/(?<![\w.#-])(-?\d*\.?\d+)px/g, (length, pixels: string) =>
    Math.abs(Number(pixels)) <= HAIRLINE ? length : `${Number(pixels) / 16}rem`,
  );

/** What Emotion hands to a plugin, as far as it is used here. */
interface StyleElement {
  readonly type: string;
  value: string;
  return: string;
}

/**
 * Where the page's styles come from. Sizes are written in pixels and follow the font size that is set in the browser. Safari
 * needs a prefix for `user-select`, and for nothing else of this page.
 */
export const styleCache = createCache({
  key: 'css',
  stylisPlugins: [
    (element: StyleElement) => {
      if (element.type !== 'decl') return;
      element.value = asReaderSizes(element.value);
      if (element.value.startsWith('user-select:'))
        element.return = `-webkit-${element.value}${element.value}`;
    },
  ],
});
