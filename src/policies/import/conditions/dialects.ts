/** Words of shells, preprocessors, and languages of templates that open and close a condition. */
export interface Dialect {
  /** Groups: `open` with `test`, `other` (a block that is none), `otherwise` with `next`, `close`, `not`. */
  readonly pattern: RegExp;
}

/** Sources: the manuals of Git, GNU Bash, GNU make, GNU CPP, PHP, Ruby, Velocity, FreeMarker, Mustache, Helm, Jinja, Handlebars, ERB, and string templates of Terraform. */
export const dialects: readonly Dialect[] = [
  // Sides of a conflict of Git, between which a person has to decide.
  {
    pattern:
      /^(?:(?<open><{7})[^\S\n]+(?<test>\S[^\n]{0,100})|(?<otherwise>\|{7})[^\S\n]+(?<next>\S[^\n]{0,100})|(?<other>={7})[^\S\n]*\r?$|(?<close>>{7})[^\S\n]+\S[^\n]{0,100})/gm,
  },
  {
    pattern:
      /(?<=^|[\n;({&|'"]|[-:]\s|\b(?:RUN|then|else|do))[^\S\n]*(?:(?<open>if)[^\S\n]+(?=\S)(?<test>[^\n]{1,300}?)(?:;|\n)\s{0,80}then\b|(?<otherwise>elif)[^\S\n]+(?=\S)(?<next>[^\n]{1,300}?)(?:;|\n)\s{0,80}then\b|(?<other>else)\b(?!\s*[{:]|\s+if\b)|(?<close>fi)\b)/g,
  },
  {
    pattern:
      /^[^\S\n]*(?:(?<open>if(?:(?<not>n)?(?:eq|def)))\b(?<test>[^\n]*)|(?<otherwise>else)[^\S\n]+ifn?(?:eq|def)\b(?<next>[^\n]*)|(?<other>else)[^\S\n]*$|(?<close>endif)\b)/gm,
  },
  {
    pattern:
      /^[^\S\n]*(?=\S)(?:(?<open>if|(?<not>unless))[^\S\n]+(?=\S)(?<test>[^\n]{1,300}?)(?<=\S)(?<!\bend)(?:[^\S\n]+then)?[^\S\n]*$|(?<otherwise>elsif)[^\S\n]+(?=\S)(?<next>[^\n]{1,300}?)(?<=\S)(?:[^\S\n]+then)?[^\S\n]*$|(?:[\w.@$]{1,60}[^\S\n]*=[^\S\n]*)?case[^\S\n]+(?=\S)(?<subject>[^\n]{1,100})$|when[^\S\n]+(?=\S)(?<label>[^\n]{1,300}?)(?<=\S)(?:[^\S\n]+then\b|[^\S\n]*$)|(?<other>else)(?:[^\S\n]*$|\b(?=[^\S\n]+[[{'"%]))|(?<block>(?:def|class|module|begin|case|while|until)\b[^\n]{0,300}|[^\n]{1,300}\bdo(?:[^\S\n]*\|[^|\n]{0,100}\|)?)(?<=\S)[^\S\n]*$|(?<close>end)\b[^\n]{0,100}$)/gm,
  },
  {
    pattern:
      /\{\{-?\s*(?:(?<open>if|with)\s+(?=\S)(?<test>[^{}]{1,300}?)|(?<otherwise>else\s+(?:if|with))\s+(?=\S)(?<next>[^{}]{1,300}?)|(?<other>else)|(?<block>range|define|block)\b[^{}]{0,300}?|(?<close>end))(?<=\S)\s*-?\}\}/g,
  },
  {
    pattern:
      /\{%[-+]?\s*(?:(?<open>if)\s+(?=\S)(?<test>[^{}%]{1,300}?)|(?<otherwise>el(?:se\s*)?if)\s+(?=\S)(?<next>[^{}%]{1,300}?)|(?<other>else)|(?<block>for)\b[^{}%]{1,300}?|(?<close>endif|endfor))(?<=\S)\s*[-+]?%\}/g,
  },
  {
    pattern:
      /\{\{~?(?:#\s?(?<open>if|(?<not>unless))\s+(?=\S)(?<test>[^{}]{1,300}?)|\s?(?<otherwise>else\s{1,20}if)\s+(?=\S)(?<next>[^{}]{1,300}?)|\s?(?<other>else)|#(?<block>[^{}]{1,300}?)|\/\s?(?<close>[\w.-]{1,60}))(?<=\S)\s*~?\}\}/g,
  },
  {
    pattern:
      /<%-?\s*(?:(?<open>if|(?<not>unless))\s+(?=\S)(?<test>[^%]{1,300}?)|(?<otherwise>elsif)\s+(?=\S)(?<next>[^%]{1,300}?)|(?<other>else)|(?<block>[^%=]{1,300}\bdo\b(?:\s{0,20}\|[^|%]{0,100}\|)?)|(?<close>end))(?<=\S)\s*-?%>/g,
  },
  {
    pattern:
      /%\{~?\s*(?:(?<open>if)\s+(?=\S)(?<test>[^{}]{1,300}?)|(?<other>else)|(?<close>endif))(?<=\S)\s*~?\}/g,
  },
  {
    pattern:
      /^[^\S\n]*#[^\S\n]*(?:(?<open>if(?<not>n)?(?:def)?)\b(?!\s{0,20}\()(?<test>[^\n]{1,300})|(?<otherwise>el(?:se)?if)\b(?!\s{0,20}\()(?<next>[^\n]{1,300})|(?<other>else)\b|(?<close>endif)\b)/gm,
  },
  {
    pattern:
      /^[^\S\n]*#[^\S\n]*(?:(?<open>if)[^\S\n]*(?=\()(?<test>[^\n]{1,300})|(?<otherwise>el(?:se)?if)[^\S\n]*(?=\()(?<next>[^\n]{1,300})|(?<other>else)\b|(?<close>endif)\b)/gm,
  },
  {
    pattern:
      /#\{?(?:(?<open>if)\}?\s{0,20}\((?<test>(?:[^()\n]|\([^()\n]{0,200}\)){1,300})\)|(?<otherwise>elseif)\}?\s{0,20}\((?<next>(?:[^()\n]|\([^()\n]{0,200}\)){1,300})\)|(?<other>else)\b\}?|(?<block>(?:foreach|macro|define)\}?\s{0,20}\([^\n()]{0,200})|(?<close>end)(?!\w)\}?)/g,
  },
  {
    pattern:
      /<(?:#(?<open>if)\s+(?=\S)(?<test>[^<>]{1,300})|#(?<otherwise>elseif)\s+(?=\S)(?<next>[^<>]{1,300})|#(?<other>else)\s{0,20}\/?|#(?<block>(?:list|macro|function|switch)\b[^<>]{0,300})|\/#(?<close>if|list|macro|function|switch)\s{0,20})>/g,
  },
  {
    pattern:
      /(?<![\w$])(?:(?<open>if)\s{0,20}\((?<test>(?:[^()\n;{}]|\((?:[^()\n]|\([^()\n]{0,100}\)){0,200}\)){1,300})\)\s{0,20}:(?!:)|(?<otherwise>else\s?if)\s{0,20}\((?<next>(?:[^()\n;{}]|\((?:[^()\n]|\([^()\n]{0,100}\)){0,200}\)){1,300})\)\s{0,20}:|(?<other>else)\s{0,20}:|(?<close>endif)\s{0,20};)/g,
  },
  {
    pattern:
      /\{\{(?:[#](?<open>(?!if\b|unless\b)[\w.]{1,60})(?=\}\})|(?<opposite>\^)(?<test>[\w.]{1,60})(?=\}\})|\/(?<close>[\w.-]{1,60})(?=\}\})|#(?<block>[^{}]{1,300}))\}\}/g,
  },
];
