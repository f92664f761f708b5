import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Monaco's worker start-up imports every editor feature for its side effects. Which features there are is decided in
 * src/components/monaco/monaco.ts, so these imports go.
 */
function chosenMonacoFeatures(): Plugin {
  return {
    name: 'chosen-monaco-features',
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/ },
      handler: (code) => ({ code: code.replaceAll(/^import '[^']+';$/gm, ''), map: null }),
    },
  };
}

/** The development server injects inline scripts and styles, which the page's own policy forbids. */
function noPolicyWhileDeveloping(): Plugin {
  return {
    name: 'no-policy-while-developing',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}

const ofMonaco = /\/(monaco-editor|@monaco-editor|components\/monaco)\//;

const chunkName = (chunk: { readonly name: string; readonly moduleIds: readonly string[] }): string =>
  chunk.moduleIds.some((id) => ofMonaco.test(id)) && !chunk.name.startsWith('monaco')
    ? 'assets/monaco-[name]-[hash].js'
    : 'assets/[name]-[hash].js';

/** Fonts stay files: the page's policy has no `font-src data:`. */
const isNoFont = (file: string): boolean | undefined => (/\.(woff2?|ttf)$/.test(file) ? false : undefined);

export default defineConfig({
  base: './',
  plugins: [react(), chosenMonacoFeatures(), noPolicyWhileDeveloping()],
  worker: { format: 'es', plugins: () => [chosenMonacoFeatures()] },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: isNoFont,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        chunkFileNames: chunkName,
      },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.{ts,mjs}'] },
});
