/** What exported files are written in. Each language comes with the first file that is. */
import 'monaco-editor/languages/definitions/hcl/register';
import 'monaco-editor/languages/definitions/shell/register';
import 'monaco-editor/languages/definitions/typescript/register';
import 'monaco-editor/languages/definitions/yaml/register';
