/** Without what it is assigned to, and without values in it: an equals sign in brackets is one of a test of a shell. */
export function expressionIn(written: string): string {
  const own = written.replace(/^[^]*(?:=>|\breturn\b|\byield\b)/, '').replace(/^\s*-\s+/, '');
  const [assigned = ''] = /^[^]*?(?<![=!<>])=(?![=~>])/.exec(own) ?? [];
  const value = IN_TEST.test(assigned) ? own : own.slice(assigned.length);
  return value.includes('{') ? value.replace(/\s(?:and|&&|andalso)\s[^]*$/i, '') : value;
}

const IN_TEST = /(?:(?<![\w\])])\[\s|\btest\s|\(\()[^\])]*$/;

/** A command of a shell, which is done first and tests nothing. */
export const isCommand = (words: string): boolean =>
  /^(?:fi|done|esac)$/.test(words) ||
  (!/^(?:\[|(?:test|typeof|await)\s)/.test(words) && /^[\w./$-]+\s+[^\s=!<>&|?]/.test(words));
