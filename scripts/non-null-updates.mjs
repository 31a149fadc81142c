// Stryker cannot change `count[i]!++`, which TypeScript may write and JavaScript may not. It is shown `count[i]++`.
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'non-null-updates',
    value: {
      shouldIgnore({ node }) {
        if (node.type === 'UpdateExpression' && node.argument.type === 'TSNonNullExpression') {
          node.argument = node.argument.expression;
        }
        return undefined;
      },
    },
  },
];
