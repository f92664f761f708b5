import { createTheme } from '@mui/material/styles';
import { customProperties, palette } from './colors.ts';

/** The fallbacks are in `shell.css`. */
export const fontSans =
  "'IBM Plex Sans', 'Plex fallback', 'Plex fallback of Android', 'Plex fallback of Linux', system-ui, sans-serif";
export const fontMono = "'IBM Plex Mono', ui-monospace, monospace";

/** Pixels of a reader who left the browser's font size as it is, in units that follow a larger one. */
const em = (pixels: number): number => pixels / 16;

/** `phone` below, `tablet` from 768, `desktop` from 1200 CSS pixels. */
const breakpoints = {
  values: { xs: 0, sm: em(768), md: em(1000), lg: em(1200), xl: em(1600) },
  unit: 'em',
  step: em(5),
};

/** A phone with text of twice the usual size. */
const largeText = `@media (max-width: ${em(260)}em)`;

const typography = {
  fontFamily: fontSans,
  fontSize: 14,
  fontWeightRegular: 400,
  fontWeightMedium: 500,
  fontWeightBold: 600,
  body1: { fontSize: 14, lineHeight: '20px' },
  body2: { fontSize: 13, lineHeight: '20px' },
  caption: { fontSize: 12, lineHeight: '16px' },
  button: { fontSize: 14, lineHeight: '20px', fontWeight: 500, textTransform: 'none' },
  h2: { fontSize: 16, lineHeight: '24px', fontWeight: 600 },
  h3: { fontSize: 14, lineHeight: '20px', fontWeight: 600 },
} as const;

/** Where a button’s words begin at the place of its edge. */
export const besideWords = 'calc(-1 * var(--button-room))';

/** The class of what is on paper in place of the page. */
export const onPaper = 'on-paper';

const focusRing = { outline: '2px solid var(--accent)', outlineOffset: 2 };

const globalStyles = {
  ':root, [data-scheme="light"]': { ...customProperties('light'), colorScheme: 'light' },
  '[data-scheme="dark"]': { ...customProperties('dark'), colorScheme: 'dark' },
  // The line of what is not selected: where the system replaces colors, it would draw a transparent one as well.
  ':root': { '--unmarked': 'transparent' },
  '@media (forced-colors: active)': { ':root': { '--unmarked': 'Canvas' } },
  'html, body, #root': { height: '100%' },
  body: { fontVariantNumeric: 'tabular-nums', textRendering: 'optimizeLegibility' },
  ':focus-visible': focusRing,
  // Looks of elements, of no weight: a class has the last word.
  ':where(a:not([class]))': { color: 'var(--accent)', '@media (pointer: coarse)': { paddingBlock: 4 } },
  ':where(code, kbd)': { fontFamily: fontMono, fontSize: 12 },
  ':where(code)': { overflowWrap: 'anywhere' },
  ':where(kbd)': { whiteSpace: 'nowrap', [largeText]: { whiteSpace: 'normal' } },
  ':where(svg)': { display: 'block', flex: 'none' },
  ':where(fieldset)': { minWidth: 0, margin: 0, padding: 0, border: 'none' },
  ':where(legend)': { width: '100%', padding: 0, fontWeight: 600 },
  '::selection': { background: 'var(--accent)', color: 'var(--on-accent)' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { transitionDuration: '0s !important', animationDuration: '0s !important' },
  },
  '@media print': {
    body: { background: 'white' },
    // A dialog is in front of it, and prints what it has.
    [`body:has(> .${onPaper}):not(:has(> .MuiModal-root)) > :not(.${onPaper})`]: { display: 'none' },
    [`:is(html, body):has(> .${onPaper}, > body > .${onPaper})`]: {
      height: 'auto',
      overflow: 'visible',
      background: 'white',
      colorScheme: 'light',
    },
    [`body:has(> .MuiModal-root) > .${onPaper}`]: { display: 'none' },
  },
};

/** MUI with its tell-tales removed: no ripple, no shadow, no capitals, no floating labels, small radii. */
export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data-scheme' },
  colorSchemes: { light: { palette: palette('light') }, dark: { palette: palette('dark') } },
  breakpoints,
  typography,
  spacing: 4,
  shape: { borderRadius: 4 },
  transitions: { duration: { shortest: 120, shorter: 120, short: 120, standard: 160 } },
  components: {
    MuiCssBaseline: { styleOverrides: globalStyles },
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
    },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small' },
      styleOverrides: {
        root: {
          '--button-room': '12px',
          minHeight: 32,
          padding: '5px var(--button-room)',
          '@media (pointer: coarse)': { minHeight: 44 },
        },
        outlined: { borderColor: 'var(--edge)', color: 'var(--ink)' },
        // Among words it begins where they do, also at the start of a line.
        text: { minWidth: 44, color: 'var(--accent)', 'p > &, li > &': { marginLeft: besideWords } },
        contained: {
          '&.Mui-disabled': {
            border: '1px solid var(--hairline)',
            color: 'var(--ink-3)',
            background: 'var(--sunken)',
          },
        },
      },
    },
    MuiPaper: {
      defaultProps: { elevation: 0 },
      styleOverrides: { root: { backgroundImage: 'none', border: '1px solid var(--hairline)' } },
    },
  },
});

const { down, up } = theme.breakpoints;

/** Media queries for windows that are narrower. A phone shows one part of the page at a time; a tablet has no room for two columns in a dialog. */
export const below = {
  largeText,
  smallPhone: down(em(480)),
  tablet: down('sm'),
  twoColumns: down(em(900)),
  barWithCounts: down('md'),
  barWithNames: down(em(1024)),
} as const;

/** From here on both halves of the page, or a dialog with its margins, have room. */
export const fromTablet = up('sm');

/** From here on the wizard is beside the policy. */
export const fromDesktop = up('lg');

/** From here on there is room for two halves of a comparison beside the wizard and the list of policies. */
export const fromLargeDesktop = up('xl');

/** Within what scrolls by itself, whose width the reader can change. */
export const withinNarrow = {
  table: `@container (max-width: ${em(640)}em)`,
  panel: `@container (max-width: ${em(600)}em)`,
} as const;

/** Whether the window is narrower now (`matches`), and whenever that changes. */
export const windowBelow = (media: string): MediaQueryList => matchMedia(media.replace('@media ', ''));
