import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { monacoTheme } from '../monaco/monacoTheme.ts';
import { theme } from './theme.ts';
import { editorTokens, type Scheme } from './colors.ts';

const schemes = ['light', 'dark'] as const;

/** The custom properties of a scheme, as the page gets them. */
function tokensOf(scheme: Scheme): Readonly<Record<string, string>> {
  const styles: any = theme.components?.MuiCssBaseline?.styleOverrides;
  const rule = Object.keys(styles).find((selector) => selector.includes(`[data-scheme="${scheme}"]`)) ?? '';
  const own = Object.entries<any>(styles[rule]).filter(([name]) => name.startsWith('--'));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(2), value]));
}

type Color = readonly [red: number, green: number, blue: number];

const read = (hex: string): Color => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return [red, green, blue];
};

/** Contrast as WCAG 2 defines it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: Color, other: Color): number {
  const luminance = (color: Color) => {
    const [red = 0, green = 0, blue = 0] = color.map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** A color laid over another one. */
const over = (color: string, share: number, base: Color): Color => {
  const [red, green, blue] = read(color);
  const mixed = (part: number, under: number) => part * share + under * (1 - share);
  return [mixed(red, base[0]), mixed(green, base[1]), mixed(blue, base[2])];
};

const surfaces = ['surface', 'page', 'sunken'];
const marked = ['accent-quiet', 'changed-line', 'traced-line'];
/** What is no text: lines that part things, edges of controls, and text on the accent alone. */
const others = ['edge', 'hairline', 'on-accent'];

describe.each(schemes)('colors of the %s scheme', (scheme) => {
  const tokens = tokensOf(scheme);
  const colorOf = (name: string) => read(tokens[name] ?? '');
  const texts = Object.keys(tokens).filter((name) => ![...surfaces, ...marked, ...others].includes(name));

  it('are all there', () => {
    expect(texts.length).toBeGreaterThan(20);
    for (const value of Object.values(tokens)) expect(value).toMatch(/^#[0-9A-F]{6}$/);
  });

  it.each(texts)('let %s be read on every surface', (name) => {
    for (const surface of surfaces)
      expect(contrast(colorOf(name), colorOf(surface)), surface).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['ink', 'ink-2', 'code-key', 'code-string', 'accent'])(
    'let %s be read on what is marked',
    (name) => {
      for (const background of marked)
        expect(contrast(colorOf(name), colorOf(background)), background).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('let edges of controls be seen, and text on the accent be read', () => {
    for (const surface of surfaces)
      expect(contrast(colorOf('edge'), colorOf(surface)), surface).toBeGreaterThanOrEqual(3);
    for (const background of ['accent', 'accent-strong'])
      expect(contrast(colorOf('on-accent'), colorOf(background)), background).toBeGreaterThanOrEqual(4.5);
  });

  it('let the text of a comparison be read where it was added or removed', () => {
    const { rules, colors } = monacoTheme(scheme, editorTokens(scheme));
    const texts = rules.flatMap(({ foreground }) => foreground ?? []);
    expect(texts.length).toBeGreaterThan(3);
    const laid = (name: string, base: Color) => {
      const color = colors[`diffEditor.${name}Background`] ?? '';
      return over(color, Number.parseInt(color.slice(7), 16) / 255, base);
    };
    for (const change of ['inserted', 'removed']) {
      const line = laid(`${change}Line`, read(colors['editor.background'] ?? ''));
      for (const behind of [line, laid(`${change}Text`, line)])
        for (const text of texts)
          expect(contrast(read(`#${text}`), behind), `${text} on ${change}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('widths from which the page looks different', () => {
  const src = join(dirname(fileURLToPath(import.meta.url)), '../..');
  const WIDTH = /(?:@media|@container)[^'"`{]*width/;

  it('are those of the theme', () => {
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && file !== 'components/common/theme.ts',
    );
    expect(files.filter((file) => WIDTH.test(readFileSync(join(src, file), 'utf8')))).toEqual([]);
    expect(files.length).toBeGreaterThan(1000);
  });

  it('are the same before the page has loaded', () => {
    const shell = readFileSync(join(src, 'shell.css'), 'utf8');
    const widths = [...shell.matchAll(/@media ([^{]*width[^{]*)/g)].flatMap(([, query = '']) =>
      [...query.matchAll(/(\d+)em/g)].map(([, width]) => Number(width)),
    );
    const { values } = theme.breakpoints;
    expect(new Set(widths)).toEqual(new Set([values.sm, values.lg]));
  });

  it.each(["'@media (max-width: 900px)'", '`@media (width < ${n}px)`', "'@container (min-width: 3px)'"])(
    'would be found in %s',
    (source) => expect(WIDTH.test(source)).toBe(true),
  );
});
