/** What values of programs are made of, each at a place: most patterns have the flag `y`. */

export const SPACE = /\s+/y;
/** Conditions of a preprocessor are no comments. */
export const COMMENT = /\/\/[^\n]*|\/\*[^]*?\*\/|#(?!(?:if|else|elif|endif)\b)[^\n]*/y;
export const ARGUMENT_NAME = /[A-Za-z_]\w*\s*=(?![=>])\s*/y;
export const COMMA = /,/y;
export const ASSIGNS = /[:=](?![=>])/y;
export const NAME = /[A-Za-z_]\w*/y;
export const QUOTED = /"[^"\\\n]*"|'[^'\\\n]*'/y;
export const PLAIN = /"[^"\\\n]*"(?!")|'[^'\\\n]*'(?!')/y;
/** What Kotlin and Terraform fill in, in a text: neither a policy variable of IAM nor a sign that it escapes. */
export const FILLED = /\$(?:[A-Za-z_]|\{(?![*?$]\}|[\w-]+:))/;
export const ENDS = /^[,\]});]?$/;

export const LIST =
  /&?\[\]\*?(?:string|interface\s*\{\}|any)\s*\{|\[|(?:java\.util\.)?(?:List\.of|Arrays\.asList|Set\.of|Collections\.singletonList|jsii\.Strings|listOf|setOf)\(|new\s*(?:string\s*)?\[\]\s*\{|new\s+List<[\w.]+>\s*(?:\(\))?\s*\{/y;

export const OBJECT =
  /&?map\[string\](?:\*?string|interface\s*\{\}|any|map\[string\](?:\*?string|interface\s*\{\}|any))\s*\{|new\s+Dictionary<[\w<>, ?]+>\s*(?:\(\))?\s*\{|&?(?:\w+\.)?PolicyStatementProps\s*\{|new\s+(?:\w+\.){0,5}PolicyStatementProps\s*\{|\{/y;

export const PAIRS = /(?:java\.util\.)?(?:Map|ImmutableMap)\.of\(/y;

/** What is made of arguments with names is an object of them. */
export const MADE_OF =
  /(?:\w+\.){0,4}(?:GetPolicyDocument|DataAwsIamPolicyDocument)(?!\s*\()\w*\(|(?:\w+\.){0,4}Statement\((?=\s*[A-Z]\w*\s*=)|dict\(/y;

export const WRAPPERS = /(?:jsii\.String|pulumi\.String|pulumi\.Output\.of|str|String)\(/y;

/** In front of a text between backticks: what it waits for. */
export const TAG = /(?:pulumi\.interpolate|\$interpolate|aws\.interpolate)(?=`)/y;

export const EFFECT = /(?:^|[._])Effect[._](allow|deny)$/i;

export const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['True', true],
  ['False', false],
  ['null', null],
  ['None', null],
  ['nil', null],
  ['undefined', null],
]);

export const WORD = /(?:true|false|True|False|null|None|nil|undefined|\d+)(?![\w.(])/y;

export const GETTER = /\*?[A-Za-z_][\w]*(?:(?:\(\))?\.[A-Za-z_]\w*)*(?:\(\))?(?!\w|\.|\(|\[)/y;
