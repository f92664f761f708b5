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

export const customProperties = (scheme: Scheme): Record<string, string> =>
  Object.fromEntries(Object.entries(colors).map(([name, pair]) => [`--${name}`, pair[columnOf[scheme]]]));

export const palette = (scheme: Scheme) => ({
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
