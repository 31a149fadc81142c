import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import tseslint from 'typescript-eslint';

/** Who may import whom among the packages (ARCHITECTURE.md). What is not named here is forbidden. */
const mayImport = {
  contract: [],
  disclosure: ['contract'],
  registers: ['contract'],
  client: ['contract'],
  charts: ['contract'],
  components: ['contract', 'client', 'charts'],
  environment: ['contract', 'disclosure', 'registers'],
  mocks: ['contract', 'environment', 'registers'],
};
const inTheBrowser = ['contract', 'client', 'charts', 'components', 'mocks'];

const message = (text) => `${text} See ARCHITECTURE.md, "Who may import whom".`;

function lawsOf(name, allowed) {
  const others = allowed.length ? `(?!(?:${[name, ...allowed].join('|')})(?:/|$))` : `(?!${name}(?:/|$))`;
  const patterns = [
    { regex: `^@datakube/${others}`, message: message(`${name} may not import this package.`) },
    { regex: '^@datakube/[^/]+/(?:src|dist)/', message: message('No package reaches into another.') },
    { regex: '^(?:\\.\\./)+packages/', message: message('Import a package by its name.') },
  ];
  if (inTheBrowser.includes(name) || name === 'disclosure' || name === 'registers') {
    patterns.push({ regex: '^node:', message: message('This package does no input or output of its own.') });
  }
  return patterns;
}

const laws = Object.entries(mayImport).map(([name, allowed]) => ({
  files: [`packages/${name}/src/**/*.ts`],
  ignores: ['**/*.test.ts', '**/command-line/**'],
  rules: { 'no-restricted-imports': ['error', { patterns: lawsOf(name, allowed) }] },
}));

export default tseslint.config(
  { ignores: ['**/dist/', 'build/', '.datakube/', '.stryker-tmp/', '**/node_modules/', '**/*.d.ts'] },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    ignores: ['**/*.test.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['packages/components/src/**/*.ts'],
    extends: [lit['flat/recommended']],
    plugins: { 'lit-a11y': litA11y },
    rules: { ...litA11y.configs.recommended.rules },
  },
  {
    files: ['packages/environment/src/**/*.ts'],
    ignores: ['packages/environment/src/node/**', '**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...lawsOf('environment', mayImport.environment),
            {
              regex: '^node:|@duckdb|@hono/node-server',
              message: message('What needs Node lives in node/.'),
            },
          ],
        },
      ],
    },
  },
  {
    files: ['packages/environment/src/routes/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...lawsOf('environment', mayImport.environment),
            {
              regex: 'engines/(?!engine\\.ts)',
              message: message('Routes know the engine through engines/engine.ts.'),
            },
          ],
        },
      ],
    },
  },
  ...laws.filter(({ files }) => !/environment/.test(files[0])),
  // After the package's own law, which it would otherwise be replaced by.
  {
    files: ['packages/components/src/{answers,pivot,state}/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            ...lawsOf('components', mayImport.components),
            { regex: '^lit(?:/|$)', message: message('The headless core knows nothing of Lit.') },
          ],
        },
      ],
    },
  },
);
