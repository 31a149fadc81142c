// What the analyser cannot know by itself: elements are named in calls of `register`, and some tell their properties
// in a file of their own.

/** `register({ 'datakube-chart': DatakubeChart })`: the names of classes. */
function namesInRegister() {
  const names = new Map();
  return {
    name: 'names-in-register',
    analyzePhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'register') return;
      const [elements] = node.arguments;
      if (!elements || !ts.isObjectLiteralExpression(elements)) return;
      for (const { name, initializer } of elements.properties) {
        if (name && initializer) names.set(initializer.getText(), name.text);
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          const tagName = names.get(declaration.name);
          if (!tagName) continue;
          Object.assign(declaration, { tagName, customElement: true });
          // What is fired by `new SomeEvent()` is found a second time, without a name.
          declaration.events = declaration.events?.filter(({ name }) => name);
        }
      }
    },
  };
}

/** `export const properties = { … }` in `x.properties.ts`: the attributes of the element in `x.ts`. */
function propertiesOfTheirOwn() {
  const attributes = new Map();
  return {
    name: 'properties-of-their-own',
    analyzePhase({ ts, node, moduleDoc }) {
      if (!moduleDoc.path.endsWith('.properties.ts') || !ts.isVariableDeclaration(node)) return;
      if (node.name.getText() !== 'properties') return;
      const literal = ts.isSatisfiesExpression(node.initializer)
        ? node.initializer.expression
        : node.initializer;
      const found = new Map();
      for (const { name, initializer } of literal.properties) {
        const settings = new Map(
          initializer.properties.map((setting) => [setting.name.getText(), setting.initializer]),
        );
        const attribute = settings.get('attribute');
        if (settings.has('state') || attribute?.getText() === 'false') continue;
        found.set(name.getText(), attribute?.text ?? name.getText().toLowerCase());
      }
      attributes.set(moduleDoc.path.replace('.properties.ts', '.ts'), found);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { path, declarations } of customElementsManifest.modules) {
        const found = attributes.get(path);
        if (!found) continue;
        for (const declaration of declarations.filter(({ kind }) => kind === 'class')) {
          declaration.attributes = (declaration.members ?? [])
            .filter(({ name }) => found.has(name))
            .map((member) => {
              member.attribute = found.get(member.name);
              const { type, default: usual, description } = member;
              return {
                name: member.attribute,
                fieldName: member.name,
                type,
                default: usual,
                description,
              };
            });
        }
      }
    },
  };
}

export default {
  // Where it lies is said in package.json already.
  packagejson: false,
  plugins: [namesInRegister(), propertiesOfTheirOwn()],
};
