import { attributeOf, type Block, type Expression } from './tree.ts';

/** A data source `template_file`. */
export interface TemplateFile {
  readonly text: Expression;
  readonly variables: ReadonlyMap<string, Expression>;
}

/**
 * The templates of a configuration that are data sources, by name. Their variables are an object, or a block in old configurations.
 * Source: https://registry.terraform.io/providers/hashicorp/template/latest/docs/data-sources/file
 */
export const templateFiles = (blocks: readonly Block[]): ReadonlyMap<string, TemplateFile> =>
  new Map(
    blocks
      .filter(({ type, labels: [of] }) => type === 'data' && of === 'template_file')
      .flatMap((block) => {
        const text = attributeOf(block, 'template');
        return text ? [[block.labels[1] ?? '', { text, variables: variablesOf(block) }] as const] : [];
      }),
  );

function variablesOf(block: Block): ReadonlyMap<string, Expression> {
  const given = attributeOf(block, 'vars');
  const inBlock = block.blocks.find(({ type }) => type === 'vars')?.attributes ?? [];
  const entries = given?.kind === 'object' ? given.entries : [];
  return new Map([
    ...inBlock.map(({ name, value }) => [name, value] as const),
    ...entries.flatMap(({ key, value }) => {
      const name =
        key.kind === 'literal' ? String(key.value) : key.kind === 'reference' ? key.path[0] : undefined;
      return name === undefined ? [] : [[name, value] as const];
    }),
  ]);
}
