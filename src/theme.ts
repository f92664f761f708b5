import { createTheme } from '@mui/material/styles';

/** Colors the editor takes from the page's tokens, each as `#RRGGBB`. */
export interface EditorTokens {
  readonly background: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly hairline: string;
  readonly sunken: string;
  readonly key: string;
  readonly string: string;
  readonly added: string;
  readonly removed: string;
}

export type Scheme = 'light' | 'dark';

/** Name → [light, dark]. Contrast on all three surfaces of a scheme is at least 4.5 for text, 3 for edges. */
const colors = {
  surface: ['#FFFFFF', '#171B23'],
  page: ['#F7F8FA', '#0F1218'],
  sunken: ['#EEF1F5', '#0B0E13'],
  ink: ['#161A22', '#E8EBF1'],
  'ink-2': ['#4A5363', '#B2BAC8'],
  'ink-3': ['#5F6878', '#949DAE'],
  edge: ['#7C8698', '#6F7889'],
  hairline: ['#D5DAE2', '#2B313D'],
  accent: ['#2F4FC1', '#93A8FF'],
  'accent-strong': ['#243E9B', '#B3C2FF'],
  'accent-quiet': ['#E9EDFB', '#1D2440'],
  'on-accent': ['#FFFFFF', '#0F1218'],
  allow: ['#0B6E5A', '#5CC9B0'],
  widens: ['#A3480B', '#FFAB73'],
  narrows: ['#1B5E8C', '#85C4EE'],
  'diff-added': ['#176F30', '#57C26E'],
  'diff-removed': ['#B3261E', '#FF9187'],
  error: ['#B42318', '#FF9B8F'],
  caution: ['#8A5300', '#F0B95B'],
  security: ['#A8126B', '#FF94CB'],
  suggestion: ['#1F5FA8', '#8CBDF5'],
  'changed-line': ['#FFF3C4', '#3A3212'],
  'traced-line': ['#E9EDFB', '#1D2440'],
  'code-key': ['#1B5E8C', '#85C4EE'],
  'code-string': ['#161A22', '#E8EBF1'],
  'persona-dataScientist': ['#6B4BB8', '#BBA3F7'],
  'persona-notebookRole': ['#0A6C86', '#66C5DE'],
  'persona-trainingRole': ['#4A6B1E', '#A9CC74'],
  'persona-hostingRole': ['#7A4B33', '#DDAE94'],
  'persona-vpcEndpoint': ['#4F5B6B', '#A9B4C4'],
  'persona-mlopsEngineer': ['#8C3B4A', '#E5A3AE'],
  'persona-imageBuildRole': ['#6B6420', '#CFC67A'],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export type Token = keyof typeof colors;

/** CSS reference to a color token; follows the scheme without a re-render. */
export const token = (name: Token): string => `var(--${name})`;

/** Color of a persona's spine and mark, for each of its roles; slate for a persona that has no slot of its own. */
export const personaColor = (role: string): string =>
  `var(--persona-${role.replace(/-\d{1,3}$/, '')}, var(--ink-3))`;

const columnOf = { light: 0, dark: 1 } as const;

const color = (name: Token, scheme: Scheme): string => colors[name][columnOf[scheme]];

const customProperties = (scheme: Scheme): Record<string, string> =>
  Object.fromEntries(Object.entries(colors).map(([name, pair]) => [`--${name}`, pair[columnOf[scheme]]]));

const palette = (scheme: Scheme) => ({
  primary: {
    main: color('accent', scheme),
    dark: color('accent-strong', scheme),
    contrastText: color('on-accent', scheme),
  },
  error: { main: color('error', scheme) },
  warning: { main: color('caution', scheme) },
  text: {
    primary: color('ink', scheme),
    secondary: color('ink-2', scheme),
    disabled: color('ink-3', scheme),
  },
  background: { default: color('page', scheme), paper: color('surface', scheme) },
  divider: color('hairline', scheme),
});

export const editorTokens = (scheme: Scheme): EditorTokens => ({
  background: color('surface', scheme),
  ink: color('ink', scheme),
  ink2: color('ink-2', scheme),
  ink3: color('ink-3', scheme),
  accent: color('accent', scheme),
  hairline: color('hairline', scheme),
  sunken: color('sunken', scheme),
  key: color('code-key', scheme),
  string: color('code-string', scheme),
  added: color('diff-added', scheme),
  removed: color('diff-removed', scheme),
});

/** The stand-ins are in `shell.css`. */
export const fontSans =
  "'IBM Plex Sans', 'Plex stand-in', 'Plex stand-in of Android', 'Plex stand-in of Linux', system-ui, sans-serif";
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
  ':where(a:not([class]))': { color: 'var(--accent)' },
  ':where(code, kbd)': { fontFamily: fontMono, fontSize: 12 },
  ':where(code)': { overflowWrap: 'anywhere' },
  ':where(kbd)': { whiteSpace: 'nowrap', [largeText]: { whiteSpace: 'normal' } },
  ':where(svg)': { display: 'block', flex: 'none' },
  ':where(fieldset)': { minWidth: 0, margin: 0, padding: 0, border: 'none' },
  ':where(legend)': { padding: 0, fontWeight: 600 },
  '::selection': { background: 'var(--accent)', color: 'var(--on-accent)' },
  '@media (prefers-reduced-motion: reduce)': {
    '*, *::before, *::after': { transitionDuration: '0s !important', animationDuration: '0s !important' },
  },
  '@media print': { body: { background: 'white' } },
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
        root: { minHeight: 32, padding: '5px 12px', '@media (pointer: coarse)': { minHeight: 44 } },
        outlined: { borderColor: 'var(--edge)', color: 'var(--ink)' },
        text: { color: 'var(--accent)' },
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
