const ACTION = /\b[a-z][a-z0-9-]*:[A-Z][A-Za-z0-9]*(?![\w:*])/g;

/** The actions that a text names, wherever they are in it: a list, a policy, a table. */
export const actionsIn = (text: string): readonly string[] => [
  ...new Set(Array.from(text.matchAll(ACTION), ([action]) => action)),
];
