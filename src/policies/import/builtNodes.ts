import type { Node } from 'jsonc-parser';

/** Nodes of a tree that no text has, with the place that they are about. */

export interface Place {
  readonly offset: number;
  readonly length: number;
}

export const literal = (value: string | number | boolean | null, { offset, length }: Place): Node => ({
  type:
    value === null
      ? 'null'
      : typeof value === 'string'
        ? 'string'
        : typeof value === 'number'
          ? 'number'
          : 'boolean',
  value,
  offset,
  length,
});

export const list = (children: readonly Node[], { offset, length }: Place): Node => ({
  type: 'array',
  children: [...children],
  offset,
  length,
});

export const object = (children: readonly Node[], { offset, length }: Place): Node => ({
  type: 'object',
  children: [...children],
  offset,
  length,
});

export const property = (name: string, value: Node): Node => ({
  type: 'property',
  children: [literal(name, value), value],
  offset: value.offset,
  length: value.length,
});

export const call = (name: string, argument: Node, place: Place): Node =>
  object([property(name, argument)], place);
