// Generated from schema/ by `npm run codegen`. Do not edit.
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Segment as SegmentParent } from '../answers/segment.js';
import type { Member as MemberParent } from '../answers/members.js';
import type { Metric as MetricParent, Attribute as AttributeParent, Fact as FactParent, Column as ColumnParent, Catalog as CatalogParent } from '../catalog/model.js';
import type { TrendRequested as TrendRequestedParent, MembersFound as MembersFoundParent } from './parents.js';
import type { TrendPoint as TrendPointParent, TrendSeries as TrendSeriesParent } from '../answers/trend.js';
import type { MetricValue as MetricValueParent } from '../answers/measured.js';
import type { Table as TableParent } from '../answers/table.js';
import type { RetentionCohort as RetentionCohortParent, RetentionCell as RetentionCellParent } from '../answers/retention/cells.js';
import type { RetentionSeries as RetentionSeriesParent, Retention as RetentionParent } from '../answers/retention/answer.js';
import type { Lifecycle as LifecycleParent, LifecycleSeries as LifecycleSeriesParent, LifecyclePoint as LifecyclePointParent } from '../answers/activity/lifecycle.js';
import type { Stickiness as StickinessParent, StickinessSeries as StickinessSeriesParent, StickinessBucket as StickinessBucketParent } from '../answers/activity/stickiness.js';
import type { Engagement as EngagementParent, EngagementPoint as EngagementPointParent, ActiveCount as ActiveCountParent } from '../answers/activity/engagement.js';
import type { ChallengeDifference as ChallengeDifferenceParent } from '../answers/challenge.js';
import type { Tier as TierParent, Tiers as TiersParent } from '../answers/tiers.js';
import type { People as PeopleParent } from '../answers/people.js';
import type { CampaignsAsked as CampaignsAskedParent } from '../answers/campaigns/read.js';
import type { Campaign as CampaignParent } from '../answers/campaigns/campaigns.js';
import type { CampaignFatigue as CampaignFatigueParent } from '../answers/campaigns/fatigue.js';
import type { ClvRequest as ClvRequestParent } from '../answers/clv/read.js';
import type { Affinity as AffinityParent } from '../answers/affinity/affinity.js';
import type { HistoricClv as HistoricClvParent } from '../answers/clv/historic.js';
import type { ExpectedClv as ExpectedClvParent, ProspectAsOf as ProspectAsOfParent } from '../answers/clv/expected.js';
import type { PurchaseModel as PurchaseModelParent } from '../answers/statistics/purchases.js';
import type { LifetimeModel as LifetimeModelParent } from '../answers/statistics/pareto-nbd.js';
import type { SpendModel as SpendModelParent } from '../answers/statistics/spend.js';
import type { FactTrend as FactTrendParent } from '../answers/fact-trend/answer.js';
import type { Rfm as RfmParent, RfmCell as RfmCellParent, RfmGroupFound as RfmGroupFoundParent, RfmMember as RfmMemberParent, RfmMembers as RfmMembersParent } from '../answers/rfm.js';
import type { Cohorts as CohortsParent, Cohort as CohortParent, CohortCell as CohortCellParent, CohortAverage as CohortAverageParent } from '../answers/cohorts/cohorts.js';
import type { Movement as MovementParent, MovementPoint as MovementPointParent, MovementGroup as MovementGroupParent } from '../answers/movement/movement.js';
import type { Transitions as TransitionsParent, Transition as TransitionParent, Stage as StageParent } from '../answers/movement/transitions.js';
import type { TimeInStage as TimeInStageParent, StageTime as StageTimeParent, Stays as StaysParent } from '../answers/movement/time-in-stage.js';
import type { ValueBridge as ValueBridgeParent, BridgePoint as BridgePointParent, BridgePart as BridgePartParent } from '../answers/bridge.js';
import type { Funnel as FunnelParent } from '../answers/funnel/funnel.js';
import type { FunnelStep as FunnelStepParent, FunnelSeries as FunnelSeriesParent } from '../answers/funnel/steps.js';
import type { FunnelPoint as FunnelPointParent } from '../answers/funnel/trend.js';
import type { FunnelJourney as FunnelJourneyParent } from '../answers/funnel/journeys.js';
import type { SegmentVersion as SegmentVersionParent, Folder as FolderParent, Objective as ObjectiveParent } from '../store/segment.js';
import type { SizeRange as SizeRangeParent } from '../catalog/segment-definition.js';
import type { RelationQuality as RelationQualityParent } from '../catalog/quality.js';
import type { Health as HealthParent, HealthProfile as HealthProfileParent, HealthComponent as HealthComponentParent } from '../catalog/health/model.js';
import type { HealthExplanation as HealthExplanationParent, TriedProfile as TriedProfileParent, ComponentScore as ComponentScoreParent } from '../answers/health/explain.js';
import type { BacktestAnswer as BacktestAnswerParent, BacktestUnit as BacktestUnitParent, BandOutcome as BandOutcomeParent } from '../answers/health/backtest.js';
import type { Explanation as ExplanationParent, ExplainedPart as ExplainedPartParent, Observation as ObservationParent } from '../answers/explain/explain.js';
import type { Evidence as EvidenceParent } from '../answers/explain/evidence.js';
import type { NearMisses as NearMissesParent, NearMiss as NearMissParent, NearMissCondition as NearMissConditionParent, FailedCondition as FailedConditionParent } from '../answers/explain/near-misses.js';
import type { Context } from './context.js';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  CustomerAttribute: { input: string; output: string; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  CustomerOrder: { input: { by: string; direction: "ASC" | "DESC" }; output: never; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  CustomerWhere: { input: unknown; output: unknown; }
  /** A calendar day, `YYYY-MM-DD`, in the workspace's time zone. */
  Date: { input: string; output: string; }
  /** An instant as ISO 8601 text in UTC, or wall-clock time without a zone where the data has none. */
  DateTime: { input: string; output: string; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  FactName: { input: string; output: string; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  FactRows: { input: unknown; output: unknown; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  MetricName: { input: string; output: string; }
  /** A whole number up to 2^53: more than Int holds, exact in JSON. */
  SafeInt: { input: number; output: number; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  UserAttribute: { input: string; output: string; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  UserOrder: { input: { by: string; direction: "ASC" | "DESC" }; output: never; }
  /** Stands in for what a model generates, so that the types of resolvers do not depend on any one model. */
  UserWhere: { input: unknown; output: unknown; }
};

/** Those active in a number of days. */
export type ActiveCount = {
  readonly __typename?: 'ActiveCount';
  /** How many persons (or customers). A person at several customers counts once. */
  readonly count: Scalars['SafeInt']['output'];
  /** The members: a person at several customers is a member for each, so that there may be more of them. */
  readonly people: People;
};

/** In how many periods of the window there is activity: `{unit: DAY, is: {gte: 5}}` is on five days or more. */
export type ActivePeriodsTest = {
  /** How many units make a period; several are counted back from the end of the window, or of the day asked about. At most 366. */
  readonly every?: Scalars['Int']['input'];
  /** How many such periods there are. */
  readonly is: NumberTest;
  /** How many rows a period must have to count, beside that it has any. */
  readonly rows?: InputMaybe<NumberTest>;
  /** What a period is made of. */
  readonly unit?: ActivityGrain;
};

/** What activity is counted by. */
export type ActivityGrain =
  /** A day of the workspace's time zone. */
  | 'DAY'
  /** 60 minutes. A day may have 23 or 25 of them. */
  | 'HOUR'
  /** A calendar month. */
  | 'MONTH'
  /** A quarter: January to March, April to June, July to September, October to December. */
  | 'QUARTER'
  /** A week, from the workspace's first day of the week. */
  | 'WEEK'
  /** A calendar year. */
  | 'YEAR';

/** What is bought together. */
export type Affinity = {
  readonly __typename?: 'Affinity';
  /** The day that members and rows are as of. */
  readonly asOf: Scalars['Date']['output'];
  /** How many baskets there are with an item in them: what support is a share of. */
  readonly baskets: Scalars['SafeInt']['output'];
  /** Items, those in most baskets first. */
  readonly items: ReadonlyArray<AffinityItem>;
  /** Pairs with enough members, each in both directions. Ties by the number of baskets, then by the items. */
  readonly pairs: ReadonlyArray<AffinityPair>;
  /** The members with an item. */
  readonly people: People;
};


/** What is bought together. */
export type AffinityItemsArgs = {
  first?: Scalars['Int']['input'];
};


/** What is bought together. */
export type AffinityPairsArgs = {
  first?: Scalars['Int']['input'];
  from: InputMaybe<ReadonlyArray<Scalars['JSON']['input']>>;
  orderBy?: AffinityOrder;
};

/** An item. */
export type AffinityItem = {
  readonly __typename?: 'AffinityItem';
  /** How many baskets it is in. */
  readonly baskets: Scalars['SafeInt']['output'];
  /** The item. */
  readonly item: Scalars['JSON']['output'];
  /** The members who had it. */
  readonly people: People;
  /** `baskets` ÷ all baskets. */
  readonly share: Scalars['Float']['output'];
};

/** What comes first among pairs. */
export type AffinityOrder =
  /** The greatest confidence. */
  | 'CONFIDENCE'
  /** The greatest lift. */
  | 'LIFT'
  /** The greatest support. */
  | 'SUPPORT';

/** One item (A) and another (C) that goes with it. */
export type AffinityPair = {
  readonly __typename?: 'AffinityPair';
  /** A, which one has. */
  readonly antecedent: Scalars['JSON']['output'];
  /** How many baskets both are in. */
  readonly baskets: Scalars['SafeInt']['output'];
  /** Whom to offer C next: the members who had A and never C. */
  readonly candidates: People;
  /** P(C|A): `baskets` ÷ those with A. */
  readonly confidence: Scalars['Float']['output'];
  /** C, which one has then, or may want next. */
  readonly consequent: Scalars['JSON']['output'];
  /** `confidence` ÷ P(C): above 1, those with A have C more often than others do. */
  readonly lift: Scalars['Float']['output'];
  /** The members who had both in one basket. */
  readonly people: People;
  /** P(A∧C): `baskets` ÷ all baskets. */
  readonly support: Scalars['Float']['output'];
};

/** Which items, and what puts them together. */
export type AffinityRequest = {
  /** The day that members and rows are as of; by default the last day of `period`, or of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /**
   * The column whose values put rows together, such as an order's number: the same item twice in one is once. Left out, all the rows of a member
   * are one basket.
   */
  readonly basket?: InputMaybe<Scalars['String']['input']>;
  /** The column that tells items apart, as in an order of the fact's columns in capitals, such as `PRODUCT`. Texts, numbers and true-or-false columns. */
  readonly item: Scalars['String']['input'];
  /** How many members a pair needs who had both in one basket, at least 1. */
  readonly minJoint?: Scalars['Int']['input'];
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /** Only rows in this period; left out, all up to `asOf`, of facts over an interval those open on that day. */
  readonly period?: InputMaybe<PeriodInput>;
  /** Rows with the items in them. */
  readonly rows: Scalars['FactRows']['input'];
};

/** On which side of the expected range a point lies. */
export type AlarmSide =
  /** Above it. */
  | 'ABOVE'
  /** Below it. */
  | 'BELOW';

/** The Gamma-Gamma model. */
export type AmountModel = {
  readonly __typename?: 'AmountModel';
  /** How many customers it was fitted to: those who spent something after their first purchase. */
  readonly customers: Scalars['SafeInt']['output'];
  /** Logarithm of the likelihood of what was seen. */
  readonly logLikelihood: Scalars['Float']['output'];
  /** Shape of the amounts of one customer. */
  readonly p: Scalars['Float']['output'];
  /** Shape of their rates over customers. */
  readonly q: Scalars['Float']['output'];
  /** Rate parameter of those, in money: p · v ÷ (q − 1) is the mean amount. */
  readonly v: Scalars['Float']['output'];
};

/** One value per customer (or user) as of a day. */
export type Attribute = {
  readonly __typename?: 'Attribute';
  /** What it means. */
  readonly description: Scalars['String']['output'];
  /** Value of the enum. */
  readonly enum: Scalars['String']['output'];
  /** Field of a where. */
  readonly field: Scalars['String']['output'];
  /** What people call it. */
  readonly label: Scalars['String']['output'];
  /** Name in the model. */
  readonly name: Scalars['String']['output'];
  /** Operators of its test. */
  readonly operators: ReadonlyArray<Scalars['String']['output']>;
  /** SQL of the model that makes it. */
  readonly sql: Scalars['String']['output'];
  /** string, number, boolean, date, timestamp or list. */
  readonly type: Scalars['String']['output'];
  /** currency, ratio, count, days … */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** Values that occur as of a day with how many have each, most frequent first. */
  readonly values: Maybe<ReadonlyArray<ValueCount>>;
};


/** One value per customer (or user) as of a day. */
export type AttributeValuesArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  search: InputMaybe<Scalars['String']['input']>;
};

/** Why a back-test has no answer. */
export type BacktestRefusal =
  /** Nobody with a score churned. */
  | 'NO_CHURN'
  /** Nobody with a score renewed. */
  | 'NO_RENEWAL'
  /** Fewer than 50 outcomes of customers with a score: chance would decide. */
  | 'TOO_FEW_EVENTS';

/** A calendar unit of a back-test. A number and the day it is asked of can be asked again. */
export type BacktestUnit = {
  readonly __typename?: 'BacktestUnit';
  /** Who churned, with a score or without. */
  readonly churned: People;
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Who renewed and did not churn, with a score or without. */
  readonly renewed: People;
  /** The day of the scores. */
  readonly scoredOn: Scalars['Date']['output'];
  /** Those of both who had no score. */
  readonly unscored: People;
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
};

/** Outcomes of the customers who were in a band. */
export type BandOutcome = {
  readonly __typename?: 'BandOutcome';
  /** The band, as of the day of the score. */
  readonly band: Scalars['String']['output'];
  /** churned ÷ (churned + renewed); null where the band had neither. */
  readonly churnRate: Maybe<Scalars['Float']['output']>;
  /** How many churned. */
  readonly churned: Scalars['SafeInt']['output'];
  /** churnRate ÷ the churn rate over all bands: 2 is twice as many as usual. */
  readonly lift: Maybe<Scalars['Float']['output']>;
  /** How many renewed. */
  readonly renewed: Scalars['SafeInt']['output'];
};

/**
 * A basket with all of some items in it: rows of one fact that have the same value in a column, such as an order's number. What a pair of
 * `Segment.affinity` counts, as a condition.
 */
export type BasketTest = {
  /** The column whose values put rows together. */
  readonly basket: Scalars['String']['input'];
  /** Only rows in this window; left out, all up to the day asked about, of facts over an interval those open on that day. */
  readonly during?: InputMaybe<WindowInput>;
  /** The items, at least one. */
  readonly has: ReadonlyArray<Scalars['JSON']['input']>;
  /** The column that tells items apart. */
  readonly item: Scalars['String']['input'];
  /** Rows with the items in them. */
  readonly rows: Scalars['FactRows']['input'];
};

/** A BG/NBD model. */
export type BgNbd = {
  readonly __typename?: 'BgNbd';
  /** How often a customer is expected to buy in the time ahead. */
  readonly expected: Scalars['Float']['output'];
  /** How often a new customer is expected to buy again in its first stretch of time. */
  readonly expectedOfNew: Scalars['Float']['output'];
  /** The probability that a customer has not gone for good; 1 without a repeat purchase. */
  readonly probabilityAlive: Scalars['Float']['output'];
  /** The probability that a new customer buys so many times again in its first stretch of time. */
  readonly probabilityOf: Scalars['Float']['output'];
};


/** A BG/NBD model. */
export type BgNbdExpectedArgs = {
  of: PurchaseHistory;
  within: Scalars['Float']['input'];
};


/** A BG/NBD model. */
export type BgNbdExpectedOfNewArgs = {
  within: Scalars['Float']['input'];
};


/** A BG/NBD model. */
export type BgNbdProbabilityAliveArgs = {
  of: PurchaseHistory;
};


/** A BG/NBD model. */
export type BgNbdProbabilityOfArgs = {
  purchases: Scalars['Int']['input'];
  within: Scalars['Float']['input'];
};

/** Parameters of the BG/NBD model, all above 0. Times are in the unit that `alpha` is in. */
export type BgNbdInput = {
  /** With `b`: the chance to be gone for good after a purchase, a ÷ (a + b) in the mean. */
  readonly a: Scalars['Float']['input'];
  /** Rate parameter of those rates. */
  readonly alpha: Scalars['Float']['input'];
  /** See `a`. */
  readonly b: Scalars['Float']['input'];
  /** Shape of the rates at which customers buy. */
  readonly r: Scalars['Float']['input'];
};

/** A test of true or false. Several operators hold together. A missing value fails every test but `isNull: true` and `ne`. */
export type BooleanTest = {
  /** Is exactly this. */
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: has no value. False: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Is the opposite, or missing. */
  readonly ne?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A part of a bridge, in the attribute's unit. */
export type BridgePart = {
  readonly __typename?: 'BridgePart';
  /** Whose it is: all members, those who moved in this way, or all who came or left, each once; who has nothing is among them. */
  readonly people: People;
  /** The sum, never rounded and without a sign where the part tells which way it goes. */
  readonly value: Scalars['Float']['output'];
};

/**
 * A period, from the end of the day before it to the end of its last day: `start + new + expansion + reactivation − contraction − churn + entering −
 * leaving = end`, exactly where the values are decimals. The movements are those of everybody who is a member at either end, so that the churn of paying
 * customers is churn although they are no paying customers after it. What members bring along is what they had at the start, what they take away what
 * they still have at the end.
 */
export type BridgePoint = {
  readonly __typename?: 'BridgePoint';
  /** Lost from those who have nothing any more. */
  readonly churn: BridgePart;
  /** False while the period has not ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** Lost from those who still have something. */
  readonly contraction: BridgePart;
  /** Value of the members at the end of the period's last day. */
  readonly end: BridgePart;
  /** What those who came into the segment had outside it, at the end of the day before the period; 0 for those who had nothing. */
  readonly entering: BridgePart;
  /** Gained from those who had something. */
  readonly expansion: BridgePart;
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** What those who left the segment have outside it, at the end of the period's last day; 0 for those who have nothing any more. */
  readonly leaving: BridgePart;
  /** Gained from those who had nothing ever before. */
  readonly new: BridgePart;
  /** Gained from those who had nothing any more. */
  readonly reactivation: BridgePart;
  /** Value of the members at the end of the day before the period, at that time. Its `people` are asked as of that day, all others as of the last. */
  readonly start: BridgePart;
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
};

/** How a value of a segment's members leads from the start of each period to its end. Exactly one of `value` and `userValue` is given. */
export type BridgeRequest = {
  /** Length of a period. */
  readonly grain?: Grain;
  /** Over what movements are netted. */
  readonly netting?: Netting;
  /** The stretch shown, cut into calendar units; by default as in a trend. At most 100 periods. */
  readonly period?: InputMaybe<PeriodInput>;
  /** The same for a segment of users. */
  readonly userValue?: InputMaybe<Scalars['UserAttribute']['input']>;
  /**
   * A number attribute of customers, such as MRR. Netted over each day, one over the open rows of a fact over an interval, of which nothing is known
   * only later.
   */
  readonly value?: InputMaybe<Scalars['CustomerAttribute']['input']>;
};

/**
 * A stable share of everybody: each is given a number from 0 to `of` − 1 that depends on the key and the salt alone, so that the same
 * are drawn on every day. Two buckets with different salts are independent of each other.
 */
export type BucketTest = {
  /** The buckets that count, from 0 to `of` − 1: `{of: 100, in: [0, 1, 2]}` is about three in a hundred. */
  readonly in: ReadonlyArray<Scalars['Int']['input']>;
  /** How many buckets there are, from 1 to 10,000. */
  readonly of: Scalars['Int']['input'];
  /** Any text; another salt draws others. */
  readonly salt?: Scalars['String']['input'];
};

/** A whole calendar unit, counted from the one that holds the day asked about. */
export type CalendarInput = {
  /** 0 is the unit that holds the day asked about, -1 the one before, 1 the one after. */
  readonly offset?: Scalars['Int']['input'];
  /** The unit. Weeks begin on the workspace's first day of the week, Monday unless it says Sunday. */
  readonly unit: Grain;
};

/** What a campaign did. */
export type Campaign = {
  readonly __typename?: 'Campaign';
  /** Had a message come back, of those sent to. */
  readonly bounced: Maybe<CampaignRate>;
  /** What tells it apart: a text or a number. */
  readonly campaign: Scalars['JSON']['output'];
  /** Followed a link in it. */
  readonly clicked: Maybe<CampaignRate>;
  /** False while the period has not ended, or the time in which the outcome counts has not passed for the last message. */
  readonly complete: Scalars['Boolean']['output'];
  /** Did what it asks for. */
  readonly converted: Maybe<CampaignRate>;
  /** What the messages cost; null where the model names no cost. */
  readonly cost: Maybe<Scalars['Float']['output']>;
  /** Reached by a message, of those sent to; null where the model does not say what that is. So with the others. */
  readonly delivered: Maybe<CampaignRate>;
  /** The same of those left out on purpose, in the same time after they would have been sent something; null where there are none. */
  readonly heldOut: Maybe<CampaignOutcome>;
  /** What the campaign caused: those sent to against those held out at random. Null without anybody held out, or without an outcome. */
  readonly lift: Maybe<CampaignLift>;
  /** Messages sent to them. */
  readonly messages: Scalars['SafeInt']['output'];
  /** Whether there is nobody to compare with, so that the outcome may have come without the campaign. */
  readonly observational: Scalars['Boolean']['output'];
  /** Opened a message, of those reached. So with the next ones; where the model does not tell who was reached, of those sent to. */
  readonly opened: Maybe<CampaignRate>;
  /** What became of all those sent to; null where the model names no outcome. */
  readonly outcome: Maybe<CampaignOutcome>;
  /** Why there is no lift. */
  readonly refusal: Maybe<Refusal>;
  /** (value of the outcome × margin − cost) ÷ cost: attributed, whether or not the campaign caused it; null where nothing was paid. */
  readonly roi: Maybe<Scalars['Float']['output']>;
  /** Members who were sent at least one message, or had one bounced. */
  readonly sent: People;
  /** Asked for no more. */
  readonly unsubscribed: Maybe<CampaignRate>;
};

/** A difference with its interval of 95 %. */
export type CampaignDifference = {
  readonly __typename?: 'CampaignDifference';
  /** Upper end; null where there are too few to say. */
  readonly high: Maybe<Scalars['Float']['output']>;
  /** Lower end; null where there are too few to say. */
  readonly low: Maybe<Scalars['Float']['output']>;
  /** The difference. */
  readonly value: Scalars['Float']['output'];
};

/** Members whom so many messages reached. */
export type CampaignFatigue = {
  readonly __typename?: 'CampaignFatigue';
  /** Fewest messages. */
  readonly from: Scalars['Int']['output'];
  /** Who they are. */
  readonly members: People;
  /** Messages that reached them. */
  readonly messages: Scalars['SafeInt']['output'];
  /** Those who answered at least one, as the model says what an answer is; null where it does not. */
  readonly responded: Maybe<CampaignRate>;
  /** Most messages; null where there is no end. */
  readonly to: Maybe<Scalars['Int']['output']>;
  /** Those who asked for no more. */
  readonly unsubscribed: Maybe<CampaignRate>;
};

/** What a campaign caused. */
export type CampaignLift = {
  readonly __typename?: 'CampaignLift';
  /** How many more had the outcome: the difference of the shares × those sent to. */
  readonly incremental: CampaignDifference;
  /** How much more value there was: the difference of the means × those sent to. */
  readonly incrementalValue: Maybe<CampaignDifference>;
  /** Value for each of those sent to − for each of those held out, with Welch's interval; null where the model names no value. */
  readonly mean: Maybe<CampaignDifference>;
  /** Share with the outcome of those sent to − of those held out, with Newcombe's interval. */
  readonly rate: CampaignDifference;
  /** (incremental value × margin − cost) ÷ cost; null where nothing was paid. */
  readonly roi: Maybe<Scalars['Float']['output']>;
};

/** Who had the outcome of a campaign, and what it was worth. */
export type CampaignOutcome = {
  readonly __typename?: 'CampaignOutcome';
  /** Everybody it is counted of. */
  readonly all: People;
  /** The same for each of them; null of nobody. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** Members with the outcome, of all of that kind whether reached or not. */
  readonly members: CampaignRate;
  /** Sum of the value of the outcome; null where the model names no value. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** How many of how many, with Wilson's interval of 95 %. */
export type CampaignRate = {
  readonly __typename?: 'CampaignRate';
  /** How many there are. */
  readonly count: Scalars['SafeInt']['output'];
  /** Upper end of the interval. */
  readonly high: Maybe<Scalars['Float']['output']>;
  /** Lower end of the interval. */
  readonly low: Maybe<Scalars['Float']['output']>;
  /** Of how many. */
  readonly of: Scalars['SafeInt']['output'];
  /** Who they are. */
  readonly people: People;
  /** The share; null of nobody. */
  readonly rate: Maybe<Scalars['Float']['output']>;
};

/** Campaigns side by side. */
export type Campaigns = {
  readonly __typename?: 'Campaigns';
  /** A campaign each, the earliest first. */
  readonly campaigns: ReadonlyArray<Campaign>;
  /** Members by how many messages reached them in the period, of all these campaigns together. */
  readonly fatigue: ReadonlyArray<CampaignFatigue>;
  /** First day of the messages. */
  readonly from: Scalars['Date']['output'];
  /** What is left of the value of an outcome as profit, from 0 to 1. */
  readonly margin: Scalars['Float']['output'];
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
};


/** Campaigns side by side. */
export type CampaignsFatigueArgs = {
  from?: ReadonlyArray<Scalars['Int']['input']>;
};

/** Which campaigns to look at. Nothing after the day asked about is known. */
export type CampaignsRequest = {
  /** The day asked about; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Only these, by what tells them apart; left out, all that were sent in the period. */
  readonly campaigns?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /** Messages sent in this period; by default the 30 days up to the day asked about. */
  readonly period?: InputMaybe<PeriodInput>;
};

/** What may be asked of this workspace. */
export type Catalog = {
  readonly __typename?: 'Catalog';
  /** One value per customer (or user) as of a day. */
  readonly attributes: ReadonlyArray<Attribute>;
  /** Numbers that formulas name, such as the gross margin. */
  readonly constants: Scalars['JSON']['output'];
  /** ISO 4217 code that money is in. */
  readonly currency: Scalars['String']['output'];
  /** The last whole day the data covers: the default day of every question. */
  readonly dataAsOf: Scalars['Date']['output'];
  /** What each relation of the model holds and what is wrong with it. */
  readonly dataQuality: ReadonlyArray<RelationQuality>;
  /** What happened, or was so, at a time. */
  readonly facts: ReadonlyArray<Fact>;
  /** How customers are scored, as `sql/health.yml` says; null where the workspace has none. */
  readonly health: Maybe<HealthModel>;
  /** Numbers for a population in a period. */
  readonly metrics: ReadonlyArray<Metric>;
  /** IANA name of the zone that days are in. */
  readonly timeZone: Scalars['String']['output'];
  /** Name of the workspace. */
  readonly workspace: Scalars['String']['output'];
};


/** What may be asked of this workspace. */
export type CatalogAttributesArgs = {
  of?: Population;
  search: InputMaybe<Scalars['String']['input']>;
};


/** What may be asked of this workspace. */
export type CatalogMetricsArgs = {
  search: InputMaybe<Scalars['String']['input']>;
};

/** One number under several definitions. */
export type Challenge = {
  readonly __typename?: 'Challenge';
  /** The first definition against each of the others. */
  readonly differences: ReadonlyArray<ChallengeDifference>;
  /** The numbers, in the order asked. */
  readonly values: ReadonlyArray<MetricValue>;
};

/** Two definitions and whom they see differently. */
export type ChallengeDifference = {
  readonly __typename?: 'ChallengeDifference';
  /** The first definition. */
  readonly a: Metric;
  /** The other. */
  readonly b: Metric;
  /** The first of them, with what either definition makes of each. */
  readonly customers: ReadonlyArray<ChallengedCustomer>;
  /** Value of `b` less value of `a`; null when either is null. */
  readonly gap: Maybe<Scalars['Float']['output']>;
  /** The customers that the two, each taken alone, measure differently. */
  readonly people: People;
};

/** A definition over one customer alone. */
export type ChallengePart = {
  readonly __typename?: 'ChallengePart';
  /** Lower part of a rate. */
  readonly denominator: Maybe<Scalars['Float']['output']>;
  /** Upper part of a rate. */
  readonly numerator: Maybe<Scalars['Float']['output']>;
  /** Its value; null when there is nothing to measure. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** Definitions to hold against each other. */
export type ChallengeRequest = {
  /** Most customers to return per pair, by key. */
  readonly first?: Scalars['Int']['input'];
  /** From 2 to 10 metrics; each is compared with the first. */
  readonly metrics: ReadonlyArray<Scalars['MetricName']['input']>;
  /** The period measured. */
  readonly period?: InputMaybe<PeriodInput>;
};

/** A customer that two definitions measure differently. */
export type ChallengedCustomer = {
  readonly __typename?: 'ChallengedCustomer';
  /** What the first definition makes of it. */
  readonly a: ChallengePart;
  /** What the other makes of it. */
  readonly b: ChallengePart;
  /** The customer, as of the last day of the period. */
  readonly customer: Customer;
};

/**
 * How a number attribute moved: its value on the day asked about against its value a duration before. Missing, and so failing, where either is
 * missing. Given both, `percent` and `absolute` hold together.
 */
export type ChangeTest = {
  /** The difference itself, in the attribute's unit. */
  readonly absolute?: InputMaybe<NumberTest>;
  /** How far to look back, in whole days or longer units. */
  readonly over: Duration;
  /** The difference in percent of the earlier value: -50 is half as much. Missing where the earlier value was 0. */
  readonly percent?: InputMaybe<NumberTest>;
};

/** What customers have brought in and may bring in yet. */
export type Clv = {
  readonly __typename?: 'Clv';
  /** The day that members and purchases are as of. */
  readonly asOf: Scalars['Date']['output'];
  /** Revenue to date by age, of cohorts that have reached it. */
  readonly cohorts: CohortClv;
  /** What is to be expected. */
  readonly expected: ExpectedClv;
  /** Revenue to date. */
  readonly historic: HistoricClv;
  /** What is left of a unit of revenue. */
  readonly margin: Scalars['Float']['output'];
  /** The simple CLV: the metric asked for, over the 30 days up to `asOf`. Null without one. */
  readonly simple: Maybe<MetricValue>;
};

/** What cohorts that have reached an age have brought in by its end. */
export type ClvAge = {
  readonly __typename?: 'ClvAge';
  /** Periods after that of the first purchase, which is age 0. */
  readonly age: Scalars['Int']['output'];
  /** How many cohorts have reached it. */
  readonly cohorts: Scalars['Int']['output'];
  /** How many customers they started with. */
  readonly customers: Scalars['SafeInt']['output'];
  /** What they have brought in up to the end of the age. */
  readonly revenue: Scalars['Float']['output'];
  /** `revenue` ÷ `customers`. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** Customers who have brought in so much. */
export type ClvBand = {
  readonly __typename?: 'ClvBand';
  /** The least; null in the lowest band, which has no lower end. */
  readonly from: Maybe<Scalars['Float']['output']>;
  /** Who they are. */
  readonly people: People;
  /** What they have brought in together. */
  readonly total: Scalars['Float']['output'];
  /** What they stay below; null in the highest band, which has no upper end. */
  readonly until: Maybe<Scalars['Float']['output']>;
};

/** Customers with their first purchase in the same period. */
export type ClvCohort = {
  readonly __typename?: 'ClvCohort';
  /** By age, from 0 up to now. */
  readonly cells: ReadonlyArray<ClvCohortCell>;
  /** False while the period has not ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** First day of the period. */
  readonly from: Scalars['Date']['output'];
  /** Who they are. */
  readonly people: People;
  /** The day after its last. */
  readonly until: Scalars['Date']['output'];
};

/** A cohort by the end of an age. */
export type ClvCohortCell = {
  readonly __typename?: 'ClvCohortCell';
  /** Periods after that of the first purchase. */
  readonly age: Scalars['Int']['output'];
  /** False while the age has not ended; the numbers are then null. */
  readonly complete: Scalars['Boolean']['output'];
  /** What the cohort has brought in up to the end of the age. */
  readonly revenue: Maybe<Scalars['Float']['output']>;
  /** `revenue` ÷ the customers it started with. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** Whose purchases models are fitted to. */
export type ClvFit =
  /** Those of everybody, so that segments are told by one model: being in a segment often depends on how often one buys. */
  | 'EVERYONE'
  /** Those of the members alone. */
  | 'MEMBERS';

/** A percentile of what customers have brought in. */
export type ClvPercentile = {
  readonly __typename?: 'ClvPercentile';
  /** From 0 to 100. */
  readonly percentile: Scalars['Float']['output'];
  /** What so many percent have brought in at most; null without purchases. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** What a purchase is, and what to make of it. */
export type ClvRequest = {
  /** The day that members and purchases are as of; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Splits what is expected by this attribute of the customers as of `asOf`. */
  readonly by?: InputMaybe<Scalars['CustomerAttribute']['input']>;
  /** The same for users. */
  readonly byUser?: InputMaybe<Scalars['UserAttribute']['input']>;
  /** What money is worth less a year later: 0.1 is ten percent. Each 30 days ahead are discounted from their end. */
  readonly discount?: Scalars['Float']['input'];
  /** Whose purchases the models are fitted to. */
  readonly fit?: ClvFit;
  /** Length of a cohort and of an age. */
  readonly grain?: Grain;
  /** How many days ahead purchases are expected for, at most 3,650. */
  readonly horizonDays?: Scalars['Int']['input'];
  /** Most groups, largest first. */
  readonly limit?: Scalars['Int']['input'];
  /** What is left of a unit of revenue after the cost of serving it, 0 to 1; by default the model's constant `gross_margin`, or 1. Only what is expected is multiplied by it. */
  readonly margin?: InputMaybe<Scalars['Float']['input']>;
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /** Draws the parameters of the models towards 0: this × Σ parameter² is taken from the mean log-likelihood, as in the Python package lifetimes. 0 is plain maximum likelihood. */
  readonly penalty?: Scalars['Float']['input'];
  /** The cohorts: periods of the first purchase that this stretch touches, each whole. By default as in a trend, up to `asOf`. */
  readonly period?: InputMaybe<PeriodInput>;
  /** Rows that are purchases, of a fact that happens at a time. */
  readonly purchases: Scalars['FactRows']['input'];
  /** The metric of the model to set beside: its own simple CLV. */
  readonly simple?: InputMaybe<Scalars['MetricName']['input']>;
  /** The number column with what a purchase brought in, as in the fact's own enum, such as `AMOUNT`. A missing value counts as 0. */
  readonly value: Scalars['String']['input'];
};

/** Members whose time began in the same calendar unit. */
export type Cohort = {
  readonly __typename?: 'Cohort';
  /** A cell for each age, from 0 on. */
  readonly cells: ReadonlyArray<CohortCell>;
  /** False while its unit has not ended, so that more may join it. */
  readonly complete: Scalars['Boolean']['output'];
  /** First day of the unit. */
  readonly from: Scalars['Date']['output'];
  /** Its members. */
  readonly people: People;
  /** How many members it has. */
  readonly size: Scalars['SafeInt']['output'];
  /** The day after its last. */
  readonly until: Scalars['Date']['output'];
};

/** The mean of the cohorts that have reached an age. */
export type CohortAverage = {
  readonly __typename?: 'CohortAverage';
  /** How many units old. */
  readonly age: Scalars['Int']['output'];
  /** How many cohorts have reached the age. */
  readonly cohorts: Scalars['Int']['output'];
  /** Sum of what it is divided by. */
  readonly denominator: Maybe<Scalars['Float']['output']>;
  /** Rows behind it; null for formulas. */
  readonly n: Maybe<Scalars['SafeInt']['output']>;
  /** Why the value is null. */
  readonly nullReason: Maybe<NullReason>;
  /** Sum of what is divided. */
  readonly numerator: Maybe<Scalars['Float']['output']>;
  /** How many members they have. */
  readonly size: Scalars['SafeInt']['output'];
  /** The weighted mean; null where no cohort has reached the age. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** A cohort at an age. */
export type CohortCell = {
  readonly __typename?: 'CohortCell';
  /** How many units old. */
  readonly age: Scalars['Int']['output'];
  /** False where the age has not elapsed for all who can be in the cohort; the value is then null. */
  readonly complete: Scalars['Boolean']['output'];
  /** What it is divided by: the size, the metric at age 0, or the lower part of a rate. */
  readonly denominator: Maybe<Scalars['Float']['output']>;
  /** First day of the age; null on members' own clocks. */
  readonly from: Maybe<Scalars['Date']['output']>;
  /** Rows behind it; null for formulas. */
  readonly n: Maybe<Scalars['SafeInt']['output']>;
  /** Why the value is null. */
  readonly nullReason: Maybe<NullReason>;
  /** What is divided: the metric where it is shared out, else the upper part of a rate. */
  readonly numerator: Maybe<Scalars['Float']['output']>;
  /**
   * Those the metric counts. Null where it does not count the members themselves, where cells add up, on members' own clocks, or where the
   * metric's conditions are more than true-or-false attributes or texts of columns.
   */
  readonly people: Maybe<People>;
  /** The day after its last; null on members' own clocks. */
  readonly until: Maybe<Scalars['Date']['output']>;
  /** The number, never rounded; null with a reason. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** What a cell of cohorts says. */
export type CohortCells =
  /** The metric ÷ the size of the cohort: paying retention of a count of paying customers, revenue per customer of revenue. Totals only. */
  | 'SHARE_OF_SIZE'
  /** The metric ÷ what it was at age 0: revenue retention. Totals only. */
  | 'SHARE_OF_START'
  /** The metric itself. */
  | 'VALUE';

/** Whose time ages are counted in. */
export type CohortClock =
  /** Age k of all members begins k units after the cohort's first day: the k-th calendar unit after it where both are of the same length. */
  | 'COHORT'
  /**
   * Age k of each member begins k units after its own start. Only metrics made of rows of facts: flows without a window of their own, states of
   * intervals, formulas of them.
   */
  | 'MEMBER';

/** Cumulative revenue by cohort. An age counts where it has elapsed for the whole cohort; cohorts that have not reached it are never mixed in. */
export type CohortClv = {
  readonly __typename?: 'CohortClv';
  /** Over all cohorts that have reached an age, from 0 on. */
  readonly ages: ReadonlyArray<ClvAge>;
  /** By the period of the first purchase, oldest first. */
  readonly cohorts: ReadonlyArray<ClvCohort>;
};

/** When a member's time begins: exactly one of these. Members without it are in no cohort. */
export type CohortStartInput = {
  /** A date, or the day of a timestamp, of customers. */
  readonly attribute?: InputMaybe<Scalars['CustomerAttribute']['input']>;
  /** The day of the first such row; of a fact over an interval, the first day of the first. */
  readonly first?: InputMaybe<Scalars['FactRows']['input']>;
  /** The same for a segment of users. */
  readonly userAttribute?: InputMaybe<Scalars['UserAttribute']['input']>;
};

/** A metric by cohort and age. Members are those of the segment as of `asOf`, at every age. */
export type Cohorts = {
  readonly __typename?: 'Cohorts';
  /** Unit of age. */
  readonly age: Grain;
  /** The day that membership and starts are as of. */
  readonly asOf: Scalars['Date']['output'];
  /**
   * For each age the mean of the cohorts that have reached it, weighted by what their cells are divided by (the size of the cohort, the value
   * at age 0, the denominator of a rate) or else by their sizes. A cell without a value and a cohort without members have no part in it.
   */
  readonly average: ReadonlyArray<CohortAverage>;
  /** The cohorts, oldest first; one without members has a size of 0. */
  readonly cohorts: ReadonlyArray<Cohort>;
  /** Length of a cohort. */
  readonly grain: Grain;
  /** What was measured. */
  readonly metric: Metric;
  /** Members whose time has not begun: in no cohort. */
  readonly withoutStart: People;
};

/** Members by when their time began, and what a metric is of them as time goes on. */
export type CohortsRequest = {
  /** Unit of age; left out, as long as a cohort. */
  readonly age?: InputMaybe<Grain>;
  /** How many ages there are, from 0 on, at most 400; by default 30 days, 12 weeks, 12 months, 8 quarters or 5 years. */
  readonly ages?: InputMaybe<Scalars['Int']['input']>;
  /** The day that membership and starts are as of, and after which nothing is known; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** What a cell says. */
  readonly cells?: CohortCells;
  /** Whose time ages are counted in. */
  readonly clock?: CohortClock;
  /** Whether a cell adds up all the ages so far; the parts of a rate are added up before they are divided. */
  readonly cumulative?: Scalars['Boolean']['input'];
  /** Length of a cohort: the calendar unit that the start lies in. */
  readonly grain?: Grain;
  /**
   * What is measured over the members of a cohort in each age: a state as of the age's last day, a flow over the facts in it, a change between
   * its two ends, a formula of such. Its own `members: start | end` is of no matter here: a cohort keeps its members.
   */
  readonly metric: Scalars['MetricName']['input'];
  /** The cohorts shown: the calendar units that this period touches, each of them whole. By default as in a trend, up to `asOf`. */
  readonly period?: InputMaybe<PeriodInput>;
  /** When a member's time begins. */
  readonly start: CohortStartInput;
};

/** A segment in a comparison: a saved one, or a where with a name. */
export type ComparedSegment = {
  /** A saved segment. */
  readonly id?: InputMaybe<Scalars['ID']['input']>;
  /** A name for the answer; a saved segment's own when left out. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** A condition on users, instead of `id`. */
  readonly userWhere?: InputMaybe<Scalars['UserWhere']['input']>;
  /** A condition on customers, instead of `id`. */
  readonly where?: InputMaybe<Scalars['CustomerWhere']['input']>;
};

/** A period to compare with. */
export type Comparison =
  /** The period of the same length just before; whole months move by months. */
  | 'PREVIOUS_PERIOD'
  /** The same period a year before. */
  | 'PREVIOUS_YEAR';

/** A component of a customer's health on a day. */
export type ComponentScore = {
  readonly __typename?: 'ComponentScore';
  /** The component. */
  readonly component: HealthComponent;
  /** share × score: what it adds to the health score; null where there is none. */
  readonly contribution: Maybe<Scalars['Float']['output']>;
  /** The day that tells the value's age; null where the component does not ask. */
  readonly date: Maybe<Scalars['Date']['output']>;
  /** Its score, 0 to 100; null where it does not count. */
  readonly score: Maybe<Scalars['Float']['output']>;
  /** Its share of the weights that count, 0 to 1; of worst-of models, 1 for the poorest (the first of equals) and 0 for the others. */
  readonly share: Scalars['Float']['output'];
  /** Whether it has a value to score. */
  readonly status: ComponentStatus;
  /** The attribute's value. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** Whether a component has a value to score. */
export type ComponentStatus =
  /** The attribute has no value, or one that the scale has no score for. */
  | 'MISSING'
  /** It has. */
  | 'PRESENT'
  /** The value is older than it may be, or has no date. */
  | 'TOO_OLD';

/** How lopsided the members are. */
export type Concentration = {
  readonly __typename?: 'Concentration';
  /** How the number is spread over the members; null when none was asked for, or there is nothing to spread. */
  readonly spread: Maybe<Spread>;
  /** The most frequent value of each attribute asked for. */
  readonly values: ReadonlyArray<TopValue>;
};

/** What to look at for concentration. */
export type ConcentrationRequest = {
  /** The day asked about. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Attributes whose most frequent value is told. */
  readonly attributes?: ReadonlyArray<Scalars['CustomerAttribute']['input']>;
  /** A number of each customer, such as MRR, whose spread is told. */
  readonly value?: InputMaybe<Scalars['CustomerAttribute']['input']>;
};

/** What a part of a where is. */
export type ConditionKind =
  /** All parts hold. */
  | 'AND'
  /** A where as of another day; its parts are asked of that day. */
  | 'AS_OF'
  /** A single condition, with what was observed. */
  | 'CONDITION'
  /** A where on the customer a user works at; its parts are asked of the customer. */
  | 'CUSTOMER'
  /** Its part does not hold. */
  | 'NOT'
  /** At least one part holds. */
  | 'OR'
  /** A saved segment; its parts are those of the segment. */
  | 'SEGMENT';

/** A new segment: exactly one of `where` and `userWhere`. */
export type CreateSegmentInput = {
  /** What it is for. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** A folder that exists; the top level when left out. */
  readonly folder?: InputMaybe<Scalars['String']['input']>;
  /** Its name, unique in its folder. */
  readonly name: Scalars['String']['input'];
  /** What it is meant to achieve. */
  readonly objective?: InputMaybe<ObjectiveInput>;
  /** The condition on users, for a segment of people. */
  readonly userWhere?: InputMaybe<Scalars['UserWhere']['input']>;
  /** The condition on customers. */
  readonly where?: InputMaybe<Scalars['CustomerWhere']['input']>;
};

/** A customer as of a day. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** The day. */
  readonly asOf: Scalars['Date']['output'];
  /**
   * Why the customer is in a segment on its day, or not: every condition with what was observed. Give a where or a saved
   * segment of customers.
   */
  readonly explain: Maybe<Explanation>;
  /** Why the health score of the customer is what it is on its day; null where the workspace has no `sql/health.yml`. */
  readonly explainHealth: Maybe<HealthExplanation>;
  /** The customer's key. */
  readonly id: Scalars['ID']['output'];
};


/** A customer as of a day. */
export type CustomerExplainArgs = {
  segment: InputMaybe<Scalars['ID']['input']>;
  where: InputMaybe<Scalars['CustomerWhere']['input']>;
};

/** A page of customers. */
export type CustomerConnection = {
  readonly __typename?: 'CustomerConnection';
  /** The customers with their cursors. */
  readonly edges: ReadonlyArray<CustomerEdge>;
  /** The customers of the page. */
  readonly nodes: ReadonlyArray<Customer>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked for. */
  readonly totalCount: Scalars['SafeInt']['output'];
};

/** A customer and its place in the list. */
export type CustomerEdge = {
  readonly __typename?: 'CustomerEdge';
  /** Pass as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The customer. */
  readonly node: Customer;
};

/** A half-open range of days in the workspace's time zone. At least one end is given; `from` is before `until`. */
export type DateRange = {
  /** The first day in the range; left out, there is none. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** The first day after the range; left out, it has no end. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/**
 * A test of a day, or of the day that an instant falls on in the workspace's time zone. Several operators hold together; none at all asks
 * nothing. A missing value fails every test but `isNull: true`. Windows are of whole days and end or begin with the day asked about.
 */
export type DateTest = {
  /** Is a later day than this one. */
  readonly after?: InputMaybe<Scalars['Date']['input']>;
  /** Is an earlier day than this one. */
  readonly before?: InputMaybe<Scalars['Date']['input']>;
  /** Is in this range of days, the last one excluded. */
  readonly between?: InputMaybe<DateRange>;
  /** Is in a whole calendar unit. */
  readonly calendar?: InputMaybe<CalendarInput>;
  /** True: has no value. False: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Is in the days that end with the day asked about, which counts: 7 days as of the 30th are the 24th to the 30th. */
  readonly last?: InputMaybe<Duration>;
  /** Is in the days that begin with the day asked about, which counts: 30 days as of the 1st are the 1st to the 30th. */
  readonly next?: InputMaybe<Duration>;
  /** Is this very day. */
  readonly on?: InputMaybe<Scalars['Date']['input']>;
};

/** An order from low to high or from high to low. */
export type Direction =
  /** The smallest, earliest or first by alphabet at the beginning. Missing values come last. */
  | 'ASC'
  /** The greatest, latest or last by alphabet at the beginning. Missing values come last. */
  | 'DESC';

/** What distinguishes members from the rest. */
export type Distinguishes = {
  readonly __typename?: 'Distinguishes';
  /** The day. */
  readonly asOf: Scalars['Date']['output'];
  /** How many comparisons the p-values are corrected for. */
  readonly comparisons: Scalars['SafeInt']['output'];
  /** Number of members. */
  readonly members: Scalars['SafeInt']['output'];
  /** Numbers in which members differ from the rest, largest effect first. */
  readonly numbers: ReadonlyArray<DistinguishingNumber>;
  /** Number of all others that exist on the day. */
  readonly others: Scalars['SafeInt']['output'];
  /** Values that members have more or less often than the rest, least likely to be chance first. */
  readonly values: ReadonlyArray<DistinguishingValue>;
};

/** What to look at when telling members from the rest. */
export type DistinguishesRequest = {
  /** The day asked about. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Attributes to look at; all single-valued ones when left out. Texts with more than 200 values are passed over. */
  readonly attributes?: InputMaybe<ReadonlyArray<Scalars['CustomerAttribute']['input']>>;
  /** The same for a segment of users. */
  readonly attributesUser?: InputMaybe<ReadonlyArray<Scalars['UserAttribute']['input']>>;
  /** Most findings of each kind, strongest first. */
  readonly first?: Scalars['Int']['input'];
  /** Fewest members, or fewest of the rest, with a value before it is looked at. */
  readonly least?: Scalars['Int']['input'];
};

/** A number in which members differ from the rest. */
export type DistinguishingNumber = {
  readonly __typename?: 'DistinguishingNumber';
  /** The attribute. */
  readonly attribute: Attribute;
  /** The same, corrected for all comparisons (Benjamini–Hochberg). */
  readonly corrected: Maybe<Scalars['Float']['output']>;
  /** Difference of the means ÷ pooled standard deviation (Cohen's d); null when nothing varies. */
  readonly effect: Maybe<Scalars['Float']['output']>;
  /** Whether the where of the segment itself names the attribute, so that the difference is no finding. */
  readonly inWhere: Scalars['Boolean']['output'];
  /** Mean of the members. */
  readonly mean: Scalars['Float']['output'];
  /** Mean of the others. */
  readonly meanOfOthers: Scalars['Float']['output'];
  /** Median of the members. */
  readonly median: Scalars['Float']['output'];
  /** Median of the others. */
  readonly medianOfOthers: Scalars['Float']['output'];
  /** Members with a value. */
  readonly members: Scalars['SafeInt']['output'];
  /** Others with a value. */
  readonly others: Scalars['SafeInt']['output'];
  /** Chance of such a difference or a larger one when there is none (Welch's test, normal approximation); null when nothing varies. */
  readonly pValue: Maybe<Scalars['Float']['output']>;
};

/** A value that members have more or less often than the rest. */
export type DistinguishingValue = {
  readonly __typename?: 'DistinguishingValue';
  /** The attribute. */
  readonly attribute: Attribute;
  /** The same, corrected for all comparisons (Benjamini–Hochberg). */
  readonly corrected: Scalars['Float']['output'];
  /** Whether the where of the segment itself names the attribute, so that the difference is no finding. */
  readonly inWhere: Scalars['Boolean']['output'];
  /** Share ÷ share of others; null when none of the others has it. */
  readonly lift: Maybe<Scalars['Float']['output']>;
  /** Members with it. */
  readonly members: People;
  /** Others with it. */
  readonly others: Scalars['SafeInt']['output'];
  /** Chance of such a difference or a larger one when there is none (Fisher's exact test, two-sided). */
  readonly pValue: Scalars['Float']['output'];
  /** Share of the members with it, 0 to 1. */
  readonly share: Scalars['Float']['output'];
  /** Share of the others with it, 0 to 1. */
  readonly shareOfOthers: Scalars['Float']['output'];
  /** The value as text; null for those without one. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/**
 * A length of time: the sum of the units given, none negative, at least one above 0, at most 100 years. Windows of days take no seconds,
 * minutes or hours. Months are calendar months: one month before 31 March is the last day of February.
 */
export type Duration = {
  /** Days of the calendar; one may have 23 or 25 hours. */
  readonly days?: InputMaybe<Scalars['Int']['input']>;
  /** Hours of 60 minutes; only where a time of day counts. */
  readonly hours?: InputMaybe<Scalars['Int']['input']>;
  /** Minutes; only where a time of day counts. */
  readonly minutes?: InputMaybe<Scalars['Int']['input']>;
  /** Calendar months. */
  readonly months?: InputMaybe<Scalars['Int']['input']>;
  /** Quarters of 3 calendar months. */
  readonly quarters?: InputMaybe<Scalars['Int']['input']>;
  /** Seconds; only where a time of day counts. */
  readonly seconds?: InputMaybe<Scalars['Int']['input']>;
  /** Weeks of 7 days. */
  readonly weeks?: InputMaybe<Scalars['Int']['input']>;
  /** Calendar years. */
  readonly years?: InputMaybe<Scalars['Int']['input']>;
};

/** Who was active, day by day. */
export type Engagement = {
  readonly __typename?: 'Engagement';
  /** A point per day, oldest first. */
  readonly points: ReadonlyArray<EngagementPoint>;
};

/** One day with the days before it. */
export type EngagementPoint = {
  readonly __typename?: 'EngagementPoint';
  /** Whether the day is over: false after the day asked about. */
  readonly complete: Scalars['Boolean']['output'];
  /** DAU: those active on the day. */
  readonly daily: ActiveCount;
  /** The day's own DAU ÷ MAU, 0 to 1; null with a reason. */
  readonly dailyOverMonthly: Maybe<Scalars['Float']['output']>;
  /** The day. */
  readonly day: Scalars['Date']['output'];
  /** MAU: those active on the day or the 29 before it. */
  readonly monthly: ActiveCount;
  /** Why both are null. */
  readonly nullReason: Maybe<NullReason>;
  /** Mean DAU of the 30 days that end with the day ÷ MAU, 0 to 1; null with a reason. */
  readonly stickiness: Maybe<Scalars['Float']['output']>;
  /** WAU: those active on the day or the 6 before it. */
  readonly weekly: ActiveCount;
};

/** What an engagement is asked about. Nothing after the day asked about is known. */
export type EngagementRequest = {
  /** Rows that are activity. */
  readonly activity: Scalars['FactRows']['input'];
  /** The day asked about; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /** The days shown; by default the 30 that end with the day asked about. At most 1,000. */
  readonly period?: InputMaybe<PeriodInput>;
};

/** What a condition on rows or on users rests on. */
export type Evidence = {
  readonly __typename?: 'Evidence';
  /** How many rows count. */
  readonly count: Maybe<Scalars['SafeInt']['output']>;
  /** The fact whose rows count; null for conditions on users. */
  readonly fact: Maybe<Scalars['FactName']['output']>;
  /** The other users of the customer. */
  readonly otherUsers: Maybe<ReadonlyArray<User>>;
  /** The latest of the rows that count, newest first, by the fact's fields. */
  readonly rows: Maybe<ReadonlyArray<Scalars['JSON']['output']>>;
  /** The users who are as the condition asks. */
  readonly users: Maybe<ReadonlyArray<User>>;
};


/** What a condition on rows or on users rests on. */
export type EvidenceOtherUsersArgs = {
  first?: Scalars['Int']['input'];
};


/** What a condition on rows or on users rests on. */
export type EvidenceRowsArgs = {
  first?: Scalars['Int']['input'];
};


/** What a condition on rows or on users rests on. */
export type EvidenceUsersArgs = {
  first?: Scalars['Int']['input'];
};

/**
 * What the members with a purchase may yet bring in. Purchases by the BG/NBD model (Fader, Hardie and Lee 2005), amounts by the Gamma-Gamma model
 * (Fader and Hardie 2013), both by maximum likelihood. Purchases of one day are one purchase, and the first is left out of amounts.
 */
export type ExpectedClv = {
  readonly __typename?: 'ExpectedClv';
  /** What they spend; null with a refusal. */
  readonly amountModel: Maybe<AmountModel>;
  /** Why no amounts can be expected; null where they can. */
  readonly amountRefusal: Maybe<Refusal>;
  /** What money is worth less a year later. */
  readonly discount: Scalars['Float']['output'];
  /** The same per value of the attribute asked for, largest first; empty without one. */
  readonly groups: ReadonlyArray<ExpectedGroup>;
  /** How many days ahead. */
  readonly horizonDays: Scalars['Int']['output'];
  /** How often they buy and for how long they stay; null with a refusal. */
  readonly purchaseModel: Maybe<PurchaseModel>;
  /** Why no purchases can be expected; null where they can. */
  readonly refusal: Maybe<Refusal>;
  /** Those of whom the most is expected. */
  readonly top: ReadonlyArray<ExpectedCustomer>;
  /** All of them together; null with a refusal. */
  readonly total: Maybe<ExpectedTotal>;
};


/**
 * What the members with a purchase may yet bring in. Purchases by the BG/NBD model (Fader, Hardie and Lee 2005), amounts by the Gamma-Gamma model
 * (Fader and Hardie 2013), both by maximum likelihood. Purchases of one day are one purchase, and the first is left out of amounts.
 */
export type ExpectedClvTopArgs = {
  first?: Scalars['Int']['input'];
};

/** What is expected of one customer. */
export type ExpectedCustomer = {
  readonly __typename?: 'ExpectedCustomer';
  /** The customer; of a user, the customer they work at. */
  readonly customer: Customer;
  /** Amount of each; null where no amounts can be expected. */
  readonly expectedAmount: Maybe<Scalars['Float']['output']>;
  /** Purchases up to the horizon. */
  readonly expectedPurchases: Scalars['Float']['output'];
  /** Purchases × amount. */
  readonly expectedRevenue: Maybe<Scalars['Float']['output']>;
  /** The first of them. */
  readonly firstOn: Scalars['Date']['output'];
  /** The last of them. */
  readonly lastOn: Scalars['Date']['output'];
  /** Chance not to be gone for good, 0 to 1. */
  readonly probabilityAlive: Scalars['Float']['output'];
  /** Days with a purchase. */
  readonly purchases: Scalars['SafeInt']['output'];
  /** What they brought in. */
  readonly revenue: Scalars['Float']['output'];
  /** The user, where users were asked about. */
  readonly user: Maybe<User>;
  /** `expectedRevenue` × margin, discounted. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** What is expected of those with the same value of an attribute. */
export type ExpectedGroup = {
  readonly __typename?: 'ExpectedGroup';
  /** How many of them are expected not to be gone for good. */
  readonly alive: Scalars['Float']['output'];
  /** The value; null for those without one. */
  readonly group: Maybe<Scalars['JSON']['output']>;
  /** Those with a purchase. */
  readonly people: People;
  /** Purchases up to the horizon. */
  readonly purchases: Scalars['Float']['output'];
  /** What those bring in; null where no amounts can be expected. */
  readonly revenue: Maybe<Scalars['Float']['output']>;
  /** `revenue` × margin, discounted. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** A point and what was to be expected of it from those before it. */
export type ExpectedPoint = {
  readonly __typename?: 'ExpectedPoint';
  /** On which side it stands out; null where it does not. */
  readonly alarm: Maybe<AlarmSide>;
  /** What was expected; not below 0 where no point of the trend is. */
  readonly expected: Scalars['Float']['output'];
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Upper end of the expected range. */
  readonly high: Scalars['Float']['output'];
  /** Lower end of the expected range; not below 0 where no point of the trend is. */
  readonly low: Scalars['Float']['output'];
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
  /** What it was; null without data. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** What is expected of some customers together. */
export type ExpectedTotal = {
  readonly __typename?: 'ExpectedTotal';
  /** How many of them are expected not to be gone for good. */
  readonly alive: Scalars['Float']['output'];
  /** Those with a purchase. */
  readonly people: People;
  /** Purchases up to the horizon. */
  readonly purchases: Scalars['Float']['output'];
  /** What those bring in; null where no amounts can be expected. */
  readonly revenue: Maybe<Scalars['Float']['output']>;
  /** `revenue` × margin, discounted. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** A part of a where and its verdict. */
export type ExplainedCondition = {
  readonly __typename?: 'ExplainedCondition';
  /** How many groups it stands in. */
  readonly depth: Scalars['Int']['output'];
  /** The rows or users it rests on; null for conditions that rest on neither, and for groups. */
  readonly evidence: Maybe<Evidence>;
  /** Whether it holds. */
  readonly holds: Scalars['Boolean']['output'];
  /** Where it stands: the numbers of its group, its group's group and so on, such as `0.2.1`; empty for the whole. */
  readonly id: Scalars['String']['output'];
  /** What it is. */
  readonly kind: ConditionKind;
  /** What was observed; empty for groups. */
  readonly observed: ReadonlyArray<Observation>;
  /** The id of the group it is part of; null for the whole. */
  readonly parent: Maybe<Scalars['String']['output']>;
  /** It in words. */
  readonly text: Scalars['String']['output'];
  /** It as a where, that can be asked again. */
  readonly where: Scalars['JSON']['output'];
};

/** Why a where holds for a customer or a user on a day, or does not. */
export type Explanation = {
  readonly __typename?: 'Explanation';
  /** The day explained. */
  readonly asOf: Scalars['Date']['output'];
  /** The where, part by part: each group before its parts. */
  readonly conditions: ReadonlyArray<ExplainedCondition>;
  /** Whether it holds. */
  readonly holds: Scalars['Boolean']['output'];
  /** The where in one English sentence. */
  readonly text: Scalars['String']['output'];
};

/** What happened at a time, or was so over an interval. */
export type Fact = {
  readonly __typename?: 'Fact';
  /** Columns that conditions may name. */
  readonly columns: ReadonlyArray<FactColumn>;
  /** What a row is. */
  readonly description: Scalars['String']['output'];
  /** Field of a where. */
  readonly field: Scalars['String']['output'];
  /** Whether rows name a user. */
  readonly hasUser: Scalars['Boolean']['output'];
  /** Whether rows last from one time until another. */
  readonly interval: Scalars['Boolean']['output'];
  /** Name in the singular. */
  readonly name: Scalars['String']['output'];
};

/** A column of a fact. */
export type FactColumn = {
  readonly __typename?: 'FactColumn';
  /** What it means. */
  readonly description: Scalars['String']['output'];
  /** Field of a where on the rows. */
  readonly field: Scalars['String']['output'];
  /** What people call it. */
  readonly label: Scalars['String']['output'];
  /** Name in the model. */
  readonly name: Scalars['String']['output'];
  /** Operators of its test. */
  readonly operators: ReadonlyArray<Scalars['String']['output']>;
  /** string, number, boolean, date, timestamp or list. */
  readonly type: Scalars['String']['output'];
  /** Unit, where it has one. */
  readonly unit: Maybe<Scalars['String']['output']>;
};

/** Rows over time. */
export type FactTrend = {
  readonly __typename?: 'FactTrend';
  /** Length of a point. */
  readonly grain: ActivityGrain;
  /** What is measured. */
  readonly measure: RowMeasure;
  /** A point per period, oldest first. */
  readonly points: ReadonlyArray<FactTrendPoint>;
  /** The same per value of the column asked for, those with most rows first; empty without one. */
  readonly series: ReadonlyArray<FactTrendSeries>;
  /** Whether groups beyond the limit were left out. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** One period. */
export type FactTrendPoint = {
  readonly __typename?: 'FactTrendPoint';
  /** False while the period has not ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** The moment it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** The first day of the period; for hours the day it begins on. */
  readonly from: Scalars['Date']['output'];
  /** Why the value is null. */
  readonly nullReason: Maybe<NullReason>;
  /** The members with such rows. */
  readonly people: People;
  /** How many rows are behind it. */
  readonly rows: Scalars['SafeInt']['output'];
  /** The moment from which rows count: earlier than the period with `trailing` and `toDate`. */
  readonly since: Scalars['DateTime']['output'];
  /** The moment the period begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
  /** The number, never rounded; null with a reason. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** What a trend of rows is asked about. Nothing after the day asked about is known. */
export type FactTrendRequest = {
  /** The day asked about; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Splits by this column of the fact, by its name in the model; a member may be in several groups. */
  readonly by?: InputMaybe<Scalars['String']['input']>;
  /** The number column measured, as in the fact's own enum, such as `AMOUNT`; for SUM, AVG, MIN and MAX. */
  readonly column?: InputMaybe<Scalars['String']['input']>;
  /** Length of a point. */
  readonly grain?: ActivityGrain;
  /** Most groups, those with most rows first. */
  readonly limit?: Scalars['Int']['input'];
  /** What is measured of them. */
  readonly measure?: RowMeasure;
  /** The stretch between two moments, both given; with HOUR only. Without an offset they are in the workspace's time zone. */
  readonly moments?: InputMaybe<MomentRange>;
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /** The stretch shown; each period it touches is a point, taken whole. By default as many as a trend has points. At most 1,000. */
  readonly period?: InputMaybe<PeriodInput>;
  /** The rows. */
  readonly rows: Scalars['FactRows']['input'];
  /** Each point looks at the rows from the beginning of the calendar unit it begins in up to its own end: with days and MONTH, month to date. */
  readonly toDate?: InputMaybe<Grain>;
  /**
   * Each point looks at the rows of so long up to its end, instead of those of its own period: with days and `{days: 7}` it is the week that
   * ends with each day. Rows before the stretch count.
   */
  readonly trailing?: InputMaybe<Duration>;
};

/** Rows over time that have one value in the column split by. */
export type FactTrendSeries = {
  readonly __typename?: 'FactTrendSeries';
  /** Its points. */
  readonly points: ReadonlyArray<FactTrendPoint>;
  /** The value; null for rows without one. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** A condition that keeps somebody out. */
export type FailedCondition = {
  readonly __typename?: 'FailedCondition';
  /** Whether it holds: true for one that must not. */
  readonly holds: Scalars['Boolean']['output'];
  /** Where the condition stands, as in an explanation. */
  readonly id: Scalars['String']['output'];
  /** What was observed. */
  readonly observed: ReadonlyArray<Observation>;
  /** The condition in words. */
  readonly text: Scalars['String']['output'];
};

/** What a point without data is. */
export type Fill =
  /** Left out. */
  | 'NONE'
  /** Null. */
  | 'NULL'
  /** 0 where the metric is a count or a sum; a mean, a median or a rate of nothing stays null. */
  | 'ZERO';

/** A folder of saved segments. */
export type Folder = {
  readonly __typename?: 'Folder';
  /** Its name, unique in any case. */
  readonly name: Scalars['String']['output'];
  /** Whether files of the workspace are in it, so that it cannot be changed. */
  readonly readOnly: Scalars['Boolean']['output'];
  /** Segments in it, without archived ones. */
  readonly segments: Scalars['SafeInt']['output'];
};

/** What became of a change of a folder. */
export type FolderPayload = {
  readonly __typename?: 'FolderPayload';
  /** The folder as it is now; null when there are errors or it is gone. */
  readonly folder: Maybe<Folder>;
  /** Every mistake; empty when the change was made. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What is to be expected of a metric. Without points there is a reason. */
export type Forecast = {
  readonly __typename?: 'Forecast';
  /** How many whole points it rests on; units cut by the stretch or not yet over are left out, as are points without a value. */
  readonly basedOn: Scalars['SafeInt']['output'];
  /** How often the interval is to hold what comes. */
  readonly level: Scalars['Float']['output'];
  /** The units after the last whole one, soonest first. */
  readonly points: ReadonlyArray<ForecastPoint>;
  /** Why there is none; null where there is one. */
  readonly refusal: Maybe<Refusal>;
  /** How many points its season has; null without a season. */
  readonly season: Maybe<Scalars['SafeInt']['output']>;
  /** Whether a damped slope was found. */
  readonly slope: Scalars['Boolean']['output'];
};

/** A unit that is still to come, or not yet over. */
export type ForecastPoint = {
  readonly __typename?: 'ForecastPoint';
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Upper end of the interval. */
  readonly high: Scalars['Float']['output'];
  /** Lower end of the interval; not below 0 where no point of the trend is. */
  readonly low: Scalars['Float']['output'];
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
  /** What is expected; not below 0 where no point of the trend is. */
  readonly value: Scalars['Float']['output'];
};

/** How far members got in a series of steps. */
export type Funnel = {
  readonly __typename?: 'Funnel';
  /** The day asked about: nothing after it is known, and members are those as of it. */
  readonly asOf: Scalars['Date']['output'];
  /** Whether the window of everyone who may have entered has ended, so that nobody can be pending. */
  readonly complete: Scalars['Boolean']['output'];
  /** Those who did all the steps. */
  readonly converted: People;
  /** Those who did the first step in the range; in any order, some step. */
  readonly entered: People;
  /** Those who began but only had attempts that were spoiled by an excluded row; they are in no other number. */
  readonly excluded: People;
  /** The first moment of the range of entry. */
  readonly from: Scalars['DateTime']['output'];
  /** Everyone who entered with the times of their steps, by key. */
  readonly journeys: FunnelJourneyConnection;
  /** Those who have not, and no longer can: neither converted nor pending. */
  readonly lost: People;
  /** Customers, or users at them. */
  readonly of: Population;
  /** Those who have not, and still may. */
  readonly pending: People;
  /** The same for the period compared with; null without one. */
  readonly previous: Maybe<Funnel>;
  /** `converted` ÷ `entered`. */
  readonly rate: FunnelRate;
  /** The same per value of the attribute asked for, largest first; empty without one. */
  readonly series: ReadonlyArray<FunnelSeries>;
  /** `converted` ÷ (`converted` + `lost`): of those about whom it is decided. */
  readonly settledRate: FunnelRate;
  /** The steps, in their order. */
  readonly steps: ReadonlyArray<FunnelStep>;
  /** By when the attempts began, oldest first; an attempt counts in the period it began in, so a member may be in several. At most 1,000. */
  readonly trend: ReadonlyArray<FunnelPoint>;
  /** Whether groups beyond the limit were left out. */
  readonly truncated: Scalars['Boolean']['output'];
  /** The first moment after it. */
  readonly until: Scalars['DateTime']['output'];
};


/** How far members got in a series of steps. */
export type FunnelJourneysArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  outcomes: InputMaybe<ReadonlyArray<FunnelOutcome>>;
  reached: InputMaybe<NumberTest>;
};


/** How far members got in a series of steps. */
export type FunnelTrendArgs = {
  fromStep?: Scalars['Int']['input'];
  grain?: ActivityGrain;
  toStep: InputMaybe<Scalars['Int']['input']>;
};

/** Rows that spoil an attempt when they come between two of its steps. */
export type FunnelExclusionInput = {
  /** The step, numbered from 1, that they come after: later than its moment. */
  readonly after?: Scalars['Int']['input'];
  /** The step that they come before: earlier than its moment, or where an attempt did not reach it, within the window. Left out, the last. */
  readonly before?: InputMaybe<Scalars['Int']['input']>;
  /** Only rows of customers like this, as of the day asked about. */
  readonly customer?: InputMaybe<Scalars['CustomerWhere']['input']>;
  /** Rows of one fact. */
  readonly rows: Scalars['FactRows']['input'];
  /** Another time column of the fact to place the rows by. */
  readonly time?: InputMaybe<Scalars['String']['input']>;
  /** Only rows of users like this, as of the day asked about. */
  readonly user?: InputMaybe<Scalars['UserWhere']['input']>;
};

/** How far one member got. */
export type FunnelJourney = {
  readonly __typename?: 'FunnelJourney';
  /** The customer, or the one the user works at. */
  readonly customer: Customer;
  /** What became of it. */
  readonly outcome: FunnelOutcome;
  /** How many steps were reached; 0 where every attempt was excluded. */
  readonly reached: Scalars['Int']['output'];
  /** The steps reached, in the order they were done. */
  readonly steps: ReadonlyArray<FunnelJourneyStep>;
  /** The user, where the funnel is one of users. */
  readonly user: Maybe<User>;
};

/** A page of those who entered. */
export type FunnelJourneyConnection = {
  readonly __typename?: 'FunnelJourneyConnection';
  /** The journeys of this page. */
  readonly nodes: ReadonlyArray<FunnelJourney>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** A step someone did. */
export type FunnelJourneyStep = {
  readonly __typename?: 'FunnelJourneyStep';
  /** When it was done; a moment at the beginning of the day, without a zone, where steps are compared by their day. */
  readonly at: Scalars['DateTime']['output'];
  /** Counts from 1; in any order, of the steps this one did. */
  readonly number: Scalars['Int']['output'];
  /** Seconds since the first step. */
  readonly secondsSinceEntry: Scalars['Float']['output'];
  /** Seconds since the step before; null for the first. */
  readonly secondsSincePrevious: Maybe<Scalars['Float']['output']>;
};

/** How the rows of the steps follow each other. Rows at the same moment are in whatever order serves; a row serves one step. */
export type FunnelOrder =
  /**
   * In whatever order: an attempt begins with a row of any step, and step n is the n-th of the steps it did. An excluded row after its
   * beginning and before the last of all the steps spoils it.
   */
  | 'ANY'
  /** One after the other; anything may happen in between. */
  | 'ORDERED'
  /** One directly after the other: any other row of the steps' facts in between ends the attempt. */
  | 'STRICT';

/** What became of someone who entered. */
export type FunnelOutcome =
  /** Did all the steps. */
  | 'CONVERTED'
  /** Every attempt was spoiled by an excluded row; reached no step. */
  | 'EXCLUDED'
  /** Has not done all the steps in time. */
  | 'LOST'
  /** Has not done all the steps, and the window of an attempt was still open at the end of the day asked about. */
  | 'PENDING';

/** Attempts begun in one period. */
export type FunnelPoint = {
  readonly __typename?: 'FunnelPoint';
  /** Whether the windows of all attempts of the period have ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** Those with an attempt begun in the period that reached the step converted to. */
  readonly converted: People;
  /** The moment it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** Those with an attempt begun in the period that reached the step converted from. */
  readonly entered: People;
  /** The first day of the period, cut to the range; for hours the day it begins on. */
  readonly from: Scalars['Date']['output'];
  /** `converted` ÷ `entered`. */
  readonly rate: FunnelRate;
  /** The moment the period begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
};

/** A share with Wilson's score interval at 95 %. */
export type FunnelRate = {
  readonly __typename?: 'FunnelRate';
  /** Lower part. */
  readonly denominator: Scalars['SafeInt']['output'];
  /** Upper end of the interval. */
  readonly high: Maybe<Scalars['Float']['output']>;
  /** Lower end of the interval. */
  readonly low: Maybe<Scalars['Float']['output']>;
  /** Why the value is null. */
  readonly nullReason: Maybe<NullReason>;
  /** Upper part. */
  readonly numerator: Scalars['SafeInt']['output'];
  /** 0 to 1, never rounded; null with a reason. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** What a funnel is asked about. Nothing after the day asked about is known. */
export type FunnelRequest = {
  /** The day asked about; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Splits by this attribute of the customers as of `asOf`. */
  readonly by?: InputMaybe<Scalars['CustomerAttribute']['input']>;
  /** The same for users. */
  readonly byUser?: InputMaybe<Scalars['UserAttribute']['input']>;
  /** Also answers for another period of entry, of the same members. */
  readonly compareTo?: InputMaybe<Comparison>;
  /** Rows that spoil an attempt; at most 10. */
  readonly exclusions?: InputMaybe<ReadonlyArray<FunnelExclusionInput>>;
  /** Most groups, largest first. */
  readonly limit?: Scalars['Int']['input'];
  /** The same between two moments, both given. Without an offset they are in the workspace's time zone. */
  readonly moments?: InputMaybe<MomentRange>;
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /** How they follow each other. */
  readonly order?: FunnelOrder;
  /** When the first step is done; later steps count until the window ends. By default the 30 days up to the day asked about. */
  readonly period?: InputMaybe<PeriodInput>;
  /** 2 to 20 steps. */
  readonly steps: ReadonlyArray<FunnelStepInput>;
  /**
   * How long after the first step of an attempt the last may come, both ends included. A day is 24 hours, a month one of the calendar in the
   * workspace's time zone. Where one of the facts knows only the day, all steps are compared by their day.
   */
  readonly window: Duration;
};

/** The funnel of one group. */
export type FunnelSeries = {
  readonly __typename?: 'FunnelSeries';
  /** Those who did all the steps. */
  readonly converted: People;
  /** Those who entered. */
  readonly entered: People;
  /** Those who only had attempts that were spoiled. */
  readonly excluded: People;
  /** Those who have not, and no longer can. */
  readonly lost: People;
  /** Those who have not, and still may. */
  readonly pending: People;
  /** `converted` ÷ `entered`. */
  readonly rate: FunnelRate;
  /** `converted` ÷ (`converted` + `lost`). */
  readonly settledRate: FunnelRate;
  /** The steps, in their order. */
  readonly steps: ReadonlyArray<FunnelStep>;
  /** The value of the attribute; null for those without one. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** One step of a funnel. A member's times are those of one attempt: of those that got furthest the first to get there, begun as late as possible. */
export type FunnelStep = {
  readonly __typename?: 'FunnelStep';
  /** What it was called. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** Those who got no further, and no longer can; of the last step nobody. */
  readonly lost: People;
  /** Counts from 1. */
  readonly number: Scalars['Int']['output'];
  /** Those who got no further, and still may. */
  readonly pending: People;
  /** `reached` ÷ those who entered. */
  readonly rate: FunnelRate;
  /** Those who reached this step. */
  readonly reached: People;
  /** Time since the first step; null for the first. */
  readonly sinceEntry: Maybe<FunnelTime>;
  /** Time since the step before; null for the first. */
  readonly sincePrevious: Maybe<FunnelTime>;
  /** `reached` ÷ those who reached the step before; of the first step all. */
  readonly stepRate: FunnelRate;
};

/** Rows that are a step. */
export type FunnelStepInput = {
  /** Only rows of customers like this, as of the day asked about. */
  readonly customer?: InputMaybe<Scalars['CustomerWhere']['input']>;
  /** Only the very first such row of each member, rows before the range included. */
  readonly first?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only a row that is also the very first of these rows of its member, rows before the range included. */
  readonly firstOf?: InputMaybe<Scalars['FactRows']['input']>;
  /** What to call the step. */
  readonly label?: InputMaybe<Scalars['String']['input']>;
  /** Rows of one fact. Those over an interval are placed at its beginning. */
  readonly rows: Scalars['FactRows']['input'];
  /** Another time column of the fact to place the rows by, such as `CLICKED_AT`; rows without a value in it do not count. */
  readonly time?: InputMaybe<Scalars['String']['input']>;
  /** Only rows of users like this, as of the day asked about. */
  readonly user?: InputMaybe<Scalars['UserWhere']['input']>;
  /**
   * How long after the step before it at most, as well as within the window; not of the first step, not in any order. Of several rows
   * for a step, one that leads further serves.
   */
  readonly within?: InputMaybe<Duration>;
};

/**
 * Whether someone did steps in time and how far they got, as a step of a funnel counts it. Without `reached` and `outcomes`, whether they
 * did all the steps.
 */
export type FunnelTest = {
  /** When the first step is done; left out, at any time up to the day asked about. */
  readonly during?: InputMaybe<WindowInput>;
  /** Rows that spoil an attempt; at most 10. */
  readonly exclusions?: InputMaybe<ReadonlyArray<FunnelExclusionInput>>;
  /** How they follow each other. */
  readonly order?: FunnelOrder;
  /** What became of them; holds for nobody who did not enter. */
  readonly outcomes?: InputMaybe<ReadonlyArray<FunnelOutcome>>;
  /** How many steps were reached: `{eq: 2}` did the second but not the third. 0 for those who did not enter or only did something excluded. */
  readonly reached?: InputMaybe<NumberTest>;
  /** 2 to 20 steps. */
  readonly steps: ReadonlyArray<FunnelStepInput>;
  /** How long after the first step of an attempt the last may come, both ends included. */
  readonly window: Duration;
};

/** How long a step took those who reached it, in seconds. Null where nobody did. */
export type FunnelTime = {
  readonly __typename?: 'FunnelTime';
  /** The mean. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** The median, between the two middle values where there is none in the middle. */
  readonly median: Maybe<Scalars['Float']['output']>;
  /** The time that nine in ten kept to, between the two nearest values. */
  readonly p90: Maybe<Scalars['Float']['output']>;
};

/** A Gamma-Gamma model. */
export type GammaGamma = {
  readonly __typename?: 'GammaGamma';
  /** The mean amount to be expected of a customer that spent so much in the mean; without purchases, that of everybody. */
  readonly expectedAmount: Scalars['Float']['output'];
};


/** A Gamma-Gamma model. */
export type GammaGammaExpectedAmountArgs = {
  mean: Scalars['Float']['input'];
  purchases: Scalars['Int']['input'];
};

/** Parameters of the Gamma-Gamma model, all above 0. */
export type GammaGammaInput = {
  /** Shape of the amounts of one customer. */
  readonly p: Scalars['Float']['input'];
  /** Shape of how the rates differ between customers. */
  readonly q: Scalars['Float']['input'];
  /** Rate parameter of the same, in money. */
  readonly v: Scalars['Float']['input'];
};

/** A unit of the calendar. */
export type Grain =
  /** A day of the workspace's time zone. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH'
  /** A quarter: January to March, April to June, July to September, October to December. */
  | 'QUARTER'
  /** A week, from the workspace's first day of the week. */
  | 'WEEK'
  /** A calendar year. */
  | 'YEAR';

/** How well the health score separated customers who churned from those who renewed. */
export type HealthBacktest = {
  readonly __typename?: 'HealthBacktest';
  /**
   * Chance that a customer who renewed had a better score than one who churned, equal scores counting half (Mann–Whitney): 1
   * separates without a mistake, 0.5 is chance, under 0.5 the score points the wrong way. Null where refused.
   */
  readonly auc: Maybe<Scalars['Float']['output']>;
  /** Upper end of the interval, not above 1; null where refused. */
  readonly aucHigh: Maybe<Scalars['Float']['output']>;
  /** Lower end of its 95 % interval after Hanley and McNeil (1982), not below 0; null where refused. */
  readonly aucLow: Maybe<Scalars['Float']['output']>;
  /** The outcomes by the band the customers were in, best first; empty where refused. */
  readonly bands: ReadonlyArray<BandOutcome>;
  /** How long before each unit the score was taken, such as `90 days`. */
  readonly before: Scalars['String']['output'];
  /** churned ÷ (churned + renewed); null where refused. */
  readonly churnRate: Maybe<Scalars['Float']['output']>;
  /** Outcomes of customers with a score who churned; a customer counts once in each unit. */
  readonly churned: Scalars['SafeInt']['output'];
  /** Why there is no answer; null where there is. */
  readonly refusal: Maybe<BacktestRefusal>;
  /** The same in words. */
  readonly refusalText: Maybe<Scalars['String']['output']>;
  /** Outcomes of customers with a score who renewed. */
  readonly renewed: Scalars['SafeInt']['output'];
  /** The units, oldest first, with the people of each. */
  readonly units: ReadonlyArray<BacktestUnit>;
  /** Outcomes of customers who had no score then; they do not count. */
  readonly unscored: Scalars['SafeInt']['output'];
};

/** What a back-test of the health score asks. Outcomes that are left out are those of `sql/health.yml`. */
export type HealthBacktestRequest = {
  /** How long before each unit the score is taken. */
  readonly before?: Duration;
  /** Who churned, as of the last day of a unit. */
  readonly churned?: InputMaybe<Scalars['CustomerWhere']['input']>;
  /** A unit of outcomes; by default that of `sql/health.yml`. */
  readonly grain?: InputMaybe<Grain>;
  /** The stretch in which outcomes count; by default the last 12 whole calendar units of the grain, of days 90. */
  readonly period?: InputMaybe<PeriodInput>;
  /** Who renewed, as of the last day of a unit; who churned too counts as churned only. */
  readonly renewed?: InputMaybe<Scalars['CustomerWhere']['input']>;
  /** Only these customers, as of the unit's last day; everyone when left out. */
  readonly where?: InputMaybe<Scalars['CustomerWhere']['input']>;
};

/** A stretch of scores, its lower end included. */
export type HealthBand = {
  readonly __typename?: 'HealthBand';
  /** The least score in it; it ends before the band above begins. */
  readonly from: Scalars['Float']['output'];
  /** Its name. */
  readonly name: Scalars['String']['output'];
};

/** One thing that is scored. */
export type HealthComponent = {
  readonly __typename?: 'HealthComponent';
  /** The attribute that is scored. */
  readonly attribute: Attribute;
  /** The attribute that dates the value; null where any age is good. */
  readonly date: Maybe<Attribute>;
  /** What it means. */
  readonly description: Scalars['String']['output'];
  /** What people call it. */
  readonly label: Scalars['String']['output'];
  /** How old the value may be, such as `90 days`. */
  readonly maxAge: Maybe<Scalars['String']['output']>;
  /** Name in the model; its score is the customer attribute `health_<name>`. */
  readonly name: Scalars['String']['output'];
  /** The scale from the attribute's value to 0–100, as `sql/health.yml` says it: `scale`, `bands` or `values`. */
  readonly scale: Scalars['JSON']['output'];
  /** How much it counts. */
  readonly weight: Scalars['Float']['output'];
};

/** Why a customer's health score on a day is what it is. Without a profile there is no score, and no component. */
export type HealthExplanation = {
  readonly __typename?: 'HealthExplanation';
  /** The day explained. */
  readonly asOf: Scalars['Date']['output'];
  /** The band of the score: UNKNOWN where too little is known, null where no profile fits. */
  readonly band: Maybe<Scalars['String']['output']>;
  /** Score less that of 30 days before; null where either is not known. */
  readonly change30d: Maybe<Scalars['Float']['output']>;
  /** The components of the profile. Their contributions add up to the score. */
  readonly components: ReadonlyArray<ComponentScore>;
  /** Present weight ÷ all weight, 0 to 1; null where no profile fits. */
  readonly coverage: Maybe<Scalars['Float']['output']>;
  /** The profile that scores the customer; null where none fits. */
  readonly profile: Maybe<HealthProfile>;
  /** The score, 0 to 100; null where too little is known or no profile fits. */
  readonly score: Maybe<Scalars['Float']['output']>;
  /** The profiles tried, in order, with the one that fits last. */
  readonly tried: ReadonlyArray<HealthProfileTried>;
};

/** How customers are scored from 0 to 100. The first profile whose condition holds for a customer on a day scores it. */
export type HealthModel = {
  readonly __typename?: 'HealthModel';
  /** The bands, best first. A score that is not known has the band UNKNOWN. */
  readonly bands: ReadonlyArray<HealthBand>;
  /** What the score stands for. */
  readonly description: Scalars['String']['output'];
  /** The profiles in the order they are tried. */
  readonly profiles: ReadonlyArray<HealthProfile>;
};

/** How the score of a profile is made of those of its components. */
export type HealthModelKind =
  /** Σ weight × score ÷ Σ weight over the components that count. */
  | 'WEIGHTED'
  /** The poorest score of the components that count. */
  | 'WORST_OF';

/** How one kind of customer is scored. */
export type HealthProfile = {
  readonly __typename?: 'HealthProfile';
  /** What is scored. */
  readonly components: ReadonlyArray<HealthComponent>;
  /** Least share of the weight that must have a value for there to be a score. */
  readonly coverage: Scalars['Float']['output'];
  /** What it is for. */
  readonly description: Scalars['String']['output'];
  /** What people call it. */
  readonly label: Scalars['String']['output'];
  /** Score of a component whose value is missing or too old; null where such a component does not count. */
  readonly missing: Maybe<Scalars['Float']['output']>;
  /** How the components make the score. */
  readonly model: HealthModelKind;
  /** Name in the model. */
  readonly name: Scalars['String']['output'];
  /** The same in one English sentence. */
  readonly text: Scalars['String']['output'];
  /** Whom it is for, as a where on customers; null for all customers left. */
  readonly where: Maybe<Scalars['JSON']['output']>;
};

/** A profile that was tried for a customer. */
export type HealthProfileTried = {
  readonly __typename?: 'HealthProfileTried';
  /** Its condition, one by one; null for a profile without any. */
  readonly explanation: Maybe<Explanation>;
  /** Whether its condition holds. */
  readonly holds: Scalars['Boolean']['output'];
  /** The profile. */
  readonly profile: HealthProfile;
};

/** Revenue to date, of the purchases themselves: no margin is taken off. */
export type HistoricClv = {
  readonly __typename?: 'HistoricClv';
  /** Those with a purchase by what they have brought in, from low to high. */
  readonly bands: ReadonlyArray<ClvBand>;
  /** The least that one with a purchase has brought in. */
  readonly least: Maybe<Scalars['Float']['output']>;
  /** `total` ÷ those with a purchase. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** `total` ÷ all members. */
  readonly meanOfMembers: Maybe<Scalars['Float']['output']>;
  /** How many members there are, with or without a purchase. */
  readonly members: Scalars['SafeInt']['output'];
  /** The most. */
  readonly most: Maybe<Scalars['Float']['output']>;
  /** Those with a purchase. */
  readonly people: People;
  /** What so many percent of those with a purchase have brought in at most, in between by straight lines. */
  readonly percentiles: ReadonlyArray<ClvPercentile>;
  /** How many rows their purchases are. */
  readonly purchases: Scalars['SafeInt']['output'];
  /** What they have brought in. */
  readonly total: Scalars['Float']['output'];
};


/** Revenue to date, of the purchases themselves: no margin is taken off. */
export type HistoricClvBandsArgs = {
  edges: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
};


/** Revenue to date, of the purchases themselves: no margin is taken off. */
export type HistoricClvPercentilesArgs = {
  of?: ReadonlyArray<Scalars['Float']['input']>;
};

/** Members by what became of their activity. */
export type Lifecycle = {
  readonly __typename?: 'Lifecycle';
  /** How long a period is. */
  readonly grain: ActivityGrain;
  /** A point per period, oldest first. */
  readonly points: ReadonlyArray<LifecyclePoint>;
  /** The same per value of the attribute asked for, most active members first; empty without one. */
  readonly series: ReadonlyArray<LifecycleSeries>;
  /** Whether groups beyond the limit were left out. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** One period. `active` are `new`, `returning` and `resurrecting` together. */
export type LifecyclePoint = {
  readonly __typename?: 'LifecyclePoint';
  /** Those active in the period. */
  readonly active: People;
  /** False while the period has not ended: until then the dormant may still come. */
  readonly complete: Scalars['Boolean']['output'];
  /** Those active in the period before and not in this one. */
  readonly dormant: People;
  /** The moment it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** The first day of the period; for hours the day it begins on. */
  readonly from: Scalars['Date']['output'];
  /** Those whose first activity ever is in the period. */
  readonly new: People;
  /** Those active in the period and not in the one before, but some time earlier. */
  readonly resurrecting: People;
  /** Those active in the period and in the one before. */
  readonly returning: People;
  /** The moment the period begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
};

/** What a lifecycle is asked about. Nothing after the day asked about is known; activity before the stretch counts. */
export type LifecycleRequest = {
  /** Rows that are activity. */
  readonly activity: Scalars['FactRows']['input'];
  /** The day asked about; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Splits by this attribute of the customers as of `asOf`. */
  readonly by?: InputMaybe<Scalars['CustomerAttribute']['input']>;
  /** The same for users. */
  readonly byUser?: InputMaybe<Scalars['UserAttribute']['input']>;
  /** How long a period is. */
  readonly grain?: ActivityGrain;
  /** Most groups, largest first. */
  readonly limit?: Scalars['Int']['input'];
  /** The stretch between two moments, both given; with HOUR only. Without an offset they are in the workspace's time zone. */
  readonly moments?: InputMaybe<MomentRange>;
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /** The stretch shown; each period it touches is a point, taken whole. By default as many as a trend has points. At most 1,000. */
  readonly period?: InputMaybe<PeriodInput>;
};

/** The lifecycle of one group. */
export type LifecycleSeries = {
  readonly __typename?: 'LifecycleSeries';
  /** Its points. */
  readonly points: ReadonlyArray<LifecyclePoint>;
  /** The value of the attribute; null for those without one. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** A test of a list of texts. Several operators hold together. A missing list fails every test but `isEmpty: true`. */
export type ListTest = {
  /** Has this text among its items. */
  readonly has?: InputMaybe<Scalars['String']['input']>;
  /** Has all of these texts. */
  readonly hasAll?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Has at least one of these texts; an empty list matches nobody. */
  readonly hasAny?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** True: has no items, or is missing. False: has items. */
  readonly isEmpty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Who counts at each point of a trend. */
export type Membership =
  /** The where is asked again for each point. */
  | 'EACH_PERIOD'
  /** The members as of the last day of the stretch, at every point. */
  | 'FIXED';

/** One number for a population in a period. */
export type Metric = {
  readonly __typename?: 'Metric';
  /** Definition and its source. */
  readonly description: Scalars['String']['output'];
  /** Value of the enum. */
  readonly enum: Scalars['String']['output'];
  /** up or down; null when neither is better. */
  readonly good: Maybe<Scalars['String']['output']>;
  /** state: as of the end; flow: facts in the period; change: start against end; formula: of other metrics. */
  readonly kind: Scalars['String']['output'];
  /** What people call it. */
  readonly label: Scalars['String']['output'];
  /** Whose facts count: the members at the period's start or end. */
  readonly members: Scalars['String']['output'];
  /** Name in the model. */
  readonly name: Scalars['String']['output'];
  /** SQL of the model: the value, or `numerator / denominator`. */
  readonly sql: Scalars['String']['output'];
  /** currency, ratio, score … */
  readonly unit: Maybe<Scalars['String']['output']>;
};

/** A number that can defend itself. */
export type MetricValue = {
  readonly __typename?: 'MetricValue';
  /** False while the period has not ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** Lower part of a rate. */
  readonly denominator: Maybe<Scalars['Float']['output']>;
  /** First day measured. */
  readonly from: Scalars['Date']['output'];
  /** What was measured. */
  readonly metric: Metric;
  /** Rows behind it: members for states and changes, facts for flows; null for formulas. */
  readonly n: Maybe<Scalars['SafeInt']['output']>;
  /** Why the value is null. */
  readonly nullReason: Maybe<NullReason>;
  /** Upper part of a rate. */
  readonly numerator: Maybe<Scalars['Float']['output']>;
  /** The value in the period compared with. */
  readonly previous: Maybe<Scalars['Float']['output']>;
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
  /** The number, never rounded; null with a reason. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** A half-open stretch between two moments. At least one end is given; `from` is before `until`. */
export type MomentRange = {
  /** The first moment, with `Z` or an offset from UTC such as `2026-06-30T08:00:00Z`; left out, there is none. */
  readonly from?: InputMaybe<Scalars['DateTime']['input']>;
  /** The first moment after it; left out, it has no end. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A number moved and what becomes of the size. */
export type MovedThreshold = {
  readonly __typename?: 'MovedThreshold';
  /** Difference to the size as it is. */
  readonly change: Scalars['Int']['output'];
  /** Who would be in the segment. */
  readonly people: People;
  /** Share it was moved by. */
  readonly step: Scalars['Float']['output'];
  /** The number moved. */
  readonly value: Scalars['Float']['output'];
};

/** Some people and what they were worth at both ends of a period. */
export type MovementGroup = {
  readonly __typename?: 'MovementGroup';
  /** How many. */
  readonly count: Scalars['SafeInt']['output'];
  /** Who they are. */
  readonly people: People;
  /** What it comes to over the same people at the end of the period's last day; null without a metric. */
  readonly valueAfter: Maybe<Scalars['Float']['output']>;
  /** What the metric comes to over these people at the end of the day before the period; null without a metric. */
  readonly valueBefore: Maybe<Scalars['Float']['output']>;
};

/**
 * A period, from the end of the day before it to the end of its last day. `atStart + entered − left = atEnd`, exactly. Who came and went in between is
 * in none of them.
 */
export type MovementPoint = {
  readonly __typename?: 'MovementPoint';
  /** Members at the end of the period's last day. */
  readonly atEnd: MovementGroup;
  /** Members at the end of the day before the period. Their `people` are asked as of that day, those of the others as of its last. */
  readonly atStart: MovementGroup;
  /** False while the period has not ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** Members at the end that were none at the start. */
  readonly entered: MovementGroup;
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Of those who entered, those who did not exist at the start: they joined the population, not only the segment. */
  readonly joined: MovementGroup;
  /** Members at the start that are none at the end. */
  readonly left: MovementGroup;
  /** Members at both. */
  readonly stayed: MovementGroup;
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
};

/** Who came into a segment and who left it, period by period. */
export type MovementRequest = {
  /** Length of a period. */
  readonly grain?: Grain;
  /** The stretch shown, cut into calendar units; by default as in a trend. At most 400 periods. */
  readonly period?: InputMaybe<PeriodInput>;
  /** What the people are worth: a metric that is known at the end of a day and adds up over people, such as MRR. */
  readonly value?: InputMaybe<Scalars['MetricName']['input']>;
};

/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Takes a segment out of the lists; it keeps its id and versions, and its name is free. */
  readonly archiveSegment: SegmentPayload;
  /** Makes a folder. */
  readonly createFolder: FolderPayload;
  /** Saves a new segment. */
  readonly createSegment: SegmentPayload;
  /** Deletes an empty folder. */
  readonly deleteFolder: FolderPayload;
  /** Renames a folder; its segments stay in it. */
  readonly renameFolder: FolderPayload;
  /** Makes a new version that equals an earlier one. */
  readonly restoreSegmentVersion: SegmentPayload;
  /** Puts an archived segment back. */
  readonly unarchiveSegment: SegmentPayload;
  /** Makes a new version of a segment. */
  readonly updateSegment: SegmentPayload;
};


/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type MutationArchiveSegmentArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type MutationCreateFolderArgs = {
  name: Scalars['String']['input'];
};


/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type MutationCreateSegmentArgs = {
  input: CreateSegmentInput;
};


/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type MutationDeleteFolderArgs = {
  name: Scalars['String']['input'];
};


/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type MutationRenameFolderArgs = {
  name: Scalars['String']['input'];
  newName: Scalars['String']['input'];
};


/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type MutationRestoreSegmentVersionArgs = {
  input: RestoreSegmentVersionInput;
};


/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type MutationUnarchiveSegmentArgs = {
  id: Scalars['ID']['input'];
};


/** Changes of saved segments and folders. Mistakes come back as `userErrors`, all of them. */
export type MutationUpdateSegmentArgs = {
  input: UpdateSegmentInput;
};

/** Somebody one condition away from a segment. */
export type NearMiss = {
  readonly __typename?: 'NearMiss';
  /** The customer; null in a segment of users. */
  readonly customer: Maybe<Customer>;
  /** The conditions any one of which would make a member of them: one, unless alternatives were open. */
  readonly failed: ReadonlyArray<FailedCondition>;
  /** The user; null in a segment of customers. */
  readonly user: Maybe<User>;
};

/** A condition and those it alone keeps out. */
export type NearMissCondition = {
  readonly __typename?: 'NearMissCondition';
  /** Where the condition stands, as in an explanation. */
  readonly id: Scalars['String']['output'];
  /** Those who would be members if it turned out the other way. */
  readonly people: People;
  /** The condition in words. */
  readonly text: Scalars['String']['output'];
  /** The condition as a where. */
  readonly where: Scalars['JSON']['output'];
};

/** Those one condition away from a segment. */
export type NearMisses = {
  readonly __typename?: 'NearMisses';
  /** Each condition with those it alone keeps out, most first; a person whom any of several conditions would let in is with each. */
  readonly byCondition: ReadonlyArray<NearMissCondition>;
  /** They one by one, by key. */
  readonly members: ReadonlyArray<NearMiss>;
  /** All of them. */
  readonly people: People;
};


/** Those one condition away from a segment. */
export type NearMissesMembersArgs = {
  first?: Scalars['Int']['input'];
};

/** Over what the movements of one member are netted. */
export type Netting =
  /** Each day: up on the 5th and down on the 20th are an expansion and a contraction. */
  | 'DAY'
  /**
   * The whole period: only its two ends are compared. A value that cannot be followed from day to day was something before where it was at
   * the end of one of the 60 calendar months before.
   */
  | 'PERIOD';

/** Why a value is null. A metric of the model may name a reason of its own for its zero denominator. */
export type NullReason =
  /** The time it is measured over has not elapsed. */
  | 'NOT_ELAPSED'
  /** There was nothing to measure. */
  | 'NO_DATA'
  /** Nothing was lost, so nothing can be divided by the losses. */
  | 'NO_LOSSES'
  /** The denominator is 0. */
  | 'ZERO_DENOMINATOR';

/** A test of a list of numbers. Several operators hold together. A missing list fails every test but `isEmpty: true`. */
export type NumberListTest = {
  /** Has this number among its items. */
  readonly has?: InputMaybe<Scalars['Float']['input']>;
  /** Has all of these numbers. */
  readonly hasAll?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** Has at least one of these numbers; an empty list matches nobody. */
  readonly hasAny?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** True: has no items, or is missing. False: has items. */
  readonly isEmpty?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A range of numbers, both ends included. At least one end is given; `min` is at most `max`. */
export type NumberRange = {
  /** The greatest number in the range; left out, there is none. */
  readonly max?: InputMaybe<Scalars['Float']['input']>;
  /** The least number in the range; left out, there is none. */
  readonly min?: InputMaybe<Scalars['Float']['input']>;
};

/**
 * A test of a number, in the unit of what is tested. Several operators hold together; none at all asks nothing. A missing value fails
 * every test but `isNull: true`, `ne` and `notIn`. A count over no rows is 0, so `eq: 0`, `lt` and `lte` include those without any rows.
 */
export type NumberTest = {
  /** Lies between two numbers, both included. */
  readonly between?: InputMaybe<NumberRange>;
  /** How the value moved over a duration. Attributes only: columns, counts and the like have no change. */
  readonly change?: InputMaybe<ChangeTest>;
  /** Equals this number. */
  readonly eq?: InputMaybe<Scalars['Float']['input']>;
  /** Is greater than this number. */
  readonly gt?: InputMaybe<Scalars['Float']['input']>;
  /** Is greater than or equal to this number. */
  readonly gte?: InputMaybe<Scalars['Float']['input']>;
  /** Is one of these numbers; an empty list matches nobody. At most 10,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
  /** True: has no value. False: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Is less than this number. */
  readonly lt?: InputMaybe<Scalars['Float']['input']>;
  /** Is less than or equal to this number. */
  readonly lte?: InputMaybe<Scalars['Float']['input']>;
  /** Is another number, or missing. */
  readonly ne?: InputMaybe<Scalars['Float']['input']>;
  /** Is none of these numbers, or missing; an empty list matches everybody. At most 10,000. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['Float']['input']>>;
};

/** What a segment is meant to achieve. */
export type Objective = {
  readonly __typename?: 'Objective';
  /** How many members are expected. */
  readonly expectedSize: Maybe<SizeRange>;
  /** Which way it is to move. */
  readonly kind: ObjectiveKind;
  /** Name of the metric that tells. */
  readonly metric: Maybe<Scalars['String']['output']>;
  /** What the metric is to reach. */
  readonly target: Maybe<Scalars['Float']['output']>;
};

/** An objective as it is set. */
export type ObjectiveInput = {
  /** How many members are expected. */
  readonly expectedSize?: InputMaybe<SizeRangeInput>;
  /** Which way it is to move. */
  readonly kind: ObjectiveKind;
  /** The metric that tells. */
  readonly metric?: InputMaybe<Scalars['MetricName']['input']>;
  /** What the metric is to reach. */
  readonly target?: InputMaybe<Scalars['Float']['input']>;
};

/** Kinds of objective. */
export type ObjectiveKind =
  /** Get them to use the product. */
  | 'ACTIVATE'
  /** Make them customers. */
  | 'CONVERT'
  /** Sell them more. */
  | 'EXPAND'
  /** Tell them something. */
  | 'INFORM'
  /** Keep them. */
  | 'RETAIN'
  /** Get them back. */
  | 'WIN_BACK';

/** What was observed for a condition. */
export type Observation = {
  readonly __typename?: 'Observation';
  /** What it is: an attribute's label, or what was measured. */
  readonly label: Scalars['String']['output'];
  /** Its unit, where it has one. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** The value; null where it is missing. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** Values outside the range that the model gives for their column. */
export type OutOfRange = {
  readonly __typename?: 'OutOfRange';
  /** The column. */
  readonly column: Scalars['String']['output'];
  /** How many. */
  readonly rows: Scalars['SafeInt']['output'];
};

/** How segments overlap on a day. */
export type Overlap = {
  readonly __typename?: 'Overlap';
  /** The day. */
  readonly asOf: Scalars['Date']['output'];
  /** Every pair of different segments, in the order asked. */
  readonly pairs: ReadonlyArray<OverlapPair>;
  /** Customers, or users, looked at. */
  readonly population: Scalars['SafeInt']['output'];
  /** The segments in the order asked. */
  readonly segments: ReadonlyArray<OverlapSegment>;
  /** Exact sets: those in just these segments and in none of the others, largest first. Their counts add up to the population. */
  readonly sets: ReadonlyArray<OverlapSet>;
  /** Whether smaller sets were left out. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** Two segments held against each other. */
export type OverlapPair = {
  readonly __typename?: 'OverlapPair';
  /** Name of the one. */
  readonly a: Scalars['String']['output'];
  /** Name of the other. */
  readonly b: Scalars['String']['output'];
  /** Both ÷ either, 0 to 1 (Jaccard); null when both are empty. */
  readonly jaccard: Maybe<Scalars['Float']['output']>;
  /** Members of both. */
  readonly people: People;
  /** Both ÷ members of `a`; null when it is empty. */
  readonly shareOfA: Maybe<Scalars['Float']['output']>;
  /** Both ÷ members of `b`; null when it is empty. */
  readonly shareOfB: Maybe<Scalars['Float']['output']>;
};

/** Segments to hold against each other. */
export type OverlapRequest = {
  /** The day asked about. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** From 2 to 50 segments, all of customers or all of users. */
  readonly segments: ReadonlyArray<ComparedSegment>;
  /** Most exact sets to return, largest first. */
  readonly sets?: Scalars['Int']['input'];
  /** Whom to look at; everyone when left out. */
  readonly within?: InputMaybe<Scalars['CustomerWhere']['input']>;
  /** The same for segments of users. */
  readonly withinUsers?: InputMaybe<Scalars['UserWhere']['input']>;
};

/** One of the segments. */
export type OverlapSegment = {
  readonly __typename?: 'OverlapSegment';
  /** Members in none of the others. */
  readonly alone: People;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Its members among those looked at. */
  readonly people: People;
};

/** Those in just these segments. */
export type OverlapSet = {
  readonly __typename?: 'OverlapSet';
  /** Who they are. */
  readonly people: People;
  /** Names of the segments, in the order asked; empty for those in none. */
  readonly segments: ReadonlyArray<Scalars['String']['output']>;
};

/** Where a page of a list ends. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Pass as `after` for the next page; null for an empty page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /** Whether more follow. */
  readonly hasNextPage: Scalars['Boolean']['output'];
};

/** A Pareto/NBD model. */
export type ParetoNbd = {
  readonly __typename?: 'ParetoNbd';
  /** How often a customer is expected to buy in the time ahead. */
  readonly expected: Scalars['Float']['output'];
  /** How often a new customer is expected to buy again in its first stretch of time. */
  readonly expectedOfNew: Scalars['Float']['output'];
  /** The probability that a customer has not gone for good. */
  readonly probabilityAlive: Scalars['Float']['output'];
};


/** A Pareto/NBD model. */
export type ParetoNbdExpectedArgs = {
  of: PurchaseHistory;
  within: Scalars['Float']['input'];
};


/** A Pareto/NBD model. */
export type ParetoNbdExpectedOfNewArgs = {
  within: Scalars['Float']['input'];
};


/** A Pareto/NBD model. */
export type ParetoNbdProbabilityAliveArgs = {
  of: PurchaseHistory;
};

/** Parameters of the Pareto/NBD model, all above 0. Times are in the unit that `alpha` and `beta` are in. */
export type ParetoNbdInput = {
  /** Rate parameter of those rates. */
  readonly alpha: Scalars['Float']['input'];
  /** Rate parameter of those rates. */
  readonly beta: Scalars['Float']['input'];
  /** Shape of the rates at which customers buy. */
  readonly r: Scalars['Float']['input'];
  /** Shape of the rates at which customers leave. */
  readonly s: Scalars['Float']['input'];
};

/** The people behind a number. `segment` asks anything about them; `where` can be saved, combined or asked again. */
export type People = {
  readonly __typename?: 'People';
  /** The day the condition is asked of. */
  readonly asOf: Scalars['Date']['output'];
  /** How many there are. */
  readonly count: Scalars['SafeInt']['output'];
  /**
   * The same as an unsaved segment: its members, metrics and trends. What asks for a day is asked as of `asOf` where none is given; a period that is
   * left out ends with the last day of the data, as ever.
   */
  readonly segment: Segment;
  /** The condition that holds for just these, as `preview` (or `userPreview`) takes it, asked as of `asOf`. */
  readonly where: Scalars['JSON']['output'];
};

/** A stretch of whole days: `from` and `until` (half-open), or a stretch that ends with the day asked about, or a calendar unit. */
export type PeriodInput = {
  /** A calendar unit, counted from the one that holds the last day of the data. */
  readonly calendar?: InputMaybe<CalendarInput>;
  /** First day. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** So long, up to and with the last day of the data. */
  readonly last?: InputMaybe<Duration>;
  /** The day after the last. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};

/** Periods after the entry, numbered from 1. */
export type PeriodsAfter = {
  /** The first. */
  readonly from: Scalars['Int']['input'];
  /** The one after the last; left out, all from the first on that are known. */
  readonly until?: InputMaybe<Scalars['Int']['input']>;
};

/** What a segment is made of. */
export type Population =
  /** Companies or persons that pay, and prospects. */
  | 'CUSTOMERS'
  /** People who work at a customer. */
  | 'USERS';

/** Something that does not fit. */
export type Problem = {
  readonly __typename?: 'Problem';
  /** Stable name of the kind of mistake. */
  readonly code: Scalars['String']['output'];
  /** What is wrong, in one sentence. */
  readonly message: Scalars['String']['output'];
  /** Where it is. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** What to try instead. */
  readonly suggestions: ReadonlyArray<Scalars['String']['output']>;
};

/** What is known of a customer's purchases, as `rfm` tells it of its members. */
export type PurchaseHistory = {
  /** Time from the first purchase to now. */
  readonly age: Scalars['Float']['input'];
  /** Purchases after the first. */
  readonly frequency: Scalars['Int']['input'];
  /** Time from the first purchase to the last; 0 without a second. */
  readonly recency: Scalars['Float']['input'];
};

/** The BG/NBD model, with time in weeks. */
export type PurchaseModel = {
  readonly __typename?: 'PurchaseModel';
  /** With `b`: the chance to be gone for good after a purchase, a ÷ (a + b) in the mean. */
  readonly a: Scalars['Float']['output'];
  /** Rate parameter of those rates, in weeks: r ÷ alpha is the mean number of purchases a week. */
  readonly alpha: Scalars['Float']['output'];
  /** See `a`. */
  readonly b: Scalars['Float']['output'];
  /** How many customers it was fitted to; of more than 20,000, so many at equal distances. */
  readonly customers: Scalars['SafeInt']['output'];
  /** Logarithm of the likelihood of what was seen. */
  readonly logLikelihood: Scalars['Float']['output'];
  /** Shape of the rates at which customers buy. */
  readonly r: Scalars['Float']['output'];
};

/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type Query = {
  readonly __typename?: 'Query';
  /** What the BG/NBD model says under given parameters (Fader, Hardie and Lee 2005), such as those that `clv` fitted. */
  readonly bgNbd: Maybe<BgNbd>;
  /** What may be asked: attributes, facts, metrics, values, how fresh and how sound the data is. */
  readonly catalog: Maybe<Catalog>;
  /** One customer as of a day; null where it does not exist on that day. */
  readonly customer: Maybe<Customer>;
  /** Folders of saved segments. */
  readonly folders: Maybe<ReadonlyArray<Folder>>;
  /** What the Gamma-Gamma model of amounts says under given parameters (Fader and Hardie 2013). */
  readonly gammaGamma: Maybe<GammaGamma>;
  /**
   * Whether the health score told who would leave: the score a while before, of the customers who churned against those who
   * renewed. Both outcomes are asked as of the last day of each unit of the grain; the score is that of the day `before` the
   * unit's first. So no score knows anything of the unit itself.
   */
  readonly healthBacktest: Maybe<HealthBacktest>;
  /**
   * How segments overlap on a day: each alone, every pair, and the exact sets their members fall into. All in one statement over the same
   * population. Up to 50 segments of the same kind of member.
   */
  readonly overlap: Maybe<Overlap>;
  /** What the Pareto/NBD model says under given parameters (Schmittlein, Morrison and Colombo 1987). */
  readonly paretoNbd: Maybe<ParetoNbd>;
  /** The customers for whom a where holds, unsaved; `{}` is everyone. */
  readonly preview: Maybe<Segment>;
  /** A saved segment; null with `SEGMENT_NOT_FOUND` where there is none of that id. */
  readonly segment: Maybe<Segment>;
  /** Saved segments by name, those of the workspace's `segments/` folder among them. */
  readonly segments: Maybe<SegmentConnection>;
  /** Metrics × (segments, time, attributes) as flat columns, for BI front ends and notebooks. */
  readonly table: Maybe<Table>;
  /**
   * An ordered list of wheres in which the first that holds decides, with a default for everyone else: touch tiers, for example. Tells whether
   * the wheres are exclusive and exhaustive by themselves, and what each tier holds.
   */
  readonly tiers: Maybe<Tiers>;
  /** The people for whom a where holds, unsaved; `{}` is everyone. A person at two customers is two members. */
  readonly userPreview: Maybe<Segment>;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryBgNbdArgs = {
  model: BgNbdInput;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryCustomerArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
  id: Scalars['ID']['input'];
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryGammaGammaArgs = {
  model: GammaGammaInput;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryHealthBacktestArgs = {
  request: HealthBacktestRequest;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryOverlapArgs = {
  request: OverlapRequest;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryParetoNbdArgs = {
  model: ParetoNbdInput;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryPreviewArgs = {
  where?: Scalars['CustomerWhere']['input'];
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QuerySegmentArgs = {
  id: Scalars['ID']['input'];
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QuerySegmentsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  folder: InputMaybe<Scalars['String']['input']>;
  includeArchived?: Scalars['Boolean']['input'];
  search: InputMaybe<Scalars['String']['input']>;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryTableArgs = {
  request: TableRequest;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryTiersArgs = {
  request: TiersRequest;
};


/**
 * Questions to a company's own data. Every question has a day (`asOf`) or a period; left out, it is the last whole day the
 * data covers. Root fields are nullable: one that fails leaves the others standing.
 */
export type QueryUserPreviewArgs = {
  where?: Scalars['UserWhere']['input'];
};

/** A statement as it ran. */
export type QueryInfo = {
  readonly __typename?: 'QueryInfo';
  /** Whether the answer was already known. */
  readonly cacheHit: Scalars['Boolean']['output'];
  /** The last whole day the data covers. */
  readonly dataAsOf: Scalars['Date']['output'];
  /** Milliseconds in the engine, its queue included. */
  readonly elapsedMs: Scalars['Float']['output'];
  /** Their values, in order. */
  readonly parameters: ReadonlyArray<Maybe<Scalars['JSON']['output']>>;
  /** SQL with `$1` … placeholders. */
  readonly sql: Scalars['String']['output'];
};

/** Why there is no answer although the question is a good one: the data say too little for it. */
export type Refusal = {
  readonly __typename?: 'Refusal';
  /** The kind of reason. */
  readonly code: RefusalCode;
  /** What is missing, in one sentence. */
  readonly message: Scalars['String']['output'];
};

/** Kinds of reasons for which data say too little. */
export type RefusalCode =
  /** No parameters explain the data best: the search ran off without end. */
  | 'NOT_CONVERGED'
  /** Nobody was left out on purpose to compare with. */
  | 'NO_HOLDOUT'
  /** Everyone behaved alike, so nothing tells one from another. */
  | 'NO_VARIATION'
  /** Fewer customers with a purchase than a model can be fitted to. */
  | 'TOO_FEW_CUSTOMERS'
  /** Fewer whole points than are needed to tell a pattern from chance. */
  | 'TOO_FEW_POINTS'
  /** Fewer customers who bought again than a model can be fitted to. */
  | 'TOO_FEW_REPEATERS';

/** What a relation holds and what is wrong with it. A number is null where the question makes no sense for the relation. */
export type RelationQuality = {
  readonly __typename?: 'RelationQuality';
  /** Days from the last row to the last day of the data; negative for rows after it. */
  readonly daysBehind: Maybe<Scalars['SafeInt']['output']>;
  /** Rows beyond the first of each key. */
  readonly duplicateKeys: Maybe<Scalars['SafeInt']['output']>;
  /** Its SQL file, relative to the workspace. */
  readonly file: Scalars['String']['output'];
  /** Day of the first row. */
  readonly firstDay: Maybe<Scalars['Date']['output']>;
  /** Intervals that end before they start. */
  readonly impossibleIntervals: Maybe<Scalars['SafeInt']['output']>;
  /** customer, user, fact or plain (only there for others to select from). */
  readonly kind: Scalars['String']['output'];
  /** Day of the last row. */
  readonly lastDay: Maybe<Scalars['Date']['output']>;
  /** Rows without a customer. */
  readonly nullCustomers: Maybe<Scalars['SafeInt']['output']>;
  /** Rows without a key. */
  readonly nullKeys: Maybe<Scalars['SafeInt']['output']>;
  /** Rows without a time. */
  readonly nullTimes: Maybe<Scalars['SafeInt']['output']>;
  /** Rows whose customer is not among the customers; no question counts them. */
  readonly orphanCustomers: Maybe<Scalars['SafeInt']['output']>;
  /** Values outside the range that the model gives for their column. */
  readonly outOfRange: ReadonlyArray<OutOfRange>;
  /** Name of the relation. */
  readonly relation: Scalars['String']['output'];
  /** Number of rows. */
  readonly rows: Scalars['SafeInt']['output'];
  /** The engine's complaint where the rows cannot be read; all the rest is then empty. */
  readonly unreadable: Maybe<Scalars['String']['output']>;
};

/** A version to go back to. */
export type RestoreSegmentVersionInput = {
  /** The segment. */
  readonly id: Scalars['ID']['input'];
  /** The earlier version. */
  readonly restore: Scalars['Int']['input'];
  /** The current version; refused with `STALE_VERSION` when it is another. */
  readonly version: Scalars['Int']['input'];
};

/** Whether someone entered and came back: what a cell of a retention counts, as a condition. Without `after`, whether they entered. */
export type RetainedTest = {
  /** Came back in at least one of these periods after an entry. */
  readonly after?: InputMaybe<PeriodsAfter>;
  /** Which entries count. */
  readonly cohorts?: RetentionCohorts;
  /** The window of entry: with FIRST_TIME the first row ever lies in it, with FIRST_IN_PERIOD the first row in it counts. */
  readonly during: WindowInput;
  /** Rows that let someone in. */
  readonly entry: Scalars['FactRows']['input'];
  /** How long a period is. */
  readonly grain?: ActivityGrain;
  /** Leaves out those with such a row before their entry. */
  readonly noneBefore?: InputMaybe<Scalars['FactRows']['input']>;
  /** Rows that are a return; left out, those of entry. */
  readonly return?: InputMaybe<Scalars['FactRows']['input']>;
  /** How many rows of return one period needs. */
  readonly times?: Scalars['Int']['input'];
  /** Rows from this moment on do not count. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** How periods after the entry are counted. */
  readonly windows?: RetentionWindows;
};

/** Cohorts × periods after the entry. */
export type Retention = {
  readonly __typename?: 'Retention';
  /** A row over all cohorts: the same columns. */
  readonly average: ReadonlyArray<RetentionAverage>;
  /** A row per period of entry, oldest first, those nobody entered in included. */
  readonly cohorts: ReadonlyArray<RetentionCohort>;
  /** The columns behind the first, which is the cohort itself. */
  readonly columns: ReadonlyArray<RetentionColumn>;
  /** How long a period is. */
  readonly grain: ActivityGrain;
  /** The same per value of the attribute asked for, largest first; empty without one. */
  readonly series: ReadonlyArray<RetentionSeries>;
  /** Whether groups beyond the limit were left out. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** A column over all cohorts whose time has elapsed; the others stay out. */
export type RetentionAverage = {
  readonly __typename?: 'RetentionAverage';
  /** How many cohorts are in it: those with members. */
  readonly cohorts: Scalars['SafeInt']['output'];
  /** The column. */
  readonly column: RetentionColumn;
  /** The mean of the rates, each cohort weighing the same. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** Why both are null. */
  readonly nullReason: Maybe<NullReason>;
  /** Their returns added up. */
  readonly returned: Scalars['SafeInt']['output'];
  /** Their sizes added up. */
  readonly size: Scalars['SafeInt']['output'];
  /** `returned` ÷ `size`: large cohorts weigh more. */
  readonly weightedMean: Maybe<Scalars['Float']['output']>;
};

/** Those of a cohort who came back. */
export type RetentionCell = {
  readonly __typename?: 'RetentionCell';
  /** The column. */
  readonly column: RetentionColumn;
  /** Whether the time has elapsed: with ON_OR_AFTER that of the column's first period. */
  readonly complete: Scalars['Boolean']['output'];
  /** Why the rate is null. */
  readonly nullReason: Maybe<NullReason>;
  /** Those of `soFar`. */
  readonly people: People;
  /** `returned` ÷ size, 0 to 1; null with a reason. */
  readonly rate: Maybe<Scalars['Float']['output']>;
  /** How many came back; null until the time to do so has elapsed for the whole cohort. */
  readonly returned: Maybe<Scalars['SafeInt']['output']>;
  /** How many have come back so far, whether or not the time has elapsed. */
  readonly soFar: Scalars['SafeInt']['output'];
};

/** Those who entered in one period. */
export type RetentionCohort = {
  readonly __typename?: 'RetentionCohort';
  /** Those who came back, by column; the first cell is the cohort itself. */
  readonly cells: ReadonlyArray<RetentionCell>;
  /** False while the period of entry has not ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** The moment it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** The first day of the period; for hours the day it begins on. */
  readonly from: Scalars['Date']['output'];
  /** Those who entered. */
  readonly people: People;
  /** How many entered. */
  readonly size: Scalars['SafeInt']['output'];
  /** The moment the period begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
};

/** What makes a member of a cohort. */
export type RetentionCohorts =
  /** The first matching row of the period: each is in one cohort at most, whatever was before. */
  | 'FIRST_IN_PERIOD'
  /** The first matching row ever, rows before the period included: each is in one cohort, or in none. */
  | 'FIRST_TIME'
  /** Any matching row: each is in the cohort of every period with one. */
  | 'RECURRING';

/** A column: periods after the entry. */
export type RetentionColumn = {
  readonly __typename?: 'RetentionColumn';
  /** The first period after the entry, from 1; 0 is the cohort itself. */
  readonly from: Scalars['Int']['output'];
  /** The one after the last; null where all later ones count. */
  readonly until: Maybe<Scalars['Int']['output']>;
};

/** Which returns count for a column. */
export type RetentionReach =
  /** Those in the column's periods. */
  | 'ON'
  /** Those in its first period or in any later one that is known. */
  | 'ON_OR_AFTER';

/** What a retention is asked about. Nothing after the day asked about is known. */
export type RetentionRequest = {
  /** The day asked about; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Columns of several periods each instead, such as `[{from: 1, until: 4}, {from: 4, until: 8}]`; they may overlap. */
  readonly brackets?: InputMaybe<ReadonlyArray<PeriodsAfter>>;
  /** Splits by this attribute of the customers as of `asOf`. */
  readonly by?: InputMaybe<Scalars['CustomerAttribute']['input']>;
  /** The same for users. */
  readonly byUser?: InputMaybe<Scalars['UserAttribute']['input']>;
  /** What makes a member of a cohort. */
  readonly cohorts?: RetentionCohorts;
  /** How many periods after the entry to show; by default as far as the end of the stretch of entry for the first cohort. */
  readonly columns?: InputMaybe<Scalars['Int']['input']>;
  /** Rows that let a member in. */
  readonly entry: Scalars['FactRows']['input'];
  /** How long a period is. */
  readonly grain?: ActivityGrain;
  /** Most groups, largest first. */
  readonly limit?: Scalars['Int']['input'];
  /** The stretch of entry between two moments, both given; with HOUR only. Without an offset they are in the workspace's time zone. */
  readonly moments?: InputMaybe<MomentRange>;
  /** Leaves out those with such a row before their entry: with all page views here, the entry is the very first of them. */
  readonly noneBefore?: InputMaybe<Scalars['FactRows']['input']>;
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /**
   * The stretch of entry; each period it touches is a cohort, taken whole. By default as many periods as a trend has points, up to the
   * day asked about. At most 1,000.
   */
  readonly period?: InputMaybe<PeriodInput>;
  /** Which returns count for a column. */
  readonly reach?: RetentionReach;
  /** Rows that are a return; left out, those of entry. */
  readonly return?: InputMaybe<Scalars['FactRows']['input']>;
  /** How many rows of return one period needs. */
  readonly times?: Scalars['Int']['input'];
  /** Rows from this moment on do not count; with HOUR only. */
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
  /** How periods after the entry are counted. */
  readonly windows?: RetentionWindows;
};

/** The retention of one group. */
export type RetentionSeries = {
  readonly __typename?: 'RetentionSeries';
  /** Its averages. */
  readonly average: ReadonlyArray<RetentionAverage>;
  /** Its cohorts. */
  readonly cohorts: ReadonlyArray<RetentionCohort>;
  /** The value of the attribute; null for those without one. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** How the periods after the entry are counted. */
export type RetentionWindows =
  /** By the calendar, in the workspace's time zone: period 1 is the one after the period of the entry. */
  | 'CALENDAR'
  /** From each one's own entry: day k is 24 · k to 24 · (k + 1) hours after it, a week 7 such days, a month 30. */
  | 'ROLLING_24H';

/** What the members bought. */
export type Rfm = {
  readonly __typename?: 'Rfm';
  /** The day asked about. */
  readonly asOf: Scalars['Date']['output'];
  /** Each triple of scores that occurs, from 555 down. */
  readonly cells: ReadonlyArray<RfmCell>;
  /** The periods in which purchases are told apart. */
  readonly grain: Grain;
  /** The groups, best first, those nobody is in included. */
  readonly groups: ReadonlyArray<RfmGroup>;
  /** Periods held out: those behind the one that holds the day asked about. Null without a holdout. */
  readonly holdoutPeriods: Maybe<Scalars['SafeInt']['output']>;
  /** The members with a purchase, by key. */
  readonly members: RfmMemberConnection;
  /** Members with a purchase. */
  readonly size: Scalars['SafeInt']['output'];
};


/** What the members bought. */
export type RfmMembersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  groups: InputMaybe<ReadonlyArray<RfmGroupName>>;
};

/** Members with the same three scores. */
export type RfmCell = {
  readonly __typename?: 'RfmCell';
  /** 1 to 5; 5 bought in the most periods. */
  readonly frequency: Scalars['Int']['output'];
  /** 1 to 5; 5 spent most. Null without a value column. */
  readonly monetary: Maybe<Scalars['Int']['output']>;
  /** Who they are. */
  readonly people: People;
  /** 1 to 5; 5 bought last. */
  readonly recency: Scalars['Int']['output'];
  /** How many there are. */
  readonly size: Scalars['SafeInt']['output'];
  /** What they spent in all; null without a value column. */
  readonly total: Maybe<Scalars['Float']['output']>;
};

/** Members with like scores of recency and frequency. */
export type RfmGroup = {
  readonly __typename?: 'RfmGroup';
  /** Mean periods with a purchase; null of nobody. */
  readonly meanPurchases: Maybe<Scalars['Float']['output']>;
  /** Mean periods since the last purchase; null of nobody. */
  readonly meanSinceLast: Maybe<Scalars['Float']['output']>;
  /** Its name. */
  readonly name: RfmGroupName;
  /** Who they are. */
  readonly people: People;
  /** Of the members with a purchase, 0 to 1; null where there are none. */
  readonly share: Maybe<Scalars['Float']['output']>;
  /** How many there are. */
  readonly size: Scalars['SafeInt']['output'];
  /** What they spent in all; null without a value column. */
  readonly total: Maybe<Scalars['Float']['output']>;
};

/** Groups by the scores of recency (R) and frequency (F), each from 1 to 5. Each pair of scores is in exactly one. */
export type RfmGroupName =
  /** R 3, F 1–2: seldom, and some time ago. */
  | 'ABOUT_TO_SLEEP'
  /** R 1–2, F 3–4: bought often, but long ago. */
  | 'AT_RISK'
  /** R 1–2, F 5: bought very often, but long ago. */
  | 'CANNOT_LOSE'
  /** R 5, F 4–5: bought just now and often. */
  | 'CHAMPIONS'
  /** R 1–2, F 1–2: seldom and long ago. */
  | 'HIBERNATING'
  /** R 3–4, F 4–5: buy often. */
  | 'LOYAL'
  /** R 3, F 3: in the middle of both. */
  | 'NEED_ATTENTION'
  /** R 5, F 1: bought just now for the first times. */
  | 'NEW'
  /** R 4–5, F 2–3: bought lately, more than once. */
  | 'POTENTIAL_LOYALISTS'
  /** R 4, F 1: bought lately, seldom. */
  | 'PROMISING';

/** The days after the day asked about that are held out. */
export type RfmHoldoutInput = {
  /** The day after the last of them. */
  readonly until: Scalars['Date']['input'];
};

/**
 * What one member bought. `frequency`, `recency`, `age` and `monetary` are the summary that models of repeat purchases take; `purchases`,
 * `sinceLast`, `mean` and `total` are the classical reading.
 */
export type RfmMember = {
  readonly __typename?: 'RfmMember';
  /** Periods from the first purchase to the day asked about; T in the literature. */
  readonly age: Scalars['SafeInt']['output'];
  /** The customer, as of the day asked about; of users the one they work at. */
  readonly customer: Maybe<Customer>;
  /** Periods with a purchase after the first. */
  readonly frequency: Scalars['SafeInt']['output'];
  /** 1 to 5; 5 bought in the most periods. */
  readonly frequencyScore: Scalars['Int']['output'];
  /** Its group by recency and frequency. */
  readonly group: RfmGroupName;
  /** Periods with a purchase among those held out; null without a holdout. */
  readonly holdoutFrequency: Maybe<Scalars['SafeInt']['output']>;
  /** Mean value of such a period; null without one, without a holdout or without a value column. */
  readonly holdoutMonetary: Maybe<Scalars['Float']['output']>;
  /** The member's key. */
  readonly id: Scalars['ID']['output'];
  /** Mean value of a period with a purchase; null without a value column. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** Mean value of a period with a repeat purchase, the first period left out; 0 where none has a value, null without a value column. */
  readonly monetary: Maybe<Scalars['Float']['output']>;
  /** 1 to 5; 5 spent most. Null without a value column. */
  readonly monetaryScore: Maybe<Scalars['Int']['output']>;
  /** Periods with a purchase. */
  readonly purchases: Scalars['SafeInt']['output'];
  /** Periods from the first purchase to the last. */
  readonly recency: Scalars['SafeInt']['output'];
  /** 1 to 5; 5 bought last. */
  readonly recencyScore: Scalars['Int']['output'];
  /** Periods from the last purchase to the day asked about. */
  readonly sinceLast: Scalars['SafeInt']['output'];
  /** What was spent in all; null without a value column. */
  readonly total: Maybe<Scalars['Float']['output']>;
};

/** A page of members. */
export type RfmMemberConnection = {
  readonly __typename?: 'RfmMemberConnection';
  /** The members of the page. */
  readonly nodes: ReadonlyArray<RfmMember>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** What is a purchase, and up to when. */
export type RfmRequest = {
  /** The day asked about: nothing after it counts. By default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** The periods in which purchases are told apart and time is counted. */
  readonly grain?: Grain;
  /** Days after `asOf` that are held out, to see what became of the members. */
  readonly holdout?: InputMaybe<RfmHoldoutInput>;
  /** Rows that are purchases; those of one period count as one purchase. */
  readonly purchases: Scalars['FactRows']['input'];
  /** The number column with what a purchase is worth, as in the fact's own enum, such as `AMOUNT`. Left out, there is no monetary value. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
};

/** Scores of what was bought, among everyone who bought: false for those who did not. The tests hold together. */
export type RfmTest = {
  /** 1 to 5; 5 bought in the most periods. */
  readonly frequency?: InputMaybe<NumberTest>;
  /** The periods in which purchases are told apart. */
  readonly grain?: Grain;
  /** Is in one of these groups. */
  readonly groups?: InputMaybe<ReadonlyArray<RfmGroupName>>;
  /** 1 to 5; 5 spent most. */
  readonly monetary?: InputMaybe<NumberTest>;
  /** Rows that are purchases. */
  readonly purchases: Scalars['FactRows']['input'];
  /** 1 to 5; 5 bought last. */
  readonly recency?: InputMaybe<NumberTest>;
  /** The number column with what a purchase is worth, as in the fact's own enum; needed for `monetary`. */
  readonly value?: InputMaybe<Scalars['String']['input']>;
};

/** What is measured of rows. */
export type RowMeasure =
  /** The mean of a column; null of no rows. */
  | 'AVG'
  /** How many rows there are. */
  | 'COUNT'
  /** The greatest value of a column; null of no rows. */
  | 'MAX'
  /** How many different members they belong to. */
  | 'MEMBERS'
  /** The least value of a column; null of no rows. */
  | 'MIN'
  /** The sum of a column; 0 of no rows. */
  | 'SUM';

/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type Segment = {
  readonly __typename?: 'Segment';
  /**
   * What is bought, used or asked for together: pairs of items with support P(A∧C), confidence P(C|A) and lift confidence ÷ P(C), and whom to offer C
   * next. Source: METRICS, product affinity; Agrawal, Imieliński and Swami 1993.
   */
  readonly affinity: Maybe<Affinity>;
  /** When it was archived; null when it is not. */
  readonly archivedAt: Maybe<Scalars['DateTime']['output']>;
  /** Metrics by attributes of the members, largest groups first. The column `size` counts members; their sum is the segment's size. */
  readonly breakdown: Maybe<Table>;
  /** How a value of the members, such as MRR, leads from each period's start to its end: movements by kind, and value entering and leaving with people. */
  readonly bridge: Maybe<ValueBridge>;
  /**
   * What became of the messages of campaigns that members got in a period, what they cost and what they brought in, as `sql/campaigns.yml` says what
   * a message and its outcome are. Of the members as of `asOf`; each is counted once per campaign. Source: METRICS, campaign and ROI.
   */
  readonly campaigns: Maybe<Campaigns>;
  /**
   * One number under several definitions side by side, with the customers that make the difference: churn as ChartMogul, Baremetrics and
   * the SaaS Metrics Standards Board define it, for example. Each definition is a metric of the model that names its source.
   */
  readonly challenge: Maybe<Challenge>;
  /**
   * What the members have brought in and may bring in yet, by four methods side by side: simple (a metric of the model), historic, by cohort,
   * and expected (BG/NBD with Gamma-Gamma, for purchases that repeat). Source: METRICS, CLV.
   */
  readonly clv: Maybe<Clv>;
  /**
   * A metric by cohort and age: retention of paying customers, of revenue, of activity, revenue so far. Ages that have not elapsed are null and
   * outside the averages.
   */
  readonly cohorts: Maybe<Cohorts>;
  /** How lopsided the members are: the share of the most frequent value of attributes, and how much of a value the largest customers hold. */
  readonly concentration: Maybe<Concentration>;
  /** The members as columns, for notebooks and exports: their keys and any attributes. Of a segment of users, the customers they work at. */
  readonly customerTable: Maybe<Table>;
  /** The members; of a segment of users, the customers they work at. */
  readonly customers: Maybe<CustomerConnection>;
  /** What it is for. */
  readonly description: Maybe<Scalars['String']['output']>;
  /**
   * What distinguishes the members from everyone else as of a day: how much more often they have a value, and how far a number lies from that of
   * the rest. Each comes with counts and a p-value corrected for having looked at so many (Benjamini–Hochberg).
   */
  readonly distinguishes: Maybe<Distinguishes>;
  /**
   * DAU, WAU and MAU on every day of a period: the members active in the 1, 7 and 30 whole days that end with it, and stickiness, the mean
   * DAU of the 30 days ÷ MAU. Of the members as of `asOf`. Source: METRICS, DAU / WAU / MAU and stickiness.
   */
  readonly engagement: Maybe<Engagement>;
  /** Rows of a fact over time: counted, summed, or the members they belong to – without a metric in the model. Of the members as of `asOf`. */
  readonly factTrend: Maybe<FactTrend>;
  /** The folder it lies in; null at the top level. */
  readonly folder: Maybe<Scalars['String']['output']>;
  /**
   * How far members get in a series of steps, of the members as of `asOf`. An attempt begins with each row of the first step in the
   * range of entry; each later step is the earliest later row for it within the window of the attempt. A member reached a step if one
   * of its attempts did. Source: METRICS, funnel – entered = did step 1 in the range; converted at step n = did steps in order within
   * the window of entry.
   */
  readonly funnel: Maybe<Funnel>;
  /** Null for an unsaved one. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /**
   * What became of the members' activity from period to period: new, returning, resurrecting, dormant. Of the members as of `asOf`.
   * Source: METRICS, lifecycle; new is the first activity ever, never the day a profile was made.
   */
  readonly lifecycle: Maybe<Lifecycle>;
  /**
   * Metrics in a period (by default the 30 days that end with the last day of the data). State and flow metrics take the members
   * at the period's end, rates those at its start.
   */
  readonly metrics: Maybe<ReadonlyArray<MetricValue>>;
  /** Who entered and left, period by period, with what they are worth. */
  readonly movement: Maybe<SegmentMovement>;
  /** Null for an unsaved one. */
  readonly name: Maybe<Scalars['String']['output']>;
  /**
   * Those who are not members and would be if one condition turned out the other way, with that condition. A segment that all
   * conditions together make has those who fail exactly one of them. At most 30 conditions.
   */
  readonly nearMisses: Maybe<NearMisses>;
  /** What it is meant to achieve. */
  readonly objective: Maybe<Objective>;
  /** Customers, or users at them. */
  readonly of: Population;
  /** Why it no longer fits the model; empty while it does. A broken segment is kept but answers nothing. */
  readonly problems: ReadonlyArray<Problem>;
  /** The statement that finds the members, run once, so that the number can be checked by hand. */
  readonly query: Maybe<QueryInfo>;
  /** Whether it comes from the workspace's files and cannot be changed here. */
  readonly readOnly: Scalars['Boolean']['output'];
  /**
   * Who comes back: cohorts by the period of their entry × periods after it, of the members as of `asOf`. Source: METRICS, retention –
   * distinct cohort members who returned in period k ÷ cohort size.
   */
  readonly retention: Maybe<Retention>;
  /**
   * Recency, frequency and monetary value of the members that bought something up to a day. Source: METRICS, RFM – each scored 1 to 5 by
   * cumulative distribution, ties together, among everyone who bought; 555 is best. The summary per member is that of Fader and Hardie,
   * as the Python package lifetimes computes it.
   */
  readonly rfm: Maybe<Rfm>;
  /** How the size answers to each number in the where, moved a little down and up with all else kept. */
  readonly sensitivity: Maybe<ReadonlyArray<Sensitivity>>;
  /** Members ÷ everyone as of the day, 0 to 1; null when nobody existed yet. */
  readonly share: Maybe<Scalars['Float']['output']>;
  /** Number of members as of a day. */
  readonly size: Maybe<Scalars['SafeInt']['output']>;
  /** How stable membership is from one point to the next, beside the whole base, and who keeps entering and leaving. */
  readonly stability: Maybe<Stability>;
  /**
   * In how many periods of a stretch the members were active: a histogram. Of the members as of `asOf`; those who were never active are
   * in none of its buckets.
   */
  readonly stickiness: Maybe<Stickiness>;
  /** The condition in one English sentence. */
  readonly text: Scalars['String']['output'];
  /** How long the members stay in each stage. */
  readonly timeInStage: Maybe<TimeInStage>;
  /** Where the members of two days came from and went to. */
  readonly transitions: Maybe<Transitions>;
  /** A metric over time. */
  readonly trend: Maybe<Trend>;
  /** The members of a segment of users as columns; of a segment of customers, the people who work at them. */
  readonly userTable: Maybe<Table>;
  /** The members of a segment of users; of a segment of customers, the people who work at them. */
  readonly users: Maybe<UserConnection>;
  /** Whether the segment does what its objective says: the metric against its target and the size against the range expected. Null without an objective. */
  readonly validation: Maybe<Validation>;
  /** Counts from 1; every change of the definition is a new one. Null for an unsaved one. */
  readonly version: Maybe<Scalars['Int']['output']>;
  /** Earlier versions, newest first; empty for an unsaved one. */
  readonly versions: ReadonlyArray<SegmentVersion>;
  /** The condition as it was written. */
  readonly where: Scalars['JSON']['output'];
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentAffinityArgs = {
  request: AffinityRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentBreakdownArgs = {
  by?: ReadonlyArray<Scalars['CustomerAttribute']['input']>;
  byUser?: ReadonlyArray<Scalars['UserAttribute']['input']>;
  limit?: Scalars['Int']['input'];
  metrics?: ReadonlyArray<Scalars['MetricName']['input']>;
  period: InputMaybe<PeriodInput>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentBridgeArgs = {
  request: BridgeRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentCampaignsArgs = {
  request?: CampaignsRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentChallengeArgs = {
  request: ChallengeRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentClvArgs = {
  request: ClvRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentCohortsArgs = {
  request: CohortsRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentConcentrationArgs = {
  request: ConcentrationRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentCustomerTableArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
  attributes: ReadonlyArray<Scalars['CustomerAttribute']['input']>;
  limit?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<Scalars['CustomerOrder']['input']>>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentCustomersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  asOf: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<Scalars['CustomerOrder']['input']>>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentDistinguishesArgs = {
  request?: DistinguishesRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentEngagementArgs = {
  request: EngagementRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentFactTrendArgs = {
  request: FactTrendRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentFunnelArgs = {
  request: FunnelRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentLifecycleArgs = {
  request: LifecycleRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentMetricsArgs = {
  compareTo: InputMaybe<Comparison>;
  names: ReadonlyArray<Scalars['MetricName']['input']>;
  period: InputMaybe<PeriodInput>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentMovementArgs = {
  request: MovementRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentNearMissesArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentQueryArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentRetentionArgs = {
  request: RetentionRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentRfmArgs = {
  request: RfmRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentSensitivityArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
  steps?: ReadonlyArray<Scalars['Float']['input']>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentShareArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentSizeArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentStabilityArgs = {
  request?: StabilityRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentStickinessArgs = {
  request: StickinessRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentTimeInStageArgs = {
  request: TimeInStageRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentTransitionsArgs = {
  request: TransitionsRequest;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentTrendArgs = {
  by: InputMaybe<Scalars['CustomerAttribute']['input']>;
  byUser: InputMaybe<Scalars['UserAttribute']['input']>;
  compareTo: InputMaybe<Comparison>;
  fill?: Fill;
  grain?: Grain;
  membership?: Membership;
  metric?: Scalars['MetricName']['input'];
  period: InputMaybe<PeriodInput>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentUserTableArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
  attributes: ReadonlyArray<Scalars['UserAttribute']['input']>;
  limit?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<Scalars['UserOrder']['input']>>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentUsersArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  asOf: InputMaybe<Scalars['Date']['input']>;
  first?: Scalars['Int']['input'];
  orderBy: InputMaybe<ReadonlyArray<Scalars['UserOrder']['input']>>;
};


/** A condition with a name, or without one when it is only asked. It holds or does not for every customer on every day. */
export type SegmentValidationArgs = {
  asOf: InputMaybe<Scalars['Date']['input']>;
};

/** A page of segments. */
export type SegmentConnection = {
  readonly __typename?: 'SegmentConnection';
  /** The segments of the page. */
  readonly nodes: ReadonlyArray<Segment>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
};

/** Members of a segment compared between the two ends of each period. */
export type SegmentMovement = {
  readonly __typename?: 'SegmentMovement';
  /** Length of a period. */
  readonly grain: Grain;
  /** What `valueBefore` and `valueAfter` are of; null where none was asked for. */
  readonly metric: Maybe<Metric>;
  /** A point per period, oldest first. */
  readonly points: ReadonlyArray<MovementPoint>;
};

/** What became of a change of a segment. */
export type SegmentPayload = {
  readonly __typename?: 'SegmentPayload';
  /** The segment as it is now; null when there are errors. */
  readonly segment: Maybe<Segment>;
  /** Every mistake; empty when the change was made. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * Membership of saved segments, as of the day asked about, and what became of it. Given several, all hold together; of a list of segments at
 * least one counts. The segments are of the same kind, customers or users, as the condition. A segment may not refer to itself, directly
 * or through others.
 */
export type SegmentTest = {
  /**
   * Came into at least one of these segments: in it at the end of the window's last day, but not at the end of the day before the window. Who
   * came and went in between has not entered; who did not exist before the window and is in it at its end has.
   */
  readonly entered?: InputMaybe<SegmentWindowTest>;
  /**
   * Was in at least one of these segments on one of the days of the window: on any day of up to 92; of a longer window on its first day or on
   * the last day of a calendar week in it (up to 644 days), month (2,760 days), quarter (8,372 days) or year.
   */
  readonly ever?: InputMaybe<SegmentWindowTest>;
  /** Is in at least one of these segments; an empty list matches nobody. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Left at least one of these segments: in it at the end of the day before the window, but not at the end of its last day. */
  readonly left?: InputMaybe<SegmentWindowTest>;
  /**
   * Has been in one of the segments of `in` at the end of each of so many days that end with the day asked about, which counts: of 1 day means
   * today. Looked at on the same days as `ever`. Needs `in`.
   */
  readonly memberForAtLeast?: InputMaybe<Duration>;
  /** Is in none of these segments; an empty list matches everybody. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

/** What a segment was at one version. */
export type SegmentVersion = {
  readonly __typename?: 'SegmentVersion';
  /** When the version was made. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Its description then. */
  readonly description: Scalars['String']['output'];
  /** Its folder then; a folder deleted since is null. */
  readonly folder: Maybe<Scalars['String']['output']>;
  /** Its name then. */
  readonly name: Scalars['String']['output'];
  /** Its objective then. */
  readonly objective: Maybe<Objective>;
  /** Counts from 1. */
  readonly version: Scalars['Int']['output'];
  /** Its condition then. */
  readonly where: Scalars['JSON']['output'];
};

/** Segments and a window to look at their members in. Days after the day asked about are not known: the window ends with it at the latest. */
export type SegmentWindowTest = {
  /** The window. It has a first day. */
  readonly during: WindowInput;
  /** Segments of which one is enough; an empty list matches nobody. */
  readonly ids: ReadonlyArray<Scalars['ID']['input']>;
};

/** How the size answers to one number. */
export type Sensitivity = {
  readonly __typename?: 'Sensitivity';
  /** The size with the number moved, in the order of the steps. */
  readonly moved: ReadonlyArray<MovedThreshold>;
  /** Where in the where the number stands. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The size as it is. */
  readonly size: Scalars['SafeInt']['output'];
  /** The number. */
  readonly value: Scalars['Float']['output'];
};

/** Whether someone did all of a series of steps in time. */
export type SequenceTest = {
  /** When the first step is done; left out, at any time up to the day asked about. */
  readonly during?: InputMaybe<WindowInput>;
  /** Rows that spoil it; at most 10. */
  readonly exclusions?: InputMaybe<ReadonlyArray<FunnelExclusionInput>>;
  /** How they follow each other. */
  readonly order?: FunnelOrder;
  /** 2 to 20 steps. */
  readonly steps: ReadonlyArray<FunnelStepInput>;
  /** How long after the first step the last may come, both ends included. */
  readonly window: Duration;
};

/** A range of sizes, both ends included; a missing end is open. */
export type SizeRange = {
  readonly __typename?: 'SizeRange';
  /** At most. */
  readonly max: Maybe<Scalars['SafeInt']['output']>;
  /** At least. */
  readonly min: Maybe<Scalars['SafeInt']['output']>;
};

/** A range of sizes, both ends included; a missing end is open. */
export type SizeRangeInput = {
  /** At most. */
  readonly max?: InputMaybe<Scalars['SafeInt']['input']>;
  /** At least. */
  readonly min?: InputMaybe<Scalars['SafeInt']['input']>;
};

/** How a number is spread over customers. Customers without it count as 0; where it is negative for some there is no spread to tell. */
export type Spread = {
  readonly __typename?: 'Spread';
  /** The attribute. */
  readonly attribute: Attribute;
  /** Gini coefficient: 0 when all hold the same, towards 1 when one holds all. */
  readonly gini: Scalars['Float']['output'];
  /** Share of the total that the largest customer holds, 0 to 1. */
  readonly top1: Scalars['Float']['output'];
  /** Share that the five largest hold. */
  readonly top5: Scalars['Float']['output'];
  /** Share that the largest tenth of the members holds, rounded up to whole customers. */
  readonly topTenth: Scalars['Float']['output'];
  /** Its sum over the members. */
  readonly total: Scalars['Float']['output'];
};

/** How stable membership is. */
export type Stability = {
  readonly __typename?: 'Stability';
  /** Members that entered and left so often. */
  readonly flapping: People;
  /** Mean Jaccard of the points after the first; null with one point. */
  readonly meanJaccard: Maybe<Scalars['Float']['output']>;
  /** One per point, oldest first; the first has nothing before it. */
  readonly points: ReadonlyArray<StabilityPoint>;
};

/** Membership at the end of one calendar unit against the end of the one before. */
export type StabilityPoint = {
  readonly __typename?: 'StabilityPoint';
  /** The day. */
  readonly asOf: Scalars['Date']['output'];
  /** Everyone who exists at the point. */
  readonly base: Scalars['SafeInt']['output'];
  /** Members that were none at the point before; of the first point nobody. */
  readonly entered: People;
  /** Entered ÷ others of the point before, for everyone who existed then: what a member of the base does by the way. */
  readonly enteredShare: Maybe<Scalars['Float']['output']>;
  /** Members of both ÷ members of either; null at the first point and when both are empty. */
  readonly jaccard: Maybe<Scalars['Float']['output']>;
  /** Members of the point before that are none now; of the first point nobody. */
  readonly left: People;
  /** Left ÷ members of the point before; null when there were none. */
  readonly leftShare: Maybe<Scalars['Float']['output']>;
  /** The members. */
  readonly people: People;
  /** Number of members. */
  readonly size: Scalars['SafeInt']['output'];
};

/** Which stretch of membership to look at. */
export type StabilityRequest = {
  /** Distance of the points. */
  readonly grain?: Grain;
  /** The stretch; by default 12 points up to the last day of the data. */
  readonly period?: InputMaybe<PeriodInput>;
  /** How many times a member must have entered or left within the stretch to be flapping. */
  readonly switches?: Scalars['Int']['input'];
};

/** Stays in one stage. */
export type StageTime = {
  readonly __typename?: 'StageTime';
  /** Stays that ended in the period: how long they lasted. Those that end soon are among them more often than those that last. */
  readonly completed: StayTimes;
  /** Stays open at the end of the period's last day: how long they have lasted by then. */
  readonly open: StayTimes;
  /** The value of the column; null for rows without one. */
  readonly stage: Maybe<Scalars['JSON']['output']>;
};

/** How long stays last, in days; a time of day is a part of 24 hours. Null where there are none. */
export type StayTimes = {
  readonly __typename?: 'StayTimes';
  /** The longest stay. */
  readonly longest: Maybe<Scalars['Float']['output']>;
  /** Mean number of days. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** Half of the stays are no longer (interpolated between two). */
  readonly median: Maybe<Scalars['Float']['output']>;
  /** Nine tenths of the stays are no longer (interpolated between two). */
  readonly p90: Maybe<Scalars['Float']['output']>;
  /** Whose stays they are, each person once. */
  readonly people: People;
  /** The shortest stay. */
  readonly shortest: Maybe<Scalars['Float']['output']>;
  /** How many stays; a row of the fact each, so that one person may have several. */
  readonly stays: Scalars['SafeInt']['output'];
};

/** Members by the number of periods they were active in. */
export type Stickiness = {
  readonly __typename?: 'Stickiness';
  /** Those active in at least one period. */
  readonly active: People;
  /** A bucket per number of periods, from 1 on. */
  readonly buckets: ReadonlyArray<StickinessBucket>;
  /** False while the stretch has not ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** The moment it ends. */
  readonly endsAt: Scalars['DateTime']['output'];
  /** How many units make a period. */
  readonly every: Scalars['Int']['output'];
  /** The first day looked at. */
  readonly from: Scalars['Date']['output'];
  /** What a period is made of. */
  readonly grain: ActivityGrain;
  /** The mean number of active periods of those; null when there are none. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** How many periods the stretch touches: the number of buckets. */
  readonly periods: Scalars['Int']['output'];
  /** The same per value of the attribute asked for, largest first; empty without one. */
  readonly series: ReadonlyArray<StickinessSeries>;
  /** The moment the stretch begins. */
  readonly startsAt: Scalars['DateTime']['output'];
  /** Whether groups beyond the limit were left out. */
  readonly truncated: Scalars['Boolean']['output'];
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
};

/** Those active in so many periods. */
export type StickinessBucket = {
  readonly __typename?: 'StickinessBucket';
  /** Those active in so many or more. */
  readonly atLeast: People;
  /** Those active in exactly so many. */
  readonly exactly: People;
  /** How many periods. */
  readonly periods: Scalars['Int']['output'];
  /** `exactly` ÷ all who were active, 0 to 1; null when nobody was. */
  readonly share: Maybe<Scalars['Float']['output']>;
};

/** What a stickiness is asked about. Nothing after the day asked about is known. */
export type StickinessRequest = {
  /** Rows that are activity. */
  readonly activity: Scalars['FactRows']['input'];
  /** The day asked about; by default the last day of the data. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Splits by this attribute of the customers as of `asOf`. */
  readonly by?: InputMaybe<Scalars['CustomerAttribute']['input']>;
  /** The same for users. */
  readonly byUser?: InputMaybe<Scalars['UserAttribute']['input']>;
  /** How many units make a period; several are counted back from the end of the stretch, the first may be shorter. At most 366. */
  readonly every?: Scalars['Int']['input'];
  /** What a period is made of. */
  readonly grain?: ActivityGrain;
  /** Most groups, largest first. */
  readonly limit?: Scalars['Int']['input'];
  /** The stretch between two moments, both given; with HOUR only. Without an offset they are in the workspace's time zone. */
  readonly moments?: InputMaybe<MomentRange>;
  /** Of a segment of customers: `USERS` asks about the people who work at them. Left out, about the members themselves. */
  readonly of?: InputMaybe<Population>;
  /** The stretch looked at: activity outside it does not count. By default as many units as a trend has points. */
  readonly period?: InputMaybe<PeriodInput>;
  /** How many rows a period needs to count as active, beside that it has any. */
  readonly rows?: InputMaybe<NumberTest>;
};

/** The stickiness of one group. */
export type StickinessSeries = {
  readonly __typename?: 'StickinessSeries';
  /** Those active in at least one period. */
  readonly active: People;
  /** A bucket per number of periods, from 1 on. */
  readonly buckets: ReadonlyArray<StickinessBucket>;
  /** The mean number of active periods of those; null when there are none. */
  readonly mean: Maybe<Scalars['Float']['output']>;
  /** The value of the attribute; null for those without one. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/**
 * A test of text. Several operators hold together; none at all asks nothing. A missing value fails every test but `isNull: true`,
 * `ne` and `notIn`.
 */
export type StringTest = {
  /** Has this text somewhere in it. Never a pattern: % and * stand for themselves. */
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  /** Ends with this text. */
  readonly endsWith?: InputMaybe<Scalars['String']['input']>;
  /** Is exactly this text. */
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  /** Whether capital and small letters are the same for all the operators beside it. Left out, they are not. */
  readonly ignoreCase?: InputMaybe<Scalars['Boolean']['input']>;
  /** Is one of these texts; an empty list matches nobody. At most 10,000. */
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** True: has no value. False: has one. */
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
  /** Is any other text, or missing. */
  readonly ne?: InputMaybe<Scalars['String']['input']>;
  /** Is none of these texts, or missing; an empty list matches everybody. At most 10,000. */
  readonly notIn?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Begins with this text. */
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
};

/** Columns of equal length. Large tables are faster by columns than by rows. */
export type Table = {
  readonly __typename?: 'Table';
  /** The columns, groups first. */
  readonly columns: ReadonlyArray<TableColumn>;
  /** Length of each column. */
  readonly rowCount: Scalars['SafeInt']['output'];
  /** The same as rows: lists in the order of the columns. */
  readonly rows: ReadonlyArray<Scalars['JSON']['output']>;
  /** Whether rows beyond the limit were left out. */
  readonly truncated: Scalars['Boolean']['output'];
};

/** A column of a table. */
export type TableColumn = {
  readonly __typename?: 'TableColumn';
  /** Name in the model's spelling. */
  readonly name: Scalars['String']['output'];
  /** string, number, boolean, date, timestamp or list. */
  readonly type: Scalars['String']['output'];
  /** Unit, where it has one. */
  readonly unit: Maybe<Scalars['String']['output']>;
  /** The values, a JSON list. */
  readonly values: Scalars['JSON']['output'];
};

/** What a table holds: a row for each segment, time and group. */
export type TableRequest = {
  /** Attributes of the members to group by, a column each. */
  readonly by?: ReadonlyArray<Scalars['CustomerAttribute']['input']>;
  /** A row per calendar unit; one row for the whole period when left out. */
  readonly grain?: InputMaybe<Grain>;
  /** Most groups per segment and time. */
  readonly limit?: Scalars['Int']['input'];
  /** Who counts at each point in time. */
  readonly membership?: Membership;
  /** Metrics, a column each. */
  readonly metrics: ReadonlyArray<Scalars['MetricName']['input']>;
  /** The period measured. */
  readonly period?: InputMaybe<PeriodInput>;
  /** Saved segments, a row group each, instead of `where`. */
  readonly segments?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whom to ask about; everyone when left out. */
  readonly where?: InputMaybe<Scalars['CustomerWhere']['input']>;
};

/** One tier and who is in it. */
export type Tier = {
  readonly __typename?: 'Tier';
  /** The metrics asked for. */
  readonly metrics: ReadonlyArray<MetricValue>;
  /** Its name. */
  readonly name: Scalars['String']['output'];
  /** Who is in it, by the order of tiers. */
  readonly people: People;
  /** Share of those divided, 0 to 1; null when there are none. */
  readonly share: Maybe<Scalars['Float']['output']>;
};

/** Those who meet several wheres. */
export type TierConflict = {
  readonly __typename?: 'TierConflict';
  /** Who they are. */
  readonly people: People;
  /** The tiers they meet; the first has them. */
  readonly tiers: ReadonlyArray<Scalars['String']['output']>;
};

/** One tier: a name and who belongs. Exactly one of `where` and `userWhere` is given, the same one for all tiers. */
export type TierInput = {
  /** Its name, of its own. */
  readonly name: Scalars['String']['input'];
  /** The same for tiers of users. */
  readonly userWhere?: InputMaybe<Scalars['UserWhere']['input']>;
  /** Who belongs unless an earlier tier took them. */
  readonly where?: InputMaybe<Scalars['CustomerWhere']['input']>;
};

/** Why somebody is in a tier. */
export type TierReason = {
  readonly __typename?: 'TierReason';
  /** Every tier whose where holds; empty for the default. */
  readonly matches: ReadonlyArray<Scalars['String']['output']>;
  /** The reason in one sentence. */
  readonly text: Scalars['String']['output'];
  /** The tier. */
  readonly tier: Scalars['String']['output'];
};

/** What an ordered list of wheres makes of a population. */
export type Tiers = {
  readonly __typename?: 'Tiers';
  /** The day. */
  readonly asOf: Scalars['Date']['output'];
  /** Those who meet the wheres of two tiers or more, by the tiers they meet, most frequent first: the proof where `exclusive` is false. */
  readonly conflicts: ReadonlyArray<TierConflict>;
  /** Whether nobody meets the wheres of two tiers. Then their order does not matter. */
  readonly exclusive: Scalars['Boolean']['output'];
  /** Whether everybody meets the where of some tier. Then the default is empty. */
  readonly exhaustive: Scalars['Boolean']['output'];
  /** The tier of one customer, or one user, and why; null where it is not among those divided. */
  readonly of: Maybe<TierReason>;
  /** Customers, or users, divided. */
  readonly population: Scalars['SafeInt']['output'];
  /** The tiers in order, the default last. Their counts add up to the population. */
  readonly tiers: ReadonlyArray<Tier>;
};


/** What an ordered list of wheres makes of a population. */
export type TiersOfArgs = {
  customer: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
};

/** Tiers, first match first. */
export type TiersRequest = {
  /** The day asked about. */
  readonly asOf?: InputMaybe<Scalars['Date']['input']>;
  /** Name of the tier of everyone else. */
  readonly default: Scalars['String']['input'];
  /** Metrics per tier, of the 30 days that end with the day asked about. */
  readonly metrics?: ReadonlyArray<Scalars['MetricName']['input']>;
  /** Up to 50 tiers. */
  readonly tiers: ReadonlyArray<TierInput>;
  /** Whom to divide; everyone when left out. */
  readonly within?: InputMaybe<Scalars['CustomerWhere']['input']>;
  /** The same for tiers of users. */
  readonly withinUsers?: InputMaybe<Scalars['UserWhere']['input']>;
};

/** Stays of the members as of the period's end, stage by stage. */
export type TimeInStage = {
  readonly __typename?: 'TimeInStage';
  /** First day of the period. */
  readonly from: Scalars['Date']['output'];
  /** The stages that occur, in the order of their values. */
  readonly stages: ReadonlyArray<StageTime>;
  /** The day after its last. */
  readonly until: Scalars['Date']['output'];
};

/** How long stays in each stage last: rows of a fact over an interval, by one of its columns. */
export type TimeInStageRequest = {
  /** A fact over an interval, each row of which is a stay, such as STAGES. */
  readonly fact: Scalars['FactName']['input'];
  /** Stays that end in it are completed, those that are open at its end go on; by default the 12 months up to the last day of the data. */
  readonly period?: InputMaybe<PeriodInput>;
  /** The column that names the stage, as it is written in a where on the rows. */
  readonly stage: Scalars['String']['input'];
};

/** The most frequent value of an attribute. */
export type TopValue = {
  readonly __typename?: 'TopValue';
  /** The attribute. */
  readonly attribute: Attribute;
  /** Members with it. */
  readonly people: People;
  /** Share of the members with it, 0 to 1; null without members. */
  readonly share: Maybe<Scalars['Float']['output']>;
  /** Its most frequent value as text; null for those without one. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/** Those who were in one stage on the first day and are in another, or the same, on the second. */
export type Transition = {
  readonly __typename?: 'Transition';
  /** How many. */
  readonly count: Scalars['SafeInt']['output'];
  /** Where they were. */
  readonly from: TransitionStage;
  /** Who they are, asked as of the second day. */
  readonly people: People;
  /** Where they are. */
  readonly to: TransitionStage;
  /** What it comes to over them on the second day; null without a metric. */
  readonly valueAfter: Maybe<Scalars['Float']['output']>;
  /** What the metric comes to over these people on the first day; null without a metric. */
  readonly valueBefore: Maybe<Scalars['Float']['output']>;
};

/** Where somebody is on a day. */
export type TransitionStage = {
  readonly __typename?: 'TransitionStage';
  /** What `value` means. */
  readonly kind: TransitionStageKind;
  /** The segment, where transitions are between segments. */
  readonly segment: Maybe<Segment>;
  /** The attribute's value, or the id of the segment; null for the other kinds. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** Kinds of places to be on a day. */
export type TransitionStageKind =
  /** Not in the population yet. */
  | 'ABSENT'
  /** A member without a value, or in none of the segments. */
  | 'NONE'
  /** No member on that day. */
  | 'OUTSIDE'
  /** A member with this value of the attribute, or in this segment and none before it. */
  | 'VALUE';

/**
 * A transition matrix as the list of its cells that hold anyone, largest first. Each member of either day is in one cell: the cells of `from` stages other
 * than OUTSIDE and ABSENT sum to the segment's size on the first day, those of `to` stages other than OUTSIDE to its size on the second.
 */
export type Transitions = {
  readonly __typename?: 'Transitions';
  /** The cells. */
  readonly cells: ReadonlyArray<Transition>;
  /** The first day. */
  readonly from: Scalars['Date']['output'];
  /** What `valueBefore` and `valueAfter` are of; null where none was asked for. */
  readonly metric: Maybe<Metric>;
  /** The second day. */
  readonly to: Scalars['Date']['output'];
  /** Whether cells beyond the limit were left out. */
  readonly truncated: Scalars['Boolean']['output'];
};

/**
 * Where the members of two days were on the first and are on the second: by an attribute, or by segments of which the first that holds counts.
 * Exactly one of `by` (or `byUser`) and `segments` is given.
 */
export type TransitionsRequest = {
  /** An attribute of customers whose values are told apart; of a timestamp its day. */
  readonly by?: InputMaybe<Scalars['CustomerAttribute']['input']>;
  /** The same for a segment of users. */
  readonly byUser?: InputMaybe<Scalars['UserAttribute']['input']>;
  /** The first day, as of its end. */
  readonly from: Scalars['Date']['input'];
  /** Most cells, at most 10,000; `truncated` tells that there are more. */
  readonly limit?: Scalars['Int']['input'];
  /** Saved segments, at most 50, in the order that decides where several hold: someone is in the first of them. */
  readonly segments?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** The second day, as of its end; by default the last day of the data. */
  readonly to?: InputMaybe<Scalars['Date']['input']>;
  /** What the people are worth: a metric that is known at the end of a day and adds up over people, such as MRR. */
  readonly value?: InputMaybe<Scalars['MetricName']['input']>;
};

/** A metric over time. */
export type Trend = {
  readonly __typename?: 'Trend';
  /**
   * Points outside what was to be expected of them from the points before, by the same kind of model made robust: a point that stands out
   * is learnt from by no more than twice the usual error (1.4826 × the median one). A season counts where there are three of them.
   */
  readonly alarms: TrendAlarms;
  /**
   * What is to be expected after the last whole unit of the trend, from its points alone: exponential smoothing with additive errors, a
   * damped slope and a season (7 days, 52 weeks, 12 months, 4 quarters; where there are two of them), whichever the corrected Akaike criterion
   * prefers. Source: Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing. Ask for a longer `period` to give it more.
   */
  readonly forecast: Forecast;
  /** Length of a point. */
  readonly grain: Grain;
  /** What was measured. */
  readonly metric: Metric;
  /** The whole population, a point per calendar unit, oldest first. */
  readonly points: ReadonlyArray<TrendPoint>;
  /** A series per value of the attribute in `by`, largest first; empty without `by`. */
  readonly series: ReadonlyArray<TrendSeries>;
};


/** A metric over time. */
export type TrendAlarmsArgs = {
  level?: Scalars['Float']['input'];
};


/** A metric over time. */
export type TrendForecastArgs = {
  level?: Scalars['Float']['input'];
  periods?: Scalars['Int']['input'];
};

/** Which points of a trend stand out. Without points there is a reason. */
export type TrendAlarms = {
  readonly __typename?: 'TrendAlarms';
  /** Those of them that stand out. */
  readonly alarms: ReadonlyArray<ExpectedPoint>;
  /** How often a point is to lie within its range when nothing happened. */
  readonly level: Scalars['Float']['output'];
  /** Whole points with what was to be expected of each, oldest first; the first few are left out, as there was nothing to expect yet. */
  readonly points: ReadonlyArray<ExpectedPoint>;
  /** Why nothing can be said; null where it can. */
  readonly refusal: Maybe<Refusal>;
};

/** A metric in one calendar unit, cut to the stretch asked for. */
export type TrendPoint = {
  readonly __typename?: 'TrendPoint';
  /** False while the unit has not ended. */
  readonly complete: Scalars['Boolean']['output'];
  /** Lower part of a rate. */
  readonly denominator: Maybe<Scalars['Float']['output']>;
  /** First day. */
  readonly from: Scalars['Date']['output'];
  /** Rows behind it; null for formulas. */
  readonly n: Maybe<Scalars['SafeInt']['output']>;
  /** Why the value is null. */
  readonly nullReason: Maybe<NullReason>;
  /** Upper part of a rate. */
  readonly numerator: Maybe<Scalars['Float']['output']>;
  /** The value of the point compared with. */
  readonly previous: Maybe<Scalars['Float']['output']>;
  /** The day after the last. */
  readonly until: Scalars['Date']['output'];
  /** The number, never rounded; null with a reason. */
  readonly value: Maybe<Scalars['Float']['output']>;
};

/** One value of the attribute a trend is split by. */
export type TrendSeries = {
  readonly __typename?: 'TrendSeries';
  /** Its points, oldest first. */
  readonly points: ReadonlyArray<TrendPoint>;
  /** The value; null for customers without one. */
  readonly value: Maybe<Scalars['JSON']['output']>;
};

/** Changes of a segment. What is left out stays; null empties. */
export type UpdateSegmentInput = {
  /** A new description. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Another folder. */
  readonly folder?: InputMaybe<Scalars['String']['input']>;
  /** The segment. */
  readonly id: Scalars['ID']['input'];
  /** A new name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Another objective. */
  readonly objective?: InputMaybe<ObjectiveInput>;
  /** Another condition on users. */
  readonly userWhere?: InputMaybe<Scalars['UserWhere']['input']>;
  /** The version the change was made from; refused with `STALE_VERSION` when it is no longer the current one. */
  readonly version: Scalars['Int']['input'];
  /** Another condition on customers. */
  readonly where?: InputMaybe<Scalars['CustomerWhere']['input']>;
};

/** A user at a customer as of a day. */
export type User = {
  readonly __typename?: 'User';
  /** The day. */
  readonly asOf: Scalars['Date']['output'];
  /**
   * Why the user is in a segment on its day, or not: every condition with what was observed. Give a where or a saved segment
   * of users.
   */
  readonly explain: Maybe<Explanation>;
  /** The user's key. */
  readonly id: Scalars['ID']['output'];
};


/** A user at a customer as of a day. */
export type UserExplainArgs = {
  segment: InputMaybe<Scalars['ID']['input']>;
  where: InputMaybe<Scalars['UserWhere']['input']>;
};

/** A page of users. */
export type UserConnection = {
  readonly __typename?: 'UserConnection';
  /** The users with their cursors. */
  readonly edges: ReadonlyArray<UserEdge>;
  /** The users of the page. */
  readonly nodes: ReadonlyArray<User>;
  /** Where the page ends. */
  readonly pageInfo: PageInfo;
  /** How many there are on all pages; counted only when asked for. A person at two customers counts twice. */
  readonly totalCount: Scalars['SafeInt']['output'];
};

/** A user and its place in the list. */
export type UserEdge = {
  readonly __typename?: 'UserEdge';
  /** Pass as `after` to continue behind it. */
  readonly cursor: Scalars['String']['output'];
  /** The user. */
  readonly node: User;
};

/** A mistake in what was asked to change; nothing was changed. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** Stable name of the kind of mistake. */
  readonly code: Scalars['String']['output'];
  /** What is wrong, in one sentence. */
  readonly message: Scalars['String']['output'];
  /** Where in the input. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** What to try instead. */
  readonly suggestions: ReadonlyArray<Scalars['String']['output']>;
};

/** An objective held against what is so. */
export type Validation = {
  readonly __typename?: 'Validation';
  /** What is wrong, in sentences; empty when all is well. */
  readonly findings: ReadonlyArray<Scalars['String']['output']>;
  /** The metric of the objective; null when it names none. */
  readonly metric: Maybe<MetricValue>;
  /** The objective. */
  readonly objective: Objective;
  /** Number of members. */
  readonly size: Scalars['SafeInt']['output'];
  /** Whether the size lies in the range expected; null without one. */
  readonly sizeInRange: Maybe<Scalars['Boolean']['output']>;
  /** Whether the metric reached its target, in the direction that is good for it; null without target or value. */
  readonly targetMet: Maybe<Scalars['Boolean']['output']>;
};

/** How a value of a segment's members moved, period by period. */
export type ValueBridge = {
  readonly __typename?: 'ValueBridge';
  /** Whose values are added up. */
  readonly attribute: Attribute;
  /** Length of a period. */
  readonly grain: Grain;
  /** Over what movements are netted. */
  readonly netting: Netting;
  /** A point per period, oldest first. */
  readonly points: ReadonlyArray<BridgePoint>;
};

/** A value and how many have it. */
export type ValueCount = {
  readonly __typename?: 'ValueCount';
  /** How many have it. */
  readonly count: Scalars['SafeInt']['output'];
  /** The value as text; null where it is missing. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/**
 * How a number moves. Missing, 0 and not being there yet are the same: nothing. Up and down are told without a sign, so that a start + NEW +
 * EXPANSION + REACTIVATION − CONTRACTION − CHURN is the end (ChartMogul's five kinds of MRR movement).
 */
export type ValueMoveKind =
  /** Down to nothing. */
  | 'CHURN'
  /** Down to something. */
  | 'CONTRACTION'
  /** Up from something. A second subscription is one. */
  | 'EXPANSION'
  /** From nothing for the first time. */
  | 'NEW'
  /** From nothing after it was something before. */
  | 'REACTIVATION';

/**
 * Which rows of a fact count, by their day in the workspace's time zone: `{last, ago}`, `{from, until}` or `{calendar}`; or between two
 * moments. Nothing after the day asked about ever counts. For facts over an interval, the rows that share a moment with the window.
 */
export type WindowInput = {
  /** Moves the window of `last` this far back: `{last: {days: 7}, ago: {days: 7}}` is the week before the last. */
  readonly ago?: InputMaybe<Duration>;
  /** A whole calendar unit. */
  readonly calendar?: InputMaybe<CalendarInput>;
  /** The first day of the window. */
  readonly from?: InputMaybe<Scalars['Date']['input']>;
  /** The days that end with the day asked about, which counts. */
  readonly last?: InputMaybe<Duration>;
  /** Between two moments, where days are too coarse. */
  readonly moments?: InputMaybe<MomentRange>;
  /** The first day after the window. */
  readonly until?: InputMaybe<Scalars['Date']['input']>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActiveCount: ResolverTypeWrapper<ActiveCountParent>;
  ActivePeriodsTest: ActivePeriodsTest;
  ActivityGrain: ActivityGrain;
  Affinity: ResolverTypeWrapper<AffinityParent>;
  AffinityItem: ResolverTypeWrapper<Omit<AffinityItem, 'people'> & { people: ResolversTypes['People'] }>;
  AffinityOrder: AffinityOrder;
  AffinityPair: ResolverTypeWrapper<Omit<AffinityPair, 'candidates' | 'people'> & { candidates: ResolversTypes['People'], people: ResolversTypes['People'] }>;
  AffinityRequest: AffinityRequest;
  AlarmSide: AlarmSide;
  AmountModel: ResolverTypeWrapper<AmountModel>;
  Attribute: ResolverTypeWrapper<AttributeParent>;
  BacktestRefusal: BacktestRefusal;
  BacktestUnit: ResolverTypeWrapper<BacktestUnitParent>;
  BandOutcome: ResolverTypeWrapper<BandOutcomeParent>;
  BasketTest: BasketTest;
  BgNbd: ResolverTypeWrapper<PurchaseModelParent>;
  BgNbdInput: BgNbdInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BooleanTest: BooleanTest;
  BridgePart: ResolverTypeWrapper<BridgePartParent>;
  BridgePoint: ResolverTypeWrapper<BridgePointParent>;
  BridgeRequest: BridgeRequest;
  BucketTest: BucketTest;
  CalendarInput: CalendarInput;
  Campaign: ResolverTypeWrapper<CampaignParent>;
  CampaignDifference: ResolverTypeWrapper<CampaignDifference>;
  CampaignFatigue: ResolverTypeWrapper<CampaignFatigueParent>;
  CampaignLift: ResolverTypeWrapper<CampaignLift>;
  CampaignOutcome: ResolverTypeWrapper<Omit<CampaignOutcome, 'all' | 'members'> & { all: ResolversTypes['People'], members: ResolversTypes['CampaignRate'] }>;
  CampaignRate: ResolverTypeWrapper<Omit<CampaignRate, 'people'> & { people: ResolversTypes['People'] }>;
  Campaigns: ResolverTypeWrapper<CampaignsAskedParent>;
  CampaignsRequest: CampaignsRequest;
  Catalog: ResolverTypeWrapper<CatalogParent>;
  Challenge: ResolverTypeWrapper<Omit<Challenge, 'differences' | 'values'> & { differences: ReadonlyArray<ResolversTypes['ChallengeDifference']>, values: ReadonlyArray<ResolversTypes['MetricValue']> }>;
  ChallengeDifference: ResolverTypeWrapper<ChallengeDifferenceParent>;
  ChallengePart: ResolverTypeWrapper<ChallengePart>;
  ChallengeRequest: ChallengeRequest;
  ChallengedCustomer: ResolverTypeWrapper<Omit<ChallengedCustomer, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  ChangeTest: ChangeTest;
  Clv: ResolverTypeWrapper<ClvRequestParent>;
  ClvAge: ResolverTypeWrapper<ClvAge>;
  ClvBand: ResolverTypeWrapper<Omit<ClvBand, 'people'> & { people: ResolversTypes['People'] }>;
  ClvCohort: ResolverTypeWrapper<Omit<ClvCohort, 'people'> & { people: ResolversTypes['People'] }>;
  ClvCohortCell: ResolverTypeWrapper<ClvCohortCell>;
  ClvFit: ClvFit;
  ClvPercentile: ResolverTypeWrapper<ClvPercentile>;
  ClvRequest: ClvRequest;
  Cohort: ResolverTypeWrapper<CohortParent>;
  CohortAverage: ResolverTypeWrapper<CohortAverageParent>;
  CohortCell: ResolverTypeWrapper<CohortCellParent>;
  CohortCells: CohortCells;
  CohortClock: CohortClock;
  CohortClv: ResolverTypeWrapper<Omit<CohortClv, 'cohorts'> & { cohorts: ReadonlyArray<ResolversTypes['ClvCohort']> }>;
  CohortStartInput: CohortStartInput;
  Cohorts: ResolverTypeWrapper<CohortsParent>;
  CohortsRequest: CohortsRequest;
  ComparedSegment: ComparedSegment;
  Comparison: Comparison;
  ComponentScore: ResolverTypeWrapper<ComponentScoreParent>;
  ComponentStatus: ComponentStatus;
  Concentration: ResolverTypeWrapper<Omit<Concentration, 'spread' | 'values'> & { spread?: Maybe<ResolversTypes['Spread']>, values: ReadonlyArray<ResolversTypes['TopValue']> }>;
  ConcentrationRequest: ConcentrationRequest;
  ConditionKind: ConditionKind;
  CreateSegmentInput: CreateSegmentInput;
  Customer: ResolverTypeWrapper<MemberParent>;
  CustomerAttribute: ResolverTypeWrapper<Scalars['CustomerAttribute']['output']>;
  CustomerConnection: ResolverTypeWrapper<MembersFoundParent>;
  CustomerEdge: ResolverTypeWrapper<MemberParent>;
  CustomerOrder: ResolverTypeWrapper<Scalars['CustomerOrder']['output']>;
  CustomerWhere: ResolverTypeWrapper<Scalars['CustomerWhere']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateRange: DateRange;
  DateTest: DateTest;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Direction: Direction;
  Distinguishes: ResolverTypeWrapper<Omit<Distinguishes, 'numbers' | 'values'> & { numbers: ReadonlyArray<ResolversTypes['DistinguishingNumber']>, values: ReadonlyArray<ResolversTypes['DistinguishingValue']> }>;
  DistinguishesRequest: DistinguishesRequest;
  DistinguishingNumber: ResolverTypeWrapper<Omit<DistinguishingNumber, 'attribute'> & { attribute: ResolversTypes['Attribute'] }>;
  DistinguishingValue: ResolverTypeWrapper<Omit<DistinguishingValue, 'attribute' | 'members'> & { attribute: ResolversTypes['Attribute'], members: ResolversTypes['People'] }>;
  Duration: Duration;
  Engagement: ResolverTypeWrapper<EngagementParent>;
  EngagementPoint: ResolverTypeWrapper<EngagementPointParent>;
  EngagementRequest: EngagementRequest;
  Evidence: ResolverTypeWrapper<EvidenceParent>;
  ExpectedClv: ResolverTypeWrapper<ExpectedClvParent>;
  ExpectedCustomer: ResolverTypeWrapper<ProspectAsOfParent>;
  ExpectedGroup: ResolverTypeWrapper<Omit<ExpectedGroup, 'people'> & { people: ResolversTypes['People'] }>;
  ExpectedPoint: ResolverTypeWrapper<ExpectedPoint>;
  ExpectedTotal: ResolverTypeWrapper<Omit<ExpectedTotal, 'people'> & { people: ResolversTypes['People'] }>;
  ExplainedCondition: ResolverTypeWrapper<ExplainedPartParent>;
  Explanation: ResolverTypeWrapper<ExplanationParent>;
  Fact: ResolverTypeWrapper<FactParent>;
  FactColumn: ResolverTypeWrapper<ColumnParent>;
  FactName: ResolverTypeWrapper<Scalars['FactName']['output']>;
  FactRows: ResolverTypeWrapper<Scalars['FactRows']['output']>;
  FactTrend: ResolverTypeWrapper<FactTrendParent>;
  FactTrendPoint: ResolverTypeWrapper<Omit<FactTrendPoint, 'people'> & { people: ResolversTypes['People'] }>;
  FactTrendRequest: FactTrendRequest;
  FactTrendSeries: ResolverTypeWrapper<Omit<FactTrendSeries, 'points'> & { points: ReadonlyArray<ResolversTypes['FactTrendPoint']> }>;
  FailedCondition: ResolverTypeWrapper<FailedConditionParent>;
  Fill: Fill;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Folder: ResolverTypeWrapper<FolderParent>;
  FolderPayload: ResolverTypeWrapper<Omit<FolderPayload, 'folder'> & { folder?: Maybe<ResolversTypes['Folder']> }>;
  Forecast: ResolverTypeWrapper<Forecast>;
  ForecastPoint: ResolverTypeWrapper<ForecastPoint>;
  Funnel: ResolverTypeWrapper<FunnelParent>;
  FunnelExclusionInput: FunnelExclusionInput;
  FunnelJourney: ResolverTypeWrapper<FunnelJourneyParent>;
  FunnelJourneyConnection: ResolverTypeWrapper<Omit<FunnelJourneyConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['FunnelJourney']> }>;
  FunnelJourneyStep: ResolverTypeWrapper<FunnelJourneyStep>;
  FunnelOrder: FunnelOrder;
  FunnelOutcome: FunnelOutcome;
  FunnelPoint: ResolverTypeWrapper<FunnelPointParent>;
  FunnelRate: ResolverTypeWrapper<FunnelRate>;
  FunnelRequest: FunnelRequest;
  FunnelSeries: ResolverTypeWrapper<FunnelSeriesParent>;
  FunnelStep: ResolverTypeWrapper<FunnelStepParent>;
  FunnelStepInput: FunnelStepInput;
  FunnelTest: FunnelTest;
  FunnelTime: ResolverTypeWrapper<FunnelTime>;
  GammaGamma: ResolverTypeWrapper<SpendModelParent>;
  GammaGammaInput: GammaGammaInput;
  Grain: Grain;
  HealthBacktest: ResolverTypeWrapper<BacktestAnswerParent>;
  HealthBacktestRequest: HealthBacktestRequest;
  HealthBand: ResolverTypeWrapper<HealthBand>;
  HealthComponent: ResolverTypeWrapper<HealthComponentParent>;
  HealthExplanation: ResolverTypeWrapper<HealthExplanationParent>;
  HealthModel: ResolverTypeWrapper<HealthParent>;
  HealthModelKind: HealthModelKind;
  HealthProfile: ResolverTypeWrapper<HealthProfileParent>;
  HealthProfileTried: ResolverTypeWrapper<TriedProfileParent>;
  HistoricClv: ResolverTypeWrapper<HistoricClvParent>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Lifecycle: ResolverTypeWrapper<LifecycleParent>;
  LifecyclePoint: ResolverTypeWrapper<LifecyclePointParent>;
  LifecycleRequest: LifecycleRequest;
  LifecycleSeries: ResolverTypeWrapper<LifecycleSeriesParent>;
  ListTest: ListTest;
  Membership: Membership;
  Metric: ResolverTypeWrapper<MetricParent>;
  MetricName: ResolverTypeWrapper<Scalars['MetricName']['output']>;
  MetricValue: ResolverTypeWrapper<MetricValueParent>;
  MomentRange: MomentRange;
  MovedThreshold: ResolverTypeWrapper<Omit<MovedThreshold, 'people'> & { people: ResolversTypes['People'] }>;
  MovementGroup: ResolverTypeWrapper<MovementGroupParent>;
  MovementPoint: ResolverTypeWrapper<MovementPointParent>;
  MovementRequest: MovementRequest;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NearMiss: ResolverTypeWrapper<NearMissParent>;
  NearMissCondition: ResolverTypeWrapper<NearMissConditionParent>;
  NearMisses: ResolverTypeWrapper<NearMissesParent>;
  Netting: Netting;
  NullReason: NullReason;
  NumberListTest: NumberListTest;
  NumberRange: NumberRange;
  NumberTest: NumberTest;
  Objective: ResolverTypeWrapper<ObjectiveParent>;
  ObjectiveInput: ObjectiveInput;
  ObjectiveKind: ObjectiveKind;
  Observation: ResolverTypeWrapper<ObservationParent>;
  OutOfRange: ResolverTypeWrapper<OutOfRange>;
  Overlap: ResolverTypeWrapper<Omit<Overlap, 'pairs' | 'segments' | 'sets'> & { pairs: ReadonlyArray<ResolversTypes['OverlapPair']>, segments: ReadonlyArray<ResolversTypes['OverlapSegment']>, sets: ReadonlyArray<ResolversTypes['OverlapSet']> }>;
  OverlapPair: ResolverTypeWrapper<Omit<OverlapPair, 'people'> & { people: ResolversTypes['People'] }>;
  OverlapRequest: OverlapRequest;
  OverlapSegment: ResolverTypeWrapper<Omit<OverlapSegment, 'alone' | 'people'> & { alone: ResolversTypes['People'], people: ResolversTypes['People'] }>;
  OverlapSet: ResolverTypeWrapper<Omit<OverlapSet, 'people'> & { people: ResolversTypes['People'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParetoNbd: ResolverTypeWrapper<LifetimeModelParent>;
  ParetoNbdInput: ParetoNbdInput;
  People: ResolverTypeWrapper<PeopleParent>;
  PeriodInput: PeriodInput;
  PeriodsAfter: PeriodsAfter;
  Population: Population;
  Problem: ResolverTypeWrapper<Problem>;
  PurchaseHistory: PurchaseHistory;
  PurchaseModel: ResolverTypeWrapper<PurchaseModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QueryInfo: ResolverTypeWrapper<QueryInfo>;
  Refusal: ResolverTypeWrapper<Refusal>;
  RefusalCode: RefusalCode;
  RelationQuality: ResolverTypeWrapper<RelationQualityParent>;
  RestoreSegmentVersionInput: RestoreSegmentVersionInput;
  RetainedTest: RetainedTest;
  Retention: ResolverTypeWrapper<RetentionParent>;
  RetentionAverage: ResolverTypeWrapper<RetentionAverage>;
  RetentionCell: ResolverTypeWrapper<RetentionCellParent>;
  RetentionCohort: ResolverTypeWrapper<RetentionCohortParent>;
  RetentionCohorts: RetentionCohorts;
  RetentionColumn: ResolverTypeWrapper<RetentionColumn>;
  RetentionReach: RetentionReach;
  RetentionRequest: RetentionRequest;
  RetentionSeries: ResolverTypeWrapper<RetentionSeriesParent>;
  RetentionWindows: RetentionWindows;
  Rfm: ResolverTypeWrapper<RfmParent>;
  RfmCell: ResolverTypeWrapper<RfmCellParent>;
  RfmGroup: ResolverTypeWrapper<RfmGroupFoundParent>;
  RfmGroupName: RfmGroupName;
  RfmHoldoutInput: RfmHoldoutInput;
  RfmMember: ResolverTypeWrapper<RfmMemberParent>;
  RfmMemberConnection: ResolverTypeWrapper<RfmMembersParent>;
  RfmRequest: RfmRequest;
  RfmTest: RfmTest;
  RowMeasure: RowMeasure;
  SafeInt: ResolverTypeWrapper<Scalars['SafeInt']['output']>;
  Segment: ResolverTypeWrapper<SegmentParent>;
  SegmentConnection: ResolverTypeWrapper<Omit<SegmentConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['Segment']> }>;
  SegmentMovement: ResolverTypeWrapper<MovementParent>;
  SegmentPayload: ResolverTypeWrapper<Omit<SegmentPayload, 'segment'> & { segment?: Maybe<ResolversTypes['Segment']> }>;
  SegmentTest: SegmentTest;
  SegmentVersion: ResolverTypeWrapper<SegmentVersionParent>;
  SegmentWindowTest: SegmentWindowTest;
  Sensitivity: ResolverTypeWrapper<Omit<Sensitivity, 'moved'> & { moved: ReadonlyArray<ResolversTypes['MovedThreshold']> }>;
  SequenceTest: SequenceTest;
  SizeRange: ResolverTypeWrapper<SizeRangeParent>;
  SizeRangeInput: SizeRangeInput;
  Spread: ResolverTypeWrapper<Omit<Spread, 'attribute'> & { attribute: ResolversTypes['Attribute'] }>;
  Stability: ResolverTypeWrapper<Omit<Stability, 'flapping' | 'points'> & { flapping: ResolversTypes['People'], points: ReadonlyArray<ResolversTypes['StabilityPoint']> }>;
  StabilityPoint: ResolverTypeWrapper<Omit<StabilityPoint, 'entered' | 'left' | 'people'> & { entered: ResolversTypes['People'], left: ResolversTypes['People'], people: ResolversTypes['People'] }>;
  StabilityRequest: StabilityRequest;
  StageTime: ResolverTypeWrapper<StageTimeParent>;
  StayTimes: ResolverTypeWrapper<StaysParent>;
  Stickiness: ResolverTypeWrapper<StickinessParent>;
  StickinessBucket: ResolverTypeWrapper<StickinessBucketParent>;
  StickinessRequest: StickinessRequest;
  StickinessSeries: ResolverTypeWrapper<StickinessSeriesParent>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  StringTest: StringTest;
  Table: ResolverTypeWrapper<TableParent>;
  TableColumn: ResolverTypeWrapper<TableColumn>;
  TableRequest: TableRequest;
  Tier: ResolverTypeWrapper<TierParent>;
  TierConflict: ResolverTypeWrapper<Omit<TierConflict, 'people'> & { people: ResolversTypes['People'] }>;
  TierInput: TierInput;
  TierReason: ResolverTypeWrapper<TierReason>;
  Tiers: ResolverTypeWrapper<TiersParent>;
  TiersRequest: TiersRequest;
  TimeInStage: ResolverTypeWrapper<TimeInStageParent>;
  TimeInStageRequest: TimeInStageRequest;
  TopValue: ResolverTypeWrapper<Omit<TopValue, 'attribute' | 'people'> & { attribute: ResolversTypes['Attribute'], people: ResolversTypes['People'] }>;
  Transition: ResolverTypeWrapper<TransitionParent>;
  TransitionStage: ResolverTypeWrapper<StageParent>;
  TransitionStageKind: TransitionStageKind;
  Transitions: ResolverTypeWrapper<TransitionsParent>;
  TransitionsRequest: TransitionsRequest;
  Trend: ResolverTypeWrapper<TrendRequestedParent>;
  TrendAlarms: ResolverTypeWrapper<TrendAlarms>;
  TrendPoint: ResolverTypeWrapper<TrendPointParent>;
  TrendSeries: ResolverTypeWrapper<TrendSeriesParent>;
  UpdateSegmentInput: UpdateSegmentInput;
  User: ResolverTypeWrapper<MemberParent>;
  UserAttribute: ResolverTypeWrapper<Scalars['UserAttribute']['output']>;
  UserConnection: ResolverTypeWrapper<MembersFoundParent>;
  UserEdge: ResolverTypeWrapper<MemberParent>;
  UserError: ResolverTypeWrapper<UserError>;
  UserOrder: ResolverTypeWrapper<Scalars['UserOrder']['output']>;
  UserWhere: ResolverTypeWrapper<Scalars['UserWhere']['output']>;
  Validation: ResolverTypeWrapper<Omit<Validation, 'metric' | 'objective'> & { metric?: Maybe<ResolversTypes['MetricValue']>, objective: ResolversTypes['Objective'] }>;
  ValueBridge: ResolverTypeWrapper<ValueBridgeParent>;
  ValueCount: ResolverTypeWrapper<ValueCount>;
  ValueMoveKind: ValueMoveKind;
  WindowInput: WindowInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActiveCount: ActiveCountParent;
  ActivePeriodsTest: ActivePeriodsTest;
  Affinity: AffinityParent;
  AffinityItem: Omit<AffinityItem, 'people'> & { people: ResolversParentTypes['People'] };
  AffinityPair: Omit<AffinityPair, 'candidates' | 'people'> & { candidates: ResolversParentTypes['People'], people: ResolversParentTypes['People'] };
  AffinityRequest: AffinityRequest;
  AmountModel: AmountModel;
  Attribute: AttributeParent;
  BacktestUnit: BacktestUnitParent;
  BandOutcome: BandOutcomeParent;
  BasketTest: BasketTest;
  BgNbd: PurchaseModelParent;
  BgNbdInput: BgNbdInput;
  Boolean: Scalars['Boolean']['output'];
  BooleanTest: BooleanTest;
  BridgePart: BridgePartParent;
  BridgePoint: BridgePointParent;
  BridgeRequest: BridgeRequest;
  BucketTest: BucketTest;
  CalendarInput: CalendarInput;
  Campaign: CampaignParent;
  CampaignDifference: CampaignDifference;
  CampaignFatigue: CampaignFatigueParent;
  CampaignLift: CampaignLift;
  CampaignOutcome: Omit<CampaignOutcome, 'all' | 'members'> & { all: ResolversParentTypes['People'], members: ResolversParentTypes['CampaignRate'] };
  CampaignRate: Omit<CampaignRate, 'people'> & { people: ResolversParentTypes['People'] };
  Campaigns: CampaignsAskedParent;
  CampaignsRequest: CampaignsRequest;
  Catalog: CatalogParent;
  Challenge: Omit<Challenge, 'differences' | 'values'> & { differences: ReadonlyArray<ResolversParentTypes['ChallengeDifference']>, values: ReadonlyArray<ResolversParentTypes['MetricValue']> };
  ChallengeDifference: ChallengeDifferenceParent;
  ChallengePart: ChallengePart;
  ChallengeRequest: ChallengeRequest;
  ChallengedCustomer: Omit<ChallengedCustomer, 'customer'> & { customer: ResolversParentTypes['Customer'] };
  ChangeTest: ChangeTest;
  Clv: ClvRequestParent;
  ClvAge: ClvAge;
  ClvBand: Omit<ClvBand, 'people'> & { people: ResolversParentTypes['People'] };
  ClvCohort: Omit<ClvCohort, 'people'> & { people: ResolversParentTypes['People'] };
  ClvCohortCell: ClvCohortCell;
  ClvPercentile: ClvPercentile;
  ClvRequest: ClvRequest;
  Cohort: CohortParent;
  CohortAverage: CohortAverageParent;
  CohortCell: CohortCellParent;
  CohortClv: Omit<CohortClv, 'cohorts'> & { cohorts: ReadonlyArray<ResolversParentTypes['ClvCohort']> };
  CohortStartInput: CohortStartInput;
  Cohorts: CohortsParent;
  CohortsRequest: CohortsRequest;
  ComparedSegment: ComparedSegment;
  ComponentScore: ComponentScoreParent;
  Concentration: Omit<Concentration, 'spread' | 'values'> & { spread?: Maybe<ResolversParentTypes['Spread']>, values: ReadonlyArray<ResolversParentTypes['TopValue']> };
  ConcentrationRequest: ConcentrationRequest;
  CreateSegmentInput: CreateSegmentInput;
  Customer: MemberParent;
  CustomerAttribute: Scalars['CustomerAttribute']['output'];
  CustomerConnection: MembersFoundParent;
  CustomerEdge: MemberParent;
  CustomerOrder: Scalars['CustomerOrder']['output'];
  CustomerWhere: Scalars['CustomerWhere']['output'];
  Date: Scalars['Date']['output'];
  DateRange: DateRange;
  DateTest: DateTest;
  DateTime: Scalars['DateTime']['output'];
  Distinguishes: Omit<Distinguishes, 'numbers' | 'values'> & { numbers: ReadonlyArray<ResolversParentTypes['DistinguishingNumber']>, values: ReadonlyArray<ResolversParentTypes['DistinguishingValue']> };
  DistinguishesRequest: DistinguishesRequest;
  DistinguishingNumber: Omit<DistinguishingNumber, 'attribute'> & { attribute: ResolversParentTypes['Attribute'] };
  DistinguishingValue: Omit<DistinguishingValue, 'attribute' | 'members'> & { attribute: ResolversParentTypes['Attribute'], members: ResolversParentTypes['People'] };
  Duration: Duration;
  Engagement: EngagementParent;
  EngagementPoint: EngagementPointParent;
  EngagementRequest: EngagementRequest;
  Evidence: EvidenceParent;
  ExpectedClv: ExpectedClvParent;
  ExpectedCustomer: ProspectAsOfParent;
  ExpectedGroup: Omit<ExpectedGroup, 'people'> & { people: ResolversParentTypes['People'] };
  ExpectedPoint: ExpectedPoint;
  ExpectedTotal: Omit<ExpectedTotal, 'people'> & { people: ResolversParentTypes['People'] };
  ExplainedCondition: ExplainedPartParent;
  Explanation: ExplanationParent;
  Fact: FactParent;
  FactColumn: ColumnParent;
  FactName: Scalars['FactName']['output'];
  FactRows: Scalars['FactRows']['output'];
  FactTrend: FactTrendParent;
  FactTrendPoint: Omit<FactTrendPoint, 'people'> & { people: ResolversParentTypes['People'] };
  FactTrendRequest: FactTrendRequest;
  FactTrendSeries: Omit<FactTrendSeries, 'points'> & { points: ReadonlyArray<ResolversParentTypes['FactTrendPoint']> };
  FailedCondition: FailedConditionParent;
  Float: Scalars['Float']['output'];
  Folder: FolderParent;
  FolderPayload: Omit<FolderPayload, 'folder'> & { folder?: Maybe<ResolversParentTypes['Folder']> };
  Forecast: Forecast;
  ForecastPoint: ForecastPoint;
  Funnel: FunnelParent;
  FunnelExclusionInput: FunnelExclusionInput;
  FunnelJourney: FunnelJourneyParent;
  FunnelJourneyConnection: Omit<FunnelJourneyConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['FunnelJourney']> };
  FunnelJourneyStep: FunnelJourneyStep;
  FunnelPoint: FunnelPointParent;
  FunnelRate: FunnelRate;
  FunnelRequest: FunnelRequest;
  FunnelSeries: FunnelSeriesParent;
  FunnelStep: FunnelStepParent;
  FunnelStepInput: FunnelStepInput;
  FunnelTest: FunnelTest;
  FunnelTime: FunnelTime;
  GammaGamma: SpendModelParent;
  GammaGammaInput: GammaGammaInput;
  HealthBacktest: BacktestAnswerParent;
  HealthBacktestRequest: HealthBacktestRequest;
  HealthBand: HealthBand;
  HealthComponent: HealthComponentParent;
  HealthExplanation: HealthExplanationParent;
  HealthModel: HealthParent;
  HealthProfile: HealthProfileParent;
  HealthProfileTried: TriedProfileParent;
  HistoricClv: HistoricClvParent;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  JSON: Scalars['JSON']['output'];
  Lifecycle: LifecycleParent;
  LifecyclePoint: LifecyclePointParent;
  LifecycleRequest: LifecycleRequest;
  LifecycleSeries: LifecycleSeriesParent;
  ListTest: ListTest;
  Metric: MetricParent;
  MetricName: Scalars['MetricName']['output'];
  MetricValue: MetricValueParent;
  MomentRange: MomentRange;
  MovedThreshold: Omit<MovedThreshold, 'people'> & { people: ResolversParentTypes['People'] };
  MovementGroup: MovementGroupParent;
  MovementPoint: MovementPointParent;
  MovementRequest: MovementRequest;
  Mutation: Record<PropertyKey, never>;
  NearMiss: NearMissParent;
  NearMissCondition: NearMissConditionParent;
  NearMisses: NearMissesParent;
  NumberListTest: NumberListTest;
  NumberRange: NumberRange;
  NumberTest: NumberTest;
  Objective: ObjectiveParent;
  ObjectiveInput: ObjectiveInput;
  Observation: ObservationParent;
  OutOfRange: OutOfRange;
  Overlap: Omit<Overlap, 'pairs' | 'segments' | 'sets'> & { pairs: ReadonlyArray<ResolversParentTypes['OverlapPair']>, segments: ReadonlyArray<ResolversParentTypes['OverlapSegment']>, sets: ReadonlyArray<ResolversParentTypes['OverlapSet']> };
  OverlapPair: Omit<OverlapPair, 'people'> & { people: ResolversParentTypes['People'] };
  OverlapRequest: OverlapRequest;
  OverlapSegment: Omit<OverlapSegment, 'alone' | 'people'> & { alone: ResolversParentTypes['People'], people: ResolversParentTypes['People'] };
  OverlapSet: Omit<OverlapSet, 'people'> & { people: ResolversParentTypes['People'] };
  PageInfo: PageInfo;
  ParetoNbd: LifetimeModelParent;
  ParetoNbdInput: ParetoNbdInput;
  People: PeopleParent;
  PeriodInput: PeriodInput;
  PeriodsAfter: PeriodsAfter;
  Problem: Problem;
  PurchaseHistory: PurchaseHistory;
  PurchaseModel: PurchaseModel;
  Query: Record<PropertyKey, never>;
  QueryInfo: QueryInfo;
  Refusal: Refusal;
  RelationQuality: RelationQualityParent;
  RestoreSegmentVersionInput: RestoreSegmentVersionInput;
  RetainedTest: RetainedTest;
  Retention: RetentionParent;
  RetentionAverage: RetentionAverage;
  RetentionCell: RetentionCellParent;
  RetentionCohort: RetentionCohortParent;
  RetentionColumn: RetentionColumn;
  RetentionRequest: RetentionRequest;
  RetentionSeries: RetentionSeriesParent;
  Rfm: RfmParent;
  RfmCell: RfmCellParent;
  RfmGroup: RfmGroupFoundParent;
  RfmHoldoutInput: RfmHoldoutInput;
  RfmMember: RfmMemberParent;
  RfmMemberConnection: RfmMembersParent;
  RfmRequest: RfmRequest;
  RfmTest: RfmTest;
  SafeInt: Scalars['SafeInt']['output'];
  Segment: SegmentParent;
  SegmentConnection: Omit<SegmentConnection, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['Segment']> };
  SegmentMovement: MovementParent;
  SegmentPayload: Omit<SegmentPayload, 'segment'> & { segment?: Maybe<ResolversParentTypes['Segment']> };
  SegmentTest: SegmentTest;
  SegmentVersion: SegmentVersionParent;
  SegmentWindowTest: SegmentWindowTest;
  Sensitivity: Omit<Sensitivity, 'moved'> & { moved: ReadonlyArray<ResolversParentTypes['MovedThreshold']> };
  SequenceTest: SequenceTest;
  SizeRange: SizeRangeParent;
  SizeRangeInput: SizeRangeInput;
  Spread: Omit<Spread, 'attribute'> & { attribute: ResolversParentTypes['Attribute'] };
  Stability: Omit<Stability, 'flapping' | 'points'> & { flapping: ResolversParentTypes['People'], points: ReadonlyArray<ResolversParentTypes['StabilityPoint']> };
  StabilityPoint: Omit<StabilityPoint, 'entered' | 'left' | 'people'> & { entered: ResolversParentTypes['People'], left: ResolversParentTypes['People'], people: ResolversParentTypes['People'] };
  StabilityRequest: StabilityRequest;
  StageTime: StageTimeParent;
  StayTimes: StaysParent;
  Stickiness: StickinessParent;
  StickinessBucket: StickinessBucketParent;
  StickinessRequest: StickinessRequest;
  StickinessSeries: StickinessSeriesParent;
  String: Scalars['String']['output'];
  StringTest: StringTest;
  Table: TableParent;
  TableColumn: TableColumn;
  TableRequest: TableRequest;
  Tier: TierParent;
  TierConflict: Omit<TierConflict, 'people'> & { people: ResolversParentTypes['People'] };
  TierInput: TierInput;
  TierReason: TierReason;
  Tiers: TiersParent;
  TiersRequest: TiersRequest;
  TimeInStage: TimeInStageParent;
  TimeInStageRequest: TimeInStageRequest;
  TopValue: Omit<TopValue, 'attribute' | 'people'> & { attribute: ResolversParentTypes['Attribute'], people: ResolversParentTypes['People'] };
  Transition: TransitionParent;
  TransitionStage: StageParent;
  Transitions: TransitionsParent;
  TransitionsRequest: TransitionsRequest;
  Trend: TrendRequestedParent;
  TrendAlarms: TrendAlarms;
  TrendPoint: TrendPointParent;
  TrendSeries: TrendSeriesParent;
  UpdateSegmentInput: UpdateSegmentInput;
  User: MemberParent;
  UserAttribute: Scalars['UserAttribute']['output'];
  UserConnection: MembersFoundParent;
  UserEdge: MemberParent;
  UserError: UserError;
  UserOrder: Scalars['UserOrder']['output'];
  UserWhere: Scalars['UserWhere']['output'];
  Validation: Omit<Validation, 'metric' | 'objective'> & { metric?: Maybe<ResolversParentTypes['MetricValue']>, objective: ResolversParentTypes['Objective'] };
  ValueBridge: ValueBridgeParent;
  ValueCount: ValueCount;
  WindowInput: WindowInput;
};

export type ActiveCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ActiveCount'] = ResolversParentTypes['ActiveCount']> = {
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
};

export type AffinityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Affinity'] = ResolversParentTypes['Affinity']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  baskets?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['AffinityItem']>, ParentType, ContextType, RequireFields<AffinityItemsArgs, 'first'>>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['AffinityPair']>, ParentType, ContextType, RequireFields<AffinityPairsArgs, 'first' | 'orderBy'>>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
};

export type AffinityItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffinityItem'] = ResolversParentTypes['AffinityItem']> = {
  baskets?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  item?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AffinityPairResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffinityPair'] = ResolversParentTypes['AffinityPair']> = {
  antecedent?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  baskets?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  candidates?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  consequent?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  lift?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  support?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AmountModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AmountModel'] = ResolversParentTypes['AmountModel']> = {
  customers?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  logLikelihood?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  p?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  q?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  v?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type AttributeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attribute'] = ResolversParentTypes['Attribute']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  enum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operators?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sql?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ValueCount']>>, ParentType, ContextType, RequireFields<AttributeValuesArgs, 'first'>>;
};

export type BacktestUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BacktestUnit'] = ResolversParentTypes['BacktestUnit']> = {
  churned?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  renewed?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  scoredOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unscored?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type BandOutcomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BandOutcome'] = ResolversParentTypes['BandOutcome']> = {
  band?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  churnRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  churned?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  lift?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  renewed?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type BgNbdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BgNbd'] = ResolversParentTypes['BgNbd']> = {
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType, RequireFields<BgNbdExpectedArgs, 'of' | 'within'>>;
  expectedOfNew?: Resolver<ResolversTypes['Float'], ParentType, ContextType, RequireFields<BgNbdExpectedOfNewArgs, 'within'>>;
  probabilityAlive?: Resolver<ResolversTypes['Float'], ParentType, ContextType, RequireFields<BgNbdProbabilityAliveArgs, 'of'>>;
  probabilityOf?: Resolver<ResolversTypes['Float'], ParentType, ContextType, RequireFields<BgNbdProbabilityOfArgs, 'purchases' | 'within'>>;
};

export type BridgePartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BridgePart'] = ResolversParentTypes['BridgePart']> = {
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type BridgePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BridgePoint'] = ResolversParentTypes['BridgePoint']> = {
  churn?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  contraction?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  entering?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  expansion?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  leaving?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  new?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  reactivation?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['BridgePart'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type CampaignResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Campaign'] = ResolversParentTypes['Campaign']> = {
  bounced?: Resolver<Maybe<ResolversTypes['CampaignRate']>, ParentType, ContextType>;
  campaign?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  clicked?: Resolver<Maybe<ResolversTypes['CampaignRate']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  converted?: Resolver<Maybe<ResolversTypes['CampaignRate']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  delivered?: Resolver<Maybe<ResolversTypes['CampaignRate']>, ParentType, ContextType>;
  heldOut?: Resolver<Maybe<ResolversTypes['CampaignOutcome']>, ParentType, ContextType>;
  lift?: Resolver<Maybe<ResolversTypes['CampaignLift']>, ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  observational?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  opened?: Resolver<Maybe<ResolversTypes['CampaignRate']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['CampaignOutcome']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  roi?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  sent?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  unsubscribed?: Resolver<Maybe<ResolversTypes['CampaignRate']>, ParentType, ContextType>;
};

export type CampaignDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignDifference'] = ResolversParentTypes['CampaignDifference']> = {
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CampaignFatigueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignFatigue'] = ResolversParentTypes['CampaignFatigue']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  messages?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  responded?: Resolver<Maybe<ResolversTypes['CampaignRate']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unsubscribed?: Resolver<Maybe<ResolversTypes['CampaignRate']>, ParentType, ContextType>;
};

export type CampaignLiftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignLift'] = ResolversParentTypes['CampaignLift']> = {
  incremental?: Resolver<ResolversTypes['CampaignDifference'], ParentType, ContextType>;
  incrementalValue?: Resolver<Maybe<ResolversTypes['CampaignDifference']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['CampaignDifference']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['CampaignDifference'], ParentType, ContextType>;
  roi?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CampaignOutcomeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignOutcome'] = ResolversParentTypes['CampaignOutcome']> = {
  all?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['CampaignRate'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CampaignRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CampaignRate'] = ResolversParentTypes['CampaignRate']> = {
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  of?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CampaignsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Campaigns'] = ResolversParentTypes['Campaigns']> = {
  campaigns?: Resolver<ReadonlyArray<ResolversTypes['Campaign']>, ParentType, ContextType>;
  fatigue?: Resolver<ReadonlyArray<ResolversTypes['CampaignFatigue']>, ParentType, ContextType, RequireFields<CampaignsFatigueArgs, 'from'>>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  margin?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type CatalogResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Catalog'] = ResolversParentTypes['Catalog']> = {
  attributes?: Resolver<ReadonlyArray<ResolversTypes['Attribute']>, ParentType, ContextType, RequireFields<CatalogAttributesArgs, 'of'>>;
  constants?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dataAsOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  dataQuality?: Resolver<ReadonlyArray<ResolversTypes['RelationQuality']>, ParentType, ContextType>;
  facts?: Resolver<ReadonlyArray<ResolversTypes['Fact']>, ParentType, ContextType>;
  health?: Resolver<Maybe<ResolversTypes['HealthModel']>, ParentType, ContextType>;
  metrics?: Resolver<ReadonlyArray<ResolversTypes['Metric']>, ParentType, ContextType, Partial<CatalogMetricsArgs>>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workspace?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChallengeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Challenge'] = ResolversParentTypes['Challenge']> = {
  differences?: Resolver<ReadonlyArray<ResolversTypes['ChallengeDifference']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['MetricValue']>, ParentType, ContextType>;
};

export type ChallengeDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChallengeDifference'] = ResolversParentTypes['ChallengeDifference']> = {
  a?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  customers?: Resolver<ReadonlyArray<ResolversTypes['ChallengedCustomer']>, ParentType, ContextType>;
  gap?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
};

export type ChallengePartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChallengePart'] = ResolversParentTypes['ChallengePart']> = {
  denominator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ChallengedCustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChallengedCustomer'] = ResolversParentTypes['ChallengedCustomer']> = {
  a?: Resolver<ResolversTypes['ChallengePart'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['ChallengePart'], ParentType, ContextType>;
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type ClvResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Clv'] = ResolversParentTypes['Clv']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  cohorts?: Resolver<ResolversTypes['CohortClv'], ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['ExpectedClv'], ParentType, ContextType>;
  historic?: Resolver<ResolversTypes['HistoricClv'], ParentType, ContextType>;
  margin?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  simple?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType>;
};

export type ClvAgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClvAge'] = ResolversParentTypes['ClvAge']> = {
  age?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cohorts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ClvBandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClvBand'] = ResolversParentTypes['ClvBand']> = {
  from?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ClvCohortResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClvCohort'] = ResolversParentTypes['ClvCohort']> = {
  cells?: Resolver<ReadonlyArray<ResolversTypes['ClvCohortCell']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type ClvCohortCellResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClvCohortCell'] = ResolversParentTypes['ClvCohortCell']> = {
  age?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revenue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ClvPercentileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClvPercentile'] = ResolversParentTypes['ClvPercentile']> = {
  percentile?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CohortResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cohort'] = ResolversParentTypes['Cohort']> = {
  cells?: Resolver<ReadonlyArray<ResolversTypes['CohortCell']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type CohortAverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CohortAverage'] = ResolversParentTypes['CohortAverage']> = {
  age?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cohorts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  denominator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CohortCellResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CohortCell'] = ResolversParentTypes['CohortCell']> = {
  age?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  denominator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  people?: Resolver<Maybe<ResolversTypes['People']>, ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CohortClvResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CohortClv'] = ResolversParentTypes['CohortClv']> = {
  ages?: Resolver<ReadonlyArray<ResolversTypes['ClvAge']>, ParentType, ContextType>;
  cohorts?: Resolver<ReadonlyArray<ResolversTypes['ClvCohort']>, ParentType, ContextType>;
};

export type CohortsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Cohorts'] = ResolversParentTypes['Cohorts']> = {
  age?: Resolver<ResolversTypes['Grain'], ParentType, ContextType>;
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  average?: Resolver<ReadonlyArray<ResolversTypes['CohortAverage']>, ParentType, ContextType>;
  cohorts?: Resolver<ReadonlyArray<ResolversTypes['Cohort']>, ParentType, ContextType>;
  grain?: Resolver<ResolversTypes['Grain'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  withoutStart?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
};

export type ComponentScoreResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComponentScore'] = ResolversParentTypes['ComponentScore']> = {
  component?: Resolver<ResolversTypes['HealthComponent'], ParentType, ContextType>;
  contribution?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ComponentStatus'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type ConcentrationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Concentration'] = ResolversParentTypes['Concentration']> = {
  spread?: Resolver<Maybe<ResolversTypes['Spread']>, ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['TopValue']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  explain?: Resolver<Maybe<ResolversTypes['Explanation']>, ParentType, ContextType, Partial<CustomerExplainArgs>>;
  explainHealth?: Resolver<Maybe<ResolversTypes['HealthExplanation']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface CustomerAttributeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CustomerAttribute'], any> {
  name: 'CustomerAttribute';
}

export type CustomerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export interface CustomerOrderScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CustomerOrder'], any> {
  name: 'CustomerOrder';
}

export interface CustomerWhereScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CustomerWhere'], any> {
  name: 'CustomerWhere';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DistinguishesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Distinguishes'] = ResolversParentTypes['Distinguishes']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  comparisons?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  numbers?: Resolver<ReadonlyArray<ResolversTypes['DistinguishingNumber']>, ParentType, ContextType>;
  others?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['DistinguishingValue']>, ParentType, ContextType>;
};

export type DistinguishingNumberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DistinguishingNumber'] = ResolversParentTypes['DistinguishingNumber']> = {
  attribute?: Resolver<ResolversTypes['Attribute'], ParentType, ContextType>;
  corrected?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  effect?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  inWhere?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mean?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  meanOfOthers?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  median?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  medianOfOthers?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  others?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  pValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type DistinguishingValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DistinguishingValue'] = ResolversParentTypes['DistinguishingValue']> = {
  attribute?: Resolver<ResolversTypes['Attribute'], ParentType, ContextType>;
  corrected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  inWhere?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lift?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  others?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  pValue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  share?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  shareOfOthers?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EngagementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Engagement'] = ResolversParentTypes['Engagement']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['EngagementPoint']>, ParentType, ContextType>;
};

export type EngagementPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EngagementPoint'] = ResolversParentTypes['EngagementPoint']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  daily?: Resolver<ResolversTypes['ActiveCount'], ParentType, ContextType>;
  dailyOverMonthly?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  monthly?: Resolver<ResolversTypes['ActiveCount'], ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  stickiness?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  weekly?: Resolver<ResolversTypes['ActiveCount'], ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  count?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  fact?: Resolver<Maybe<ResolversTypes['FactName']>, ParentType, ContextType>;
  otherUsers?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType, RequireFields<EvidenceOtherUsersArgs, 'first'>>;
  rows?: Resolver<Maybe<ReadonlyArray<ResolversTypes['JSON']>>, ParentType, ContextType, RequireFields<EvidenceRowsArgs, 'first'>>;
  users?: Resolver<Maybe<ReadonlyArray<ResolversTypes['User']>>, ParentType, ContextType, RequireFields<EvidenceUsersArgs, 'first'>>;
};

export type ExpectedClvResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedClv'] = ResolversParentTypes['ExpectedClv']> = {
  amountModel?: Resolver<Maybe<ResolversTypes['AmountModel']>, ParentType, ContextType>;
  amountRefusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  discount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['ExpectedGroup']>, ParentType, ContextType>;
  horizonDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  purchaseModel?: Resolver<Maybe<ResolversTypes['PurchaseModel']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  top?: Resolver<ReadonlyArray<ResolversTypes['ExpectedCustomer']>, ParentType, ContextType, RequireFields<ExpectedClvTopArgs, 'first'>>;
  total?: Resolver<Maybe<ResolversTypes['ExpectedTotal']>, ParentType, ContextType>;
};

export type ExpectedCustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedCustomer'] = ResolversParentTypes['ExpectedCustomer']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  expectedAmount?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  expectedPurchases?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  expectedRevenue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  firstOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  probabilityAlive?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  purchases?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  revenue?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ExpectedGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedGroup'] = ResolversParentTypes['ExpectedGroup']> = {
  alive?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  purchases?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  revenue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ExpectedPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedPoint'] = ResolversParentTypes['ExpectedPoint']> = {
  alarm?: Resolver<Maybe<ResolversTypes['AlarmSide']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ExpectedTotalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExpectedTotal'] = ResolversParentTypes['ExpectedTotal']> = {
  alive?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  purchases?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  revenue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ExplainedConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExplainedCondition'] = ResolversParentTypes['ExplainedCondition']> = {
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['Evidence']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConditionKind'], ParentType, ContextType>;
  observed?: Resolver<ReadonlyArray<ResolversTypes['Observation']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  where?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type ExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Explanation'] = ResolversParentTypes['Explanation']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['ExplainedCondition']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Fact'] = ResolversParentTypes['Fact']> = {
  columns?: Resolver<ReadonlyArray<ResolversTypes['FactColumn']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hasUser?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  interval?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FactColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactColumn'] = ResolversParentTypes['FactColumn']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operators?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface FactNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FactName'], any> {
  name: 'FactName';
}

export interface FactRowsScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FactRows'], any> {
  name: 'FactRows';
}

export type FactTrendResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactTrend'] = ResolversParentTypes['FactTrend']> = {
  grain?: Resolver<ResolversTypes['ActivityGrain'], ParentType, ContextType>;
  measure?: Resolver<ResolversTypes['RowMeasure'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['FactTrendPoint']>, ParentType, ContextType>;
  series?: Resolver<ReadonlyArray<ResolversTypes['FactTrendSeries']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FactTrendPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactTrendPoint'] = ResolversParentTypes['FactTrendPoint']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type FactTrendSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FactTrendSeries'] = ResolversParentTypes['FactTrendSeries']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['FactTrendPoint']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type FailedConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FailedCondition'] = ResolversParentTypes['FailedCondition']> = {
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observed?: Resolver<ReadonlyArray<ResolversTypes['Observation']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FolderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Folder'] = ResolversParentTypes['Folder']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  segments?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type FolderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FolderPayload'] = ResolversParentTypes['FolderPayload']> = {
  folder?: Resolver<Maybe<ResolversTypes['Folder']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ForecastResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Forecast'] = ResolversParentTypes['Forecast']> = {
  basedOn?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['ForecastPoint']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
  season?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  slope?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ForecastPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ForecastPoint'] = ResolversParentTypes['ForecastPoint']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  high?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  low?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type FunnelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Funnel'] = ResolversParentTypes['Funnel']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  converted?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  entered?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  excluded?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  journeys?: Resolver<ResolversTypes['FunnelJourneyConnection'], ParentType, ContextType, RequireFields<FunnelJourneysArgs, 'first'>>;
  lost?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  of?: Resolver<ResolversTypes['Population'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['Funnel']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['FunnelRate'], ParentType, ContextType>;
  series?: Resolver<ReadonlyArray<ResolversTypes['FunnelSeries']>, ParentType, ContextType>;
  settledRate?: Resolver<ResolversTypes['FunnelRate'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['FunnelStep']>, ParentType, ContextType>;
  trend?: Resolver<ReadonlyArray<ResolversTypes['FunnelPoint']>, ParentType, ContextType, RequireFields<FunnelTrendArgs, 'fromStep' | 'grain'>>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type FunnelJourneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelJourney'] = ResolversParentTypes['FunnelJourney']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['FunnelOutcome'], ParentType, ContextType>;
  reached?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['FunnelJourneyStep']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type FunnelJourneyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelJourneyConnection'] = ResolversParentTypes['FunnelJourneyConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['FunnelJourney']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type FunnelJourneyStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelJourneyStep'] = ResolversParentTypes['FunnelJourneyStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  secondsSinceEntry?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  secondsSincePrevious?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type FunnelPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelPoint'] = ResolversParentTypes['FunnelPoint']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  converted?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  entered?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['FunnelRate'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type FunnelRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelRate'] = ResolversParentTypes['FunnelRate']> = {
  denominator?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  numerator?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type FunnelSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelSeries'] = ResolversParentTypes['FunnelSeries']> = {
  converted?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  entered?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  excluded?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  lost?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['FunnelRate'], ParentType, ContextType>;
  settledRate?: Resolver<ResolversTypes['FunnelRate'], ParentType, ContextType>;
  steps?: Resolver<ReadonlyArray<ResolversTypes['FunnelStep']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type FunnelStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelStep'] = ResolversParentTypes['FunnelStep']> = {
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lost?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pending?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['FunnelRate'], ParentType, ContextType>;
  reached?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  sinceEntry?: Resolver<Maybe<ResolversTypes['FunnelTime']>, ParentType, ContextType>;
  sincePrevious?: Resolver<Maybe<ResolversTypes['FunnelTime']>, ParentType, ContextType>;
  stepRate?: Resolver<ResolversTypes['FunnelRate'], ParentType, ContextType>;
};

export type FunnelTimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FunnelTime'] = ResolversParentTypes['FunnelTime']> = {
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  median?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p90?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type GammaGammaResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GammaGamma'] = ResolversParentTypes['GammaGamma']> = {
  expectedAmount?: Resolver<ResolversTypes['Float'], ParentType, ContextType, RequireFields<GammaGammaExpectedAmountArgs, 'mean' | 'purchases'>>;
};

export type HealthBacktestResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthBacktest'] = ResolversParentTypes['HealthBacktest']> = {
  auc?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  aucHigh?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  aucLow?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  bands?: Resolver<ReadonlyArray<ResolversTypes['BandOutcome']>, ParentType, ContextType>;
  before?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  churnRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  churned?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['BacktestRefusal']>, ParentType, ContextType>;
  refusalText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  renewed?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  units?: Resolver<ReadonlyArray<ResolversTypes['BacktestUnit']>, ParentType, ContextType>;
  unscored?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type HealthBandResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthBand'] = ResolversParentTypes['HealthBand']> = {
  from?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HealthComponentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthComponent'] = ResolversParentTypes['HealthComponent']> = {
  attribute?: Resolver<ResolversTypes['Attribute'], ParentType, ContextType>;
  date?: Resolver<Maybe<ResolversTypes['Attribute']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  maxAge?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scale?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  weight?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type HealthExplanationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthExplanation'] = ResolversParentTypes['HealthExplanation']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  band?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  change30d?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  components?: Resolver<ReadonlyArray<ResolversTypes['ComponentScore']>, ParentType, ContextType>;
  coverage?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  profile?: Resolver<Maybe<ResolversTypes['HealthProfile']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  tried?: Resolver<ReadonlyArray<ResolversTypes['HealthProfileTried']>, ParentType, ContextType>;
};

export type HealthModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthModel'] = ResolversParentTypes['HealthModel']> = {
  bands?: Resolver<ReadonlyArray<ResolversTypes['HealthBand']>, ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  profiles?: Resolver<ReadonlyArray<ResolversTypes['HealthProfile']>, ParentType, ContextType>;
};

export type HealthProfileResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthProfile'] = ResolversParentTypes['HealthProfile']> = {
  components?: Resolver<ReadonlyArray<ResolversTypes['HealthComponent']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  missing?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['HealthModelKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  where?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type HealthProfileTriedResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HealthProfileTried'] = ResolversParentTypes['HealthProfileTried']> = {
  explanation?: Resolver<Maybe<ResolversTypes['Explanation']>, ParentType, ContextType>;
  holds?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  profile?: Resolver<ResolversTypes['HealthProfile'], ParentType, ContextType>;
};

export type HistoricClvResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HistoricClv'] = ResolversParentTypes['HistoricClv']> = {
  bands?: Resolver<ReadonlyArray<ResolversTypes['ClvBand']>, ParentType, ContextType, Partial<HistoricClvBandsArgs>>;
  least?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanOfMembers?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  most?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  percentiles?: Resolver<ReadonlyArray<ResolversTypes['ClvPercentile']>, ParentType, ContextType, RequireFields<HistoricClvPercentilesArgs, 'of'>>;
  purchases?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LifecycleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Lifecycle'] = ResolversParentTypes['Lifecycle']> = {
  grain?: Resolver<ResolversTypes['ActivityGrain'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['LifecyclePoint']>, ParentType, ContextType>;
  series?: Resolver<ReadonlyArray<ResolversTypes['LifecycleSeries']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type LifecyclePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifecyclePoint'] = ResolversParentTypes['LifecyclePoint']> = {
  active?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dormant?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  new?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  resurrecting?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  returning?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type LifecycleSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LifecycleSeries'] = ResolversParentTypes['LifecycleSeries']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['LifecyclePoint']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type MetricResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Metric'] = ResolversParentTypes['Metric']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  enum?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  good?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  members?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sql?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface MetricNameScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MetricName'], any> {
  name: 'MetricName';
}

export type MetricValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MetricValue'] = ResolversParentTypes['MetricValue']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  denominator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MovedThresholdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovedThreshold'] = ResolversParentTypes['MovedThreshold']> = {
  change?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type MovementGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovementGroup'] = ResolversParentTypes['MovementGroup']> = {
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  valueAfter?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  valueBefore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type MovementPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MovementPoint'] = ResolversParentTypes['MovementPoint']> = {
  atEnd?: Resolver<ResolversTypes['MovementGroup'], ParentType, ContextType>;
  atStart?: Resolver<ResolversTypes['MovementGroup'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  entered?: Resolver<ResolversTypes['MovementGroup'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  joined?: Resolver<ResolversTypes['MovementGroup'], ParentType, ContextType>;
  left?: Resolver<ResolversTypes['MovementGroup'], ParentType, ContextType>;
  stayed?: Resolver<ResolversTypes['MovementGroup'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  archiveSegment?: Resolver<ResolversTypes['SegmentPayload'], ParentType, ContextType, RequireFields<MutationArchiveSegmentArgs, 'id'>>;
  createFolder?: Resolver<ResolversTypes['FolderPayload'], ParentType, ContextType, RequireFields<MutationCreateFolderArgs, 'name'>>;
  createSegment?: Resolver<ResolversTypes['SegmentPayload'], ParentType, ContextType, RequireFields<MutationCreateSegmentArgs, 'input'>>;
  deleteFolder?: Resolver<ResolversTypes['FolderPayload'], ParentType, ContextType, RequireFields<MutationDeleteFolderArgs, 'name'>>;
  renameFolder?: Resolver<ResolversTypes['FolderPayload'], ParentType, ContextType, RequireFields<MutationRenameFolderArgs, 'name' | 'newName'>>;
  restoreSegmentVersion?: Resolver<ResolversTypes['SegmentPayload'], ParentType, ContextType, RequireFields<MutationRestoreSegmentVersionArgs, 'input'>>;
  unarchiveSegment?: Resolver<ResolversTypes['SegmentPayload'], ParentType, ContextType, RequireFields<MutationUnarchiveSegmentArgs, 'id'>>;
  updateSegment?: Resolver<ResolversTypes['SegmentPayload'], ParentType, ContextType, RequireFields<MutationUpdateSegmentArgs, 'input'>>;
};

export type NearMissResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NearMiss'] = ResolversParentTypes['NearMiss']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  failed?: Resolver<ReadonlyArray<ResolversTypes['FailedCondition']>, ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
};

export type NearMissConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NearMissCondition'] = ResolversParentTypes['NearMissCondition']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  where?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type NearMissesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NearMisses'] = ResolversParentTypes['NearMisses']> = {
  byCondition?: Resolver<ReadonlyArray<ResolversTypes['NearMissCondition']>, ParentType, ContextType>;
  members?: Resolver<ReadonlyArray<ResolversTypes['NearMiss']>, ParentType, ContextType, RequireFields<NearMissesMembersArgs, 'first'>>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
};

export type ObjectiveResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Objective'] = ResolversParentTypes['Objective']> = {
  expectedSize?: Resolver<Maybe<ResolversTypes['SizeRange']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ObjectiveKind'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type ObservationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Observation'] = ResolversParentTypes['Observation']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type OutOfRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OutOfRange'] = ResolversParentTypes['OutOfRange']> = {
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type OverlapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Overlap'] = ResolversParentTypes['Overlap']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  pairs?: Resolver<ReadonlyArray<ResolversTypes['OverlapPair']>, ParentType, ContextType>;
  population?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  segments?: Resolver<ReadonlyArray<ResolversTypes['OverlapSegment']>, ParentType, ContextType>;
  sets?: Resolver<ReadonlyArray<ResolversTypes['OverlapSet']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OverlapPairResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OverlapPair'] = ResolversParentTypes['OverlapPair']> = {
  a?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  jaccard?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  shareOfA?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  shareOfB?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type OverlapSegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OverlapSegment'] = ResolversParentTypes['OverlapSegment']> = {
  alone?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
};

export type OverlapSetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OverlapSet'] = ResolversParentTypes['OverlapSet']> = {
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  segments?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ParetoNbdResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParetoNbd'] = ResolversParentTypes['ParetoNbd']> = {
  expected?: Resolver<ResolversTypes['Float'], ParentType, ContextType, RequireFields<ParetoNbdExpectedArgs, 'of' | 'within'>>;
  expectedOfNew?: Resolver<ResolversTypes['Float'], ParentType, ContextType, RequireFields<ParetoNbdExpectedOfNewArgs, 'within'>>;
  probabilityAlive?: Resolver<ResolversTypes['Float'], ParentType, ContextType, RequireFields<ParetoNbdProbabilityAliveArgs, 'of'>>;
};

export type PeopleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['People'] = ResolversParentTypes['People']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  segment?: Resolver<ResolversTypes['Segment'], ParentType, ContextType>;
  where?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type ProblemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Problem'] = ResolversParentTypes['Problem']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  suggestions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PurchaseModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PurchaseModel'] = ResolversParentTypes['PurchaseModel']> = {
  a?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  alpha?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  b?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  customers?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  logLikelihood?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  r?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  bgNbd?: Resolver<Maybe<ResolversTypes['BgNbd']>, ParentType, ContextType, RequireFields<QueryBgNbdArgs, 'model'>>;
  catalog?: Resolver<Maybe<ResolversTypes['Catalog']>, ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  folders?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Folder']>>, ParentType, ContextType>;
  gammaGamma?: Resolver<Maybe<ResolversTypes['GammaGamma']>, ParentType, ContextType, RequireFields<QueryGammaGammaArgs, 'model'>>;
  healthBacktest?: Resolver<Maybe<ResolversTypes['HealthBacktest']>, ParentType, ContextType, RequireFields<QueryHealthBacktestArgs, 'request'>>;
  overlap?: Resolver<Maybe<ResolversTypes['Overlap']>, ParentType, ContextType, RequireFields<QueryOverlapArgs, 'request'>>;
  paretoNbd?: Resolver<Maybe<ResolversTypes['ParetoNbd']>, ParentType, ContextType, RequireFields<QueryParetoNbdArgs, 'model'>>;
  preview?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType, RequireFields<QueryPreviewArgs, 'where'>>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType, RequireFields<QuerySegmentArgs, 'id'>>;
  segments?: Resolver<Maybe<ResolversTypes['SegmentConnection']>, ParentType, ContextType, RequireFields<QuerySegmentsArgs, 'first' | 'includeArchived'>>;
  table?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType, RequireFields<QueryTableArgs, 'request'>>;
  tiers?: Resolver<Maybe<ResolversTypes['Tiers']>, ParentType, ContextType, RequireFields<QueryTiersArgs, 'request'>>;
  userPreview?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType, RequireFields<QueryUserPreviewArgs, 'where'>>;
};

export type QueryInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QueryInfo'] = ResolversParentTypes['QueryInfo']> = {
  cacheHit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  dataAsOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  elapsedMs?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  parameters?: Resolver<ReadonlyArray<Maybe<ResolversTypes['JSON']>>, ParentType, ContextType>;
  sql?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RefusalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Refusal'] = ResolversParentTypes['Refusal']> = {
  code?: Resolver<ResolversTypes['RefusalCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RelationQualityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RelationQuality'] = ResolversParentTypes['RelationQuality']> = {
  daysBehind?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  duplicateKeys?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  file?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  impossibleIntervals?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastDay?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  nullCustomers?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  nullKeys?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  nullTimes?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  orphanCustomers?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  outOfRange?: Resolver<ReadonlyArray<ResolversTypes['OutOfRange']>, ParentType, ContextType>;
  relation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  unreadable?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RetentionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Retention'] = ResolversParentTypes['Retention']> = {
  average?: Resolver<ReadonlyArray<ResolversTypes['RetentionAverage']>, ParentType, ContextType>;
  cohorts?: Resolver<ReadonlyArray<ResolversTypes['RetentionCohort']>, ParentType, ContextType>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['RetentionColumn']>, ParentType, ContextType>;
  grain?: Resolver<ResolversTypes['ActivityGrain'], ParentType, ContextType>;
  series?: Resolver<ReadonlyArray<ResolversTypes['RetentionSeries']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type RetentionAverageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionAverage'] = ResolversParentTypes['RetentionAverage']> = {
  cohorts?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['RetentionColumn'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  returned?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  weightedMean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RetentionCellResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionCell'] = ResolversParentTypes['RetentionCell']> = {
  column?: Resolver<ResolversTypes['RetentionColumn'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  rate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  returned?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  soFar?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type RetentionCohortResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionCohort'] = ResolversParentTypes['RetentionCohort']> = {
  cells?: Resolver<ReadonlyArray<ResolversTypes['RetentionCell']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type RetentionColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionColumn'] = ResolversParentTypes['RetentionColumn']> = {
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RetentionSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetentionSeries'] = ResolversParentTypes['RetentionSeries']> = {
  average?: Resolver<ReadonlyArray<ResolversTypes['RetentionAverage']>, ParentType, ContextType>;
  cohorts?: Resolver<ReadonlyArray<ResolversTypes['RetentionCohort']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type RfmResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Rfm'] = ResolversParentTypes['Rfm']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  cells?: Resolver<ReadonlyArray<ResolversTypes['RfmCell']>, ParentType, ContextType>;
  grain?: Resolver<ResolversTypes['Grain'], ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['RfmGroup']>, ParentType, ContextType>;
  holdoutPeriods?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['RfmMemberConnection'], ParentType, ContextType, RequireFields<RfmMembersArgs, 'first'>>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type RfmCellResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RfmCell'] = ResolversParentTypes['RfmCell']> = {
  frequency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  monetary?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  recency?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RfmGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RfmGroup'] = ResolversParentTypes['RfmGroup']> = {
  meanPurchases?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  meanSinceLast?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['RfmGroupName'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RfmMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RfmMember'] = ResolversParentTypes['RfmMember']> = {
  age?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  frequency?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  frequencyScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  group?: Resolver<ResolversTypes['RfmGroupName'], ParentType, ContextType>;
  holdoutFrequency?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  holdoutMonetary?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  monetary?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  monetaryScore?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  purchases?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  recency?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  recencyScore?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sinceLast?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type RfmMemberConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RfmMemberConnection'] = ResolversParentTypes['RfmMemberConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['RfmMember']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export interface SafeIntScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['SafeInt'], any> {
  name: 'SafeInt';
}

export type SegmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Segment'] = ResolversParentTypes['Segment']> = {
  affinity?: Resolver<Maybe<ResolversTypes['Affinity']>, ParentType, ContextType, RequireFields<SegmentAffinityArgs, 'request'>>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  breakdown?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType, RequireFields<SegmentBreakdownArgs, 'by' | 'byUser' | 'limit' | 'metrics'>>;
  bridge?: Resolver<Maybe<ResolversTypes['ValueBridge']>, ParentType, ContextType, RequireFields<SegmentBridgeArgs, 'request'>>;
  campaigns?: Resolver<Maybe<ResolversTypes['Campaigns']>, ParentType, ContextType, RequireFields<SegmentCampaignsArgs, 'request'>>;
  challenge?: Resolver<Maybe<ResolversTypes['Challenge']>, ParentType, ContextType, RequireFields<SegmentChallengeArgs, 'request'>>;
  clv?: Resolver<Maybe<ResolversTypes['Clv']>, ParentType, ContextType, RequireFields<SegmentClvArgs, 'request'>>;
  cohorts?: Resolver<Maybe<ResolversTypes['Cohorts']>, ParentType, ContextType, RequireFields<SegmentCohortsArgs, 'request'>>;
  concentration?: Resolver<Maybe<ResolversTypes['Concentration']>, ParentType, ContextType, RequireFields<SegmentConcentrationArgs, 'request'>>;
  customerTable?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType, RequireFields<SegmentCustomerTableArgs, 'attributes' | 'limit'>>;
  customers?: Resolver<Maybe<ResolversTypes['CustomerConnection']>, ParentType, ContextType, RequireFields<SegmentCustomersArgs, 'first'>>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  distinguishes?: Resolver<Maybe<ResolversTypes['Distinguishes']>, ParentType, ContextType, RequireFields<SegmentDistinguishesArgs, 'request'>>;
  engagement?: Resolver<Maybe<ResolversTypes['Engagement']>, ParentType, ContextType, RequireFields<SegmentEngagementArgs, 'request'>>;
  factTrend?: Resolver<Maybe<ResolversTypes['FactTrend']>, ParentType, ContextType, RequireFields<SegmentFactTrendArgs, 'request'>>;
  folder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  funnel?: Resolver<Maybe<ResolversTypes['Funnel']>, ParentType, ContextType, RequireFields<SegmentFunnelArgs, 'request'>>;
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  lifecycle?: Resolver<Maybe<ResolversTypes['Lifecycle']>, ParentType, ContextType, RequireFields<SegmentLifecycleArgs, 'request'>>;
  metrics?: Resolver<Maybe<ReadonlyArray<ResolversTypes['MetricValue']>>, ParentType, ContextType, RequireFields<SegmentMetricsArgs, 'names'>>;
  movement?: Resolver<Maybe<ResolversTypes['SegmentMovement']>, ParentType, ContextType, RequireFields<SegmentMovementArgs, 'request'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nearMisses?: Resolver<Maybe<ResolversTypes['NearMisses']>, ParentType, ContextType, Partial<SegmentNearMissesArgs>>;
  objective?: Resolver<Maybe<ResolversTypes['Objective']>, ParentType, ContextType>;
  of?: Resolver<ResolversTypes['Population'], ParentType, ContextType>;
  problems?: Resolver<ReadonlyArray<ResolversTypes['Problem']>, ParentType, ContextType>;
  query?: Resolver<Maybe<ResolversTypes['QueryInfo']>, ParentType, ContextType, Partial<SegmentQueryArgs>>;
  readOnly?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  retention?: Resolver<Maybe<ResolversTypes['Retention']>, ParentType, ContextType, RequireFields<SegmentRetentionArgs, 'request'>>;
  rfm?: Resolver<Maybe<ResolversTypes['Rfm']>, ParentType, ContextType, RequireFields<SegmentRfmArgs, 'request'>>;
  sensitivity?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Sensitivity']>>, ParentType, ContextType, RequireFields<SegmentSensitivityArgs, 'steps'>>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType, Partial<SegmentShareArgs>>;
  size?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType, Partial<SegmentSizeArgs>>;
  stability?: Resolver<Maybe<ResolversTypes['Stability']>, ParentType, ContextType, RequireFields<SegmentStabilityArgs, 'request'>>;
  stickiness?: Resolver<Maybe<ResolversTypes['Stickiness']>, ParentType, ContextType, RequireFields<SegmentStickinessArgs, 'request'>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  timeInStage?: Resolver<Maybe<ResolversTypes['TimeInStage']>, ParentType, ContextType, RequireFields<SegmentTimeInStageArgs, 'request'>>;
  transitions?: Resolver<Maybe<ResolversTypes['Transitions']>, ParentType, ContextType, RequireFields<SegmentTransitionsArgs, 'request'>>;
  trend?: Resolver<Maybe<ResolversTypes['Trend']>, ParentType, ContextType, RequireFields<SegmentTrendArgs, 'fill' | 'grain' | 'membership' | 'metric'>>;
  userTable?: Resolver<Maybe<ResolversTypes['Table']>, ParentType, ContextType, RequireFields<SegmentUserTableArgs, 'attributes' | 'limit'>>;
  users?: Resolver<Maybe<ResolversTypes['UserConnection']>, ParentType, ContextType, RequireFields<SegmentUsersArgs, 'first'>>;
  validation?: Resolver<Maybe<ResolversTypes['Validation']>, ParentType, ContextType, Partial<SegmentValidationArgs>>;
  version?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  versions?: Resolver<ReadonlyArray<ResolversTypes['SegmentVersion']>, ParentType, ContextType>;
  where?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SegmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentConnection'] = ResolversParentTypes['SegmentConnection']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Segment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SegmentMovementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentMovement'] = ResolversParentTypes['SegmentMovement']> = {
  grain?: Resolver<ResolversTypes['Grain'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['Metric']>, ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['MovementPoint']>, ParentType, ContextType>;
};

export type SegmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentPayload'] = ResolversParentTypes['SegmentPayload']> = {
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SegmentVersionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SegmentVersion'] = ResolversParentTypes['SegmentVersion']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  folder?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  objective?: Resolver<Maybe<ResolversTypes['Objective']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  where?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type SensitivityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Sensitivity'] = ResolversParentTypes['Sensitivity']> = {
  moved?: Resolver<ReadonlyArray<ResolversTypes['MovedThreshold']>, ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type SizeRangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SizeRange'] = ResolversParentTypes['SizeRange']> = {
  max?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
};

export type SpreadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Spread'] = ResolversParentTypes['Spread']> = {
  attribute?: Resolver<ResolversTypes['Attribute'], ParentType, ContextType>;
  gini?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  top1?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  top5?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  topTenth?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type StabilityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Stability'] = ResolversParentTypes['Stability']> = {
  flapping?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  meanJaccard?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['StabilityPoint']>, ParentType, ContextType>;
};

export type StabilityPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StabilityPoint'] = ResolversParentTypes['StabilityPoint']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  base?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  entered?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  enteredShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  jaccard?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  left?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  leftShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type StageTimeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StageTime'] = ResolversParentTypes['StageTime']> = {
  completed?: Resolver<ResolversTypes['StayTimes'], ParentType, ContextType>;
  open?: Resolver<ResolversTypes['StayTimes'], ParentType, ContextType>;
  stage?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type StayTimesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StayTimes'] = ResolversParentTypes['StayTimes']> = {
  longest?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  median?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  p90?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  shortest?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  stays?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type StickinessResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Stickiness'] = ResolversParentTypes['Stickiness']> = {
  active?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  buckets?: Resolver<ReadonlyArray<ResolversTypes['StickinessBucket']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  every?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  grain?: Resolver<ResolversTypes['ActivityGrain'], ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  periods?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  series?: Resolver<ReadonlyArray<ResolversTypes['StickinessSeries']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type StickinessBucketResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StickinessBucket'] = ResolversParentTypes['StickinessBucket']> = {
  atLeast?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  exactly?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  periods?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type StickinessSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StickinessSeries'] = ResolversParentTypes['StickinessSeries']> = {
  active?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  buckets?: Resolver<ReadonlyArray<ResolversTypes['StickinessBucket']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type TableResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Table'] = ResolversParentTypes['Table']> = {
  columns?: Resolver<ReadonlyArray<ResolversTypes['TableColumn']>, ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['JSON']>, ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TableColumnResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TableColumn'] = ResolversParentTypes['TableColumn']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
};

export type TierResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tier'] = ResolversParentTypes['Tier']> = {
  metrics?: Resolver<ReadonlyArray<ResolversTypes['MetricValue']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TierConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TierConflict'] = ResolversParentTypes['TierConflict']> = {
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  tiers?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TierReasonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TierReason'] = ResolversParentTypes['TierReason']> = {
  matches?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TiersResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tiers'] = ResolversParentTypes['Tiers']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['TierConflict']>, ParentType, ContextType>;
  exclusive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  exhaustive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['TierReason']>, ParentType, ContextType, RequireFields<TiersOfArgs, 'id'>>;
  population?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  tiers?: Resolver<ReadonlyArray<ResolversTypes['Tier']>, ParentType, ContextType>;
};

export type TimeInStageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeInStage'] = ResolversParentTypes['TimeInStage']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  stages?: Resolver<ReadonlyArray<ResolversTypes['StageTime']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type TopValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TopValue'] = ResolversParentTypes['TopValue']> = {
  attribute?: Resolver<ResolversTypes['Attribute'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  share?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TransitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Transition'] = ResolversParentTypes['Transition']> = {
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['TransitionStage'], ParentType, ContextType>;
  people?: Resolver<ResolversTypes['People'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['TransitionStage'], ParentType, ContextType>;
  valueAfter?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  valueBefore?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TransitionStageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransitionStage'] = ResolversParentTypes['TransitionStage']> = {
  kind?: Resolver<ResolversTypes['TransitionStageKind'], ParentType, ContextType>;
  segment?: Resolver<Maybe<ResolversTypes['Segment']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type TransitionsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Transitions'] = ResolversParentTypes['Transitions']> = {
  cells?: Resolver<ReadonlyArray<ResolversTypes['Transition']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['Metric']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type TrendResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Trend'] = ResolversParentTypes['Trend']> = {
  alarms?: Resolver<ResolversTypes['TrendAlarms'], ParentType, ContextType, RequireFields<TrendAlarmsArgs, 'level'>>;
  forecast?: Resolver<ResolversTypes['Forecast'], ParentType, ContextType, RequireFields<TrendForecastArgs, 'level' | 'periods'>>;
  grain?: Resolver<ResolversTypes['Grain'], ParentType, ContextType>;
  metric?: Resolver<ResolversTypes['Metric'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['TrendPoint']>, ParentType, ContextType>;
  series?: Resolver<ReadonlyArray<ResolversTypes['TrendSeries']>, ParentType, ContextType>;
};

export type TrendAlarmsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendAlarms'] = ResolversParentTypes['TrendAlarms']> = {
  alarms?: Resolver<ReadonlyArray<ResolversTypes['ExpectedPoint']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['ExpectedPoint']>, ParentType, ContextType>;
  refusal?: Resolver<Maybe<ResolversTypes['Refusal']>, ParentType, ContextType>;
};

export type TrendPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendPoint'] = ResolversParentTypes['TrendPoint']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  denominator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  n?: Resolver<Maybe<ResolversTypes['SafeInt']>, ParentType, ContextType>;
  nullReason?: Resolver<Maybe<ResolversTypes['NullReason']>, ParentType, ContextType>;
  numerator?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  previous?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type TrendSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TrendSeries'] = ResolversParentTypes['TrendSeries']> = {
  points?: Resolver<ReadonlyArray<ResolversTypes['TrendPoint']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  asOf?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  explain?: Resolver<Maybe<ResolversTypes['Explanation']>, ParentType, ContextType, Partial<UserExplainArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface UserAttributeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['UserAttribute'], any> {
  name: 'UserAttribute';
}

export type UserConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserConnection'] = ResolversParentTypes['UserConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['UserEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['User']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
};

export type UserEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserEdge'] = ResolversParentTypes['UserEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['User'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  suggestions?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface UserOrderScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['UserOrder'], any> {
  name: 'UserOrder';
}

export interface UserWhereScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['UserWhere'], any> {
  name: 'UserWhere';
}

export type ValidationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Validation'] = ResolversParentTypes['Validation']> = {
  findings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  metric?: Resolver<Maybe<ResolversTypes['MetricValue']>, ParentType, ContextType>;
  objective?: Resolver<ResolversTypes['Objective'], ParentType, ContextType>;
  size?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  sizeInRange?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  targetMet?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ValueBridgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValueBridge'] = ResolversParentTypes['ValueBridge']> = {
  attribute?: Resolver<ResolversTypes['Attribute'], ParentType, ContextType>;
  grain?: Resolver<ResolversTypes['Grain'], ParentType, ContextType>;
  netting?: Resolver<ResolversTypes['Netting'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['BridgePoint']>, ParentType, ContextType>;
};

export type ValueCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ValueCount'] = ResolversParentTypes['ValueCount']> = {
  count?: Resolver<ResolversTypes['SafeInt'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  ActiveCount?: ActiveCountResolvers<ContextType>;
  Affinity?: AffinityResolvers<ContextType>;
  AffinityItem?: AffinityItemResolvers<ContextType>;
  AffinityPair?: AffinityPairResolvers<ContextType>;
  AmountModel?: AmountModelResolvers<ContextType>;
  Attribute?: AttributeResolvers<ContextType>;
  BacktestUnit?: BacktestUnitResolvers<ContextType>;
  BandOutcome?: BandOutcomeResolvers<ContextType>;
  BgNbd?: BgNbdResolvers<ContextType>;
  BridgePart?: BridgePartResolvers<ContextType>;
  BridgePoint?: BridgePointResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  CampaignDifference?: CampaignDifferenceResolvers<ContextType>;
  CampaignFatigue?: CampaignFatigueResolvers<ContextType>;
  CampaignLift?: CampaignLiftResolvers<ContextType>;
  CampaignOutcome?: CampaignOutcomeResolvers<ContextType>;
  CampaignRate?: CampaignRateResolvers<ContextType>;
  Campaigns?: CampaignsResolvers<ContextType>;
  Catalog?: CatalogResolvers<ContextType>;
  Challenge?: ChallengeResolvers<ContextType>;
  ChallengeDifference?: ChallengeDifferenceResolvers<ContextType>;
  ChallengePart?: ChallengePartResolvers<ContextType>;
  ChallengedCustomer?: ChallengedCustomerResolvers<ContextType>;
  Clv?: ClvResolvers<ContextType>;
  ClvAge?: ClvAgeResolvers<ContextType>;
  ClvBand?: ClvBandResolvers<ContextType>;
  ClvCohort?: ClvCohortResolvers<ContextType>;
  ClvCohortCell?: ClvCohortCellResolvers<ContextType>;
  ClvPercentile?: ClvPercentileResolvers<ContextType>;
  Cohort?: CohortResolvers<ContextType>;
  CohortAverage?: CohortAverageResolvers<ContextType>;
  CohortCell?: CohortCellResolvers<ContextType>;
  CohortClv?: CohortClvResolvers<ContextType>;
  Cohorts?: CohortsResolvers<ContextType>;
  ComponentScore?: ComponentScoreResolvers<ContextType>;
  Concentration?: ConcentrationResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerAttribute?: GraphQLScalarType;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerOrder?: GraphQLScalarType;
  CustomerWhere?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Distinguishes?: DistinguishesResolvers<ContextType>;
  DistinguishingNumber?: DistinguishingNumberResolvers<ContextType>;
  DistinguishingValue?: DistinguishingValueResolvers<ContextType>;
  Engagement?: EngagementResolvers<ContextType>;
  EngagementPoint?: EngagementPointResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  ExpectedClv?: ExpectedClvResolvers<ContextType>;
  ExpectedCustomer?: ExpectedCustomerResolvers<ContextType>;
  ExpectedGroup?: ExpectedGroupResolvers<ContextType>;
  ExpectedPoint?: ExpectedPointResolvers<ContextType>;
  ExpectedTotal?: ExpectedTotalResolvers<ContextType>;
  ExplainedCondition?: ExplainedConditionResolvers<ContextType>;
  Explanation?: ExplanationResolvers<ContextType>;
  Fact?: FactResolvers<ContextType>;
  FactColumn?: FactColumnResolvers<ContextType>;
  FactName?: GraphQLScalarType;
  FactRows?: GraphQLScalarType;
  FactTrend?: FactTrendResolvers<ContextType>;
  FactTrendPoint?: FactTrendPointResolvers<ContextType>;
  FactTrendSeries?: FactTrendSeriesResolvers<ContextType>;
  FailedCondition?: FailedConditionResolvers<ContextType>;
  Folder?: FolderResolvers<ContextType>;
  FolderPayload?: FolderPayloadResolvers<ContextType>;
  Forecast?: ForecastResolvers<ContextType>;
  ForecastPoint?: ForecastPointResolvers<ContextType>;
  Funnel?: FunnelResolvers<ContextType>;
  FunnelJourney?: FunnelJourneyResolvers<ContextType>;
  FunnelJourneyConnection?: FunnelJourneyConnectionResolvers<ContextType>;
  FunnelJourneyStep?: FunnelJourneyStepResolvers<ContextType>;
  FunnelPoint?: FunnelPointResolvers<ContextType>;
  FunnelRate?: FunnelRateResolvers<ContextType>;
  FunnelSeries?: FunnelSeriesResolvers<ContextType>;
  FunnelStep?: FunnelStepResolvers<ContextType>;
  FunnelTime?: FunnelTimeResolvers<ContextType>;
  GammaGamma?: GammaGammaResolvers<ContextType>;
  HealthBacktest?: HealthBacktestResolvers<ContextType>;
  HealthBand?: HealthBandResolvers<ContextType>;
  HealthComponent?: HealthComponentResolvers<ContextType>;
  HealthExplanation?: HealthExplanationResolvers<ContextType>;
  HealthModel?: HealthModelResolvers<ContextType>;
  HealthProfile?: HealthProfileResolvers<ContextType>;
  HealthProfileTried?: HealthProfileTriedResolvers<ContextType>;
  HistoricClv?: HistoricClvResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Lifecycle?: LifecycleResolvers<ContextType>;
  LifecyclePoint?: LifecyclePointResolvers<ContextType>;
  LifecycleSeries?: LifecycleSeriesResolvers<ContextType>;
  Metric?: MetricResolvers<ContextType>;
  MetricName?: GraphQLScalarType;
  MetricValue?: MetricValueResolvers<ContextType>;
  MovedThreshold?: MovedThresholdResolvers<ContextType>;
  MovementGroup?: MovementGroupResolvers<ContextType>;
  MovementPoint?: MovementPointResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NearMiss?: NearMissResolvers<ContextType>;
  NearMissCondition?: NearMissConditionResolvers<ContextType>;
  NearMisses?: NearMissesResolvers<ContextType>;
  Objective?: ObjectiveResolvers<ContextType>;
  Observation?: ObservationResolvers<ContextType>;
  OutOfRange?: OutOfRangeResolvers<ContextType>;
  Overlap?: OverlapResolvers<ContextType>;
  OverlapPair?: OverlapPairResolvers<ContextType>;
  OverlapSegment?: OverlapSegmentResolvers<ContextType>;
  OverlapSet?: OverlapSetResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParetoNbd?: ParetoNbdResolvers<ContextType>;
  People?: PeopleResolvers<ContextType>;
  Problem?: ProblemResolvers<ContextType>;
  PurchaseModel?: PurchaseModelResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QueryInfo?: QueryInfoResolvers<ContextType>;
  Refusal?: RefusalResolvers<ContextType>;
  RelationQuality?: RelationQualityResolvers<ContextType>;
  Retention?: RetentionResolvers<ContextType>;
  RetentionAverage?: RetentionAverageResolvers<ContextType>;
  RetentionCell?: RetentionCellResolvers<ContextType>;
  RetentionCohort?: RetentionCohortResolvers<ContextType>;
  RetentionColumn?: RetentionColumnResolvers<ContextType>;
  RetentionSeries?: RetentionSeriesResolvers<ContextType>;
  Rfm?: RfmResolvers<ContextType>;
  RfmCell?: RfmCellResolvers<ContextType>;
  RfmGroup?: RfmGroupResolvers<ContextType>;
  RfmMember?: RfmMemberResolvers<ContextType>;
  RfmMemberConnection?: RfmMemberConnectionResolvers<ContextType>;
  SafeInt?: GraphQLScalarType;
  Segment?: SegmentResolvers<ContextType>;
  SegmentConnection?: SegmentConnectionResolvers<ContextType>;
  SegmentMovement?: SegmentMovementResolvers<ContextType>;
  SegmentPayload?: SegmentPayloadResolvers<ContextType>;
  SegmentVersion?: SegmentVersionResolvers<ContextType>;
  Sensitivity?: SensitivityResolvers<ContextType>;
  SizeRange?: SizeRangeResolvers<ContextType>;
  Spread?: SpreadResolvers<ContextType>;
  Stability?: StabilityResolvers<ContextType>;
  StabilityPoint?: StabilityPointResolvers<ContextType>;
  StageTime?: StageTimeResolvers<ContextType>;
  StayTimes?: StayTimesResolvers<ContextType>;
  Stickiness?: StickinessResolvers<ContextType>;
  StickinessBucket?: StickinessBucketResolvers<ContextType>;
  StickinessSeries?: StickinessSeriesResolvers<ContextType>;
  Table?: TableResolvers<ContextType>;
  TableColumn?: TableColumnResolvers<ContextType>;
  Tier?: TierResolvers<ContextType>;
  TierConflict?: TierConflictResolvers<ContextType>;
  TierReason?: TierReasonResolvers<ContextType>;
  Tiers?: TiersResolvers<ContextType>;
  TimeInStage?: TimeInStageResolvers<ContextType>;
  TopValue?: TopValueResolvers<ContextType>;
  Transition?: TransitionResolvers<ContextType>;
  TransitionStage?: TransitionStageResolvers<ContextType>;
  Transitions?: TransitionsResolvers<ContextType>;
  Trend?: TrendResolvers<ContextType>;
  TrendAlarms?: TrendAlarmsResolvers<ContextType>;
  TrendPoint?: TrendPointResolvers<ContextType>;
  TrendSeries?: TrendSeriesResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserAttribute?: GraphQLScalarType;
  UserConnection?: UserConnectionResolvers<ContextType>;
  UserEdge?: UserEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  UserOrder?: GraphQLScalarType;
  UserWhere?: GraphQLScalarType;
  Validation?: ValidationResolvers<ContextType>;
  ValueBridge?: ValueBridgeResolvers<ContextType>;
  ValueCount?: ValueCountResolvers<ContextType>;
};

