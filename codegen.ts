import type { CodegenConfig } from '@graphql-codegen/cli';

const text = { input: 'string', output: 'string' };
const json = { input: 'unknown', output: 'unknown' };

const config: CodegenConfig = {
  schema: ['schema/*.graphql', 'schema/codegen/model.graphql'],
  generates: {
    'src/graphql/generated.ts': {
      plugins: [
        { add: { content: '// Generated from schema/ by `npm run codegen`. Do not edit.' } },
        'typescript',
        'typescript-resolvers',
      ],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        immutableTypes: true,
        avoidOptionals: { field: true, inputValue: false, object: true, defaultValue: false },
        inputMaybeValue: 'T | null | undefined',
        contextType: './context.js#Context',
        scalars: {
          Date: text,
          DateTime: text,
          SafeInt: { input: 'number', output: 'number' },
          JSON: json,
          CustomerWhere: json,
          UserWhere: json,
          CustomerAttribute: text,
          UserAttribute: text,
          MetricName: text,
          FactName: text,
          FactRows: json,
          CustomerOrder: { input: '{ by: string; direction: "ASC" | "DESC" }', output: 'never' },
          UserOrder: { input: '{ by: string; direction: "ASC" | "DESC" }', output: 'never' },
        },
        mapperTypeSuffix: 'Parent',
        mappers: {
          Segment: '../answers/segment.js#Segment',
          Customer: '../answers/members.js#Member',
          User: '../answers/members.js#Member',
          Metric: '../catalog/model.js#Metric',
          Attribute: '../catalog/model.js#Attribute',
          Fact: '../catalog/model.js#Fact',
          FactColumn: '../catalog/model.js#Column',
          Trend: './parents.js#TrendRequested',
          TrendPoint: '../answers/trend.js#TrendPoint',
          TrendSeries: '../answers/trend.js#TrendSeries',
          MetricValue: '../answers/measured.js#MetricValue',
          Table: '../answers/table.js#Table',
          CustomerConnection: './parents.js#MembersFound',
          UserConnection: './parents.js#MembersFound',
          Tier: '../answers/tiers.js#Tier',
          Tiers: '../answers/tiers.js#Tiers',
          People: '../answers/people.js#People',
          CustomerEdge: '../answers/members.js#Member',
          UserEdge: '../answers/members.js#Member',
          Catalog: '../catalog/model.js#Catalog',
          SegmentVersion: '../store/segment.js#SegmentVersion',
          Folder: '../store/segment.js#Folder',
          Objective: '../store/segment.js#Objective',
          SizeRange: '../catalog/segment-definition.js#SizeRange',
          RelationQuality: '../catalog/quality.js#RelationQuality',
        },
      },
    },
  },
};

export default config;
