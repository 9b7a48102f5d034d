import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

const written = graphqlPlugin.configs['flat/schema-recommended'].rules;

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'src/graphql/generated.ts', 'schema/snapshot/', '**/.tessera/'] },
  {
    files: ['**/*.ts', '**/*.tsx', 'bin/*.js'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Index signatures are read with brackets under noPropertyAccessFromIndexSignature's spirit: a name that may be absent.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['schema/*.graphql', 'schema/codegen/*.graphql'],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: ['schema/*.graphql', 'schema/codegen/model.graphql'] } },
    },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules: {
      ...written,
      '@graphql-eslint/require-description': [
        'error',
        { types: true, FieldDefinition: true, InputValueDefinition: true, EnumValueDefinition: true },
      ],
      // Segments, customers and metrics are found by other means than a global id.
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/no-unreachable-types': 'off',
      '@graphql-eslint/description-style': 'off',
      // Cohorts has cohorts, Tiers has tiers: the plural is the plainest name of a list.
      '@graphql-eslint/no-typename-prefix': 'off',
    },
  },
);
