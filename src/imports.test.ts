import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = dirname(fileURLToPath(import.meta.url));

/** Who may import whom, by the first part of the path; own folder always. Packages are held by the lint rules. */
const allowed: readonly { readonly from: RegExp; readonly to: RegExp }[] = [
  { from: /^policies\//, to: /^policies\// },
  { from: /^state\//, to: /^(state|policies)\// },
  { from: /^commands\.ts$/, to: /^(state|policies)\// },
  { from: /^theme\.ts$/, to: /^components\/monaco\/monacoTheme\.ts$/ },
  {
    from: /^components\/policy\//,
    to: /^(components\/(policy|common|monaco)|state|policies)\/|^(commands|theme)\.ts$/,
  },
  {
    from: /^components\/build\//,
    to: /^(components\/(build|common)|state|policies)\/|^(commands|theme)\.ts$/,
  },
  {
    from: /^components\/evidence\//,
    to: /^(components\/(evidence|common|monaco)|state|policies)\/|^(commands|theme)\.ts$/,
  },
  {
    from: /^components\/export\//,
    to: /^(components\/(export|common)|state|policies)\/|^(commands|theme)\.ts$/,
  },
  {
    from: /^components\/frame\//,
    to: /^(components\/(frame|common)|state|policies)\/|^(commands|theme)\.ts$/,
  },
  { from: /^components\/common\//, to: /^(components\/common|state|policies)\/|^theme\.ts$/ },
  { from: /^components\/monaco\//, to: /^components\/monaco\/|^state\/workers\/|^theme\.ts$/ },
  { from: /^serviceWorker\//, to: /^serviceWorker\// },
  { from: /^(App|main|dialogs)\.tsx?$/, to: /./ },
];

const IMPORT = /(?:from\s+|import\s+|import\()'(\.{1,2}\/[^']+)'/g;

export function importsOf(file: string, text: string): readonly string[] {
  return [...text.matchAll(IMPORT)].map(([, to = '']) => join(dirname(file), to));
}

function forbidden(file: string, text: string): readonly string[] {
  const rules = allowed.filter(({ from }) => from.test(file));
  return importsOf(file, text)
    .filter((to) => !rules.some((rule) => rule.to.test(to)))
    .map((to) => `${file} imports ${to}`);
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|bench)\.ts$|\/testing\//.test(file))
  .map((file) => relative('.', file));

describe('the import graph', () => {
  it('follows the rules of the architecture', () => {
    const found = files.flatMap((file) => forbidden(file, readFileSync(join(src, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it('was read from the sources at all', () => {
    const count = files.flatMap((file) => importsOf(file, readFileSync(join(src, file), 'utf8'))).length;
    expect(count).toBeGreaterThan(300);
  });

  it.each([
    ['policies/compose.ts', "import { useStore } from '../state/store.ts';"],
    ['state/store.ts', "import { App } from '../App.tsx';"],
    ['components/build/Wizard.tsx', "const x = import('../monaco/PolicyEditor.tsx');"],
    ['components/common/Icon.tsx', "import { commands } from '../../commands.ts';"],
  ])('would catch %s with %s', (file, text) => {
    expect(forbidden(file, text)).toHaveLength(1);
  });

  it('has one place that knows the editor', () => {
    const users = files.filter((file) =>
      /'(@monaco-editor|monaco-editor)\//.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(users.filter((file) => !file.startsWith('components/monaco/'))).toEqual([]);
    expect(users.length).toBeGreaterThan(3);
  });
});
