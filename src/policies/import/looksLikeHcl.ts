/** Whether a text is a configuration of Terraform, or a plan of one, by the beginning of a block. */
export const looksLikeHcl = (text: string): boolean =>
  /^[^\S\n]*(?:(?:[+~-]|-\/\+|\+\/-|<=)[^\S\n]+)?(?:resource|data)[^\S\n]+"[\w-]+"[^\S\n]+"[\w-]+"[^\S\n]*\{/m.test(
    text,
  ) ||
  /^(?:module|variable|output)[^\S\n]+"[\w-]+"[^\S\n]*\{|^locals[^\S\n]*\{|^inputs[^\S\n]*=[^\S\n]*\{/m.test(
    text,
  );
