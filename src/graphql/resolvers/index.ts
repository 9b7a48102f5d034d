import { DateScalar, SafeIntScalar } from '../scalars.js';
import { RetentionCell, RetentionCohort, SegmentActivity } from './activity.js';
import { Affinity, SegmentAffinity } from './affinity.js';
import { Campaigns, SegmentCampaigns } from './campaigns.js';
import { Attribute, Catalog, Fact, FactColumn, Metric } from './catalog.js';
import { Clv, ExpectedClv, ExpectedCustomer, HistoricClv, SegmentClv } from './clv.js';
import { ChallengeDifference } from './challenge.js';
import { Tier, Tiers } from './comparison.js';
import { BridgePoint, ValueBridge } from './bridge.js';
import { Cohort, CohortAverage, CohortCell, Cohorts } from './cohorts.js';
import { CustomerConnection, CustomerEdge, UserConnection, UserEdge } from './connections.js';
import { SegmentFactTrend } from './fact-trend.js';
import {
  Evidence,
  ExplainedCondition,
  explainOfCustomer,
  explainOfUser,
  Explanation,
  FailedCondition,
  NearMiss,
  NearMissCondition,
  NearMisses,
  nearMissesOfSegment,
} from './explain.js';
import { TrendForecast } from './forecast.js';
import { Funnel, SegmentFunnel } from './funnel.js';
import {
  HealthComponent,
  healthOfCatalog,
  healthOfCustomer,
  healthOfQuery,
  HealthProfile,
  HealthProfileTried,
} from './health.js';
import { MetricValue, Table, Trend, TrendPoint } from './measures.js';
import { MovementPoint, SegmentMovement, TimeInStage, Transitions, TransitionStage } from './movement.js';
import { Mutation } from './mutation.js';
import { People } from './people.js';
import { BgNbd, GammaGamma, modelsOfQuery, ParetoNbd } from './purchase-models.js';
import { Query } from './query.js';
import { Rfm, RfmMember, SegmentRfm } from './rfm.js';
import { Segment } from './segment.js';

export const resolvers = {
  Date: DateScalar,
  SafeInt: SafeIntScalar,
  Query: { ...Query, ...healthOfQuery, ...modelsOfQuery },
  Mutation,
  Segment: {
    ...Segment,
    ...SegmentFunnel,
    ...SegmentRfm,
    ...SegmentFactTrend,
    ...SegmentActivity,
    ...SegmentClv,
    ...SegmentAffinity,
    ...SegmentCampaigns,
    ...nearMissesOfSegment,
  },
  Campaigns,
  RetentionCohort,
  RetentionCell,
  Affinity,
  Clv,
  HistoricClv,
  ExpectedClv,
  ExpectedCustomer,
  BgNbd,
  ParetoNbd,
  GammaGamma,
  Rfm,
  RfmMember,
  CustomerConnection,
  CustomerEdge,
  UserConnection,
  UserEdge,
  Funnel,
  MetricValue,
  Trend: { ...Trend, ...TrendForecast },
  TrendPoint,
  Table,
  Catalog: { ...Catalog, ...healthOfCatalog },
  Attribute,
  Fact,
  FactColumn,
  People,
  ChallengeDifference,
  Tier,
  Tiers,
  Cohorts,
  Cohort,
  CohortCell,
  CohortAverage,
  SegmentMovement,
  MovementPoint,
  Transitions,
  TransitionStage,
  TimeInStage,
  ValueBridge,
  BridgePoint,
  Metric,
  Customer: { ...explainOfCustomer, ...healthOfCustomer },
  User: explainOfUser,
  HealthProfile,
  HealthComponent,
  HealthProfileTried,
  Explanation,
  ExplainedCondition,
  Evidence,
  NearMisses,
  NearMissCondition,
  FailedCondition,
  NearMiss,
};
