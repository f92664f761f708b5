/** A name as the languages of exported code write one. Other characters than letters, digits and dashes are gone before. */

/** Words of a slug, or of a name that keeps its capitals, the first of which begins with a letter: identifiers of no language begin with a digit. */
const wordsOf = (name: string): readonly string[] => {
  const words = name.split('-').filter((word) => word !== '');
  return /^[a-z]/i.test(words[0] ?? '') ? words : ['x', ...words];
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** `notebook-role` as an identifier of Terraform: `notebook_role`. */
export const snakeCase = (name: string): string => beside(TERRAFORM, wordsOf(name).join('_'), '_value');

/** As a logical ID of CloudFormation or a class: `NotebookRole`. */
export const pascalCase = (name: string): string => wordsOf(name).map(capital).join('');

/** As a variable of TypeScript: `notebookRole`. */
export const camelCase = (name: string): string =>
  beside(
    PROGRAM,
    wordsOf(name)
      .map((word, index) => (index === 0 ? word : capital(word)))
      .join(''),
    'Value',
  );

/** As a variable of a shell: `NOTEBOOK_ROLE`. */
export const upperCase = (name: string): string => beside(SHELL, snakeCase(name).toUpperCase(), '_VALUE');

/** Another name than one that means something else where it is written. */
const beside = (reserved: RegExp, name: string, suffix: string): string =>
  reserved.test(name) ? `${name}${suffix}` : name;

/** Source: https://developer.hashicorp.com/terraform/language/values/variables (names that variables cannot have) */
const TERRAFORM = /^(?:source|version|providers|count|for_each|lifecycle|depends_on|locals)$/i;

/** Variables that a shell and its programs go by. */
const SHELL =
  /^(?:PATH|HOME|USER|LOGNAME|IFS|ENV|SHELL|PWD|OLDPWD|LANG|PS[0-4]|TERM|UID|EUID|PPID|MAIL|RANDOM|SECONDS|LINENO|REPLY|OPTARG|OPTIND|TMPDIR|EDITOR|PAGER|(?:BASH|LC|LD|AWS)_\w*|BASH\w*)$/;

/** Words of TypeScript, and what the programs that are exported call their own. */
const PROGRAM =
  /^(?:arguments|array|await|aws|break|case|catch|cdk|checked|class|config|const|constructor|continue|debugger|default|delete|do|else|enum|error|eval|export|extends|false|finally|for|function|iam|id|if|implements|import|in|instanceof|interface|let|new|null|package|parameters|private|props|protected|public|pulumi|return|scope|static|string|super|switch|this|throw|true|try|typeof|var|void|while|with|yield)$/;
