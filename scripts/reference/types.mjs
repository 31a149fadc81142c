// What a package exports, read with its types and doc comments.
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../steps.mjs';

/**
 * One program over the entries of some packages.
 *
 * @param {readonly string[]} entries paths from the root of the project
 */
export function readTypes(entries) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [...entries] }, ts.sys, root);
  const program = ts.createProgram(
    entries.map((entry) => join(root, entry)),
    { ...options, noEmit: true, composite: false },
  );
  const checker = program.getTypeChecker();
  const exportsOf = (entry) => {
    const symbol = checker.getSymbolAtLocation(program.getSourceFile(join(root, entry)));
    return checker
      .getExportsOfModule(symbol)
      .map((each) => (each.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(each) : each))
      .map((each) => ({ name: each.getName(), symbol: each }));
  };
  return { checker, exportsOf };
}

/** The text of a doc comment. */
export function docOf(symbol, checker) {
  const declaration = symbol.declarations?.[0];
  const [comment] = ts.getJSDocCommentsAndTags(commented(declaration)).filter(ts.isJSDoc).slice(-1);
  return (
    ts.getTextOfJSDocComment(comment?.comment) ??
    ts.displayPartsToString(symbol.getDocumentationComment(checker))
  );
}

/** Doc comments stand above the statement, not at the name within it. */
function commented(declaration) {
  return declaration && ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
}

/** The texts of a tag, as `example` or `throws`. */
export function tagsOf(symbol, name) {
  const [declaration] = symbol.declarations ?? [];
  return ts
    .getJSDocTags(commented(declaration))
    .filter(({ tagName }) => tagName.text === name)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '');
}

/** The type as it is written where it is declared; else as the compiler says it. */
export function typeOf(symbol, checker) {
  const [declaration] = symbol.declarations ?? [];
  const written = declaration && 'type' in declaration ? declaration.type : undefined;
  if (written) return written.getText().replace(/\s+/g, ' ');
  const type = checker.getTypeOfSymbol(symbol);
  return checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
}

/** A function, or each form of it, as it is declared: without its body, and without the values of what is left out. */
export function signaturesOf(symbol, checker) {
  return checker
    .getSignaturesOfType(checker.getTypeOfSymbol(symbol), ts.SignatureKind.Call)
    .map((signature) => {
      const { typeParameters = [], parameters, type } = signature.getDeclaration();
      const result = type?.getText() ?? checker.typeToString(signature.getReturnType());
      const generic = typeParameters.map((each) => each.getText()).join(', ');
      return `${generic && `<${generic}>`}(${parameters.map(parameter).join(', ')}): ${result}`.replace(
        /\s+/g,
        ' ',
      );
    });
}

function parameter({ name, type, questionToken, initializer, dotDotDotToken }) {
  const called = ts.isIdentifier(name) ? name.text : 'options';
  const isOptional = questionToken !== undefined || initializer !== undefined;
  return `${dotDotDotToken ? '...' : ''}${called}${isOptional ? '?' : ''}: ${type?.getText() ?? 'unknown'}`;
}

/** What an interface, a class or an object type has, as a page can use it. */
export function membersOf(type, checker) {
  return checker
    .getPropertiesOfType(type)
    .filter(({ name }) => !name.startsWith('_') && !name.startsWith('#'))
    .map((symbol) => {
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
      const isMethod = (symbol.flags & ts.SymbolFlags.Method) !== 0;
      return {
        name: symbol.name,
        isOptional,
        isMethod,
        type: isMethod ? (signaturesOf(symbol, checker)[0] ?? '') : typeOf(symbol, checker),
        doc: docOf(symbol, checker),
        from: symbol.declarations?.[0]?.parent?.name?.getText(),
      };
    });
}
