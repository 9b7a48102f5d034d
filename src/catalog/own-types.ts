import { typeCase } from './names.js';

/** Types of the GraphQL contract that stand whatever the model. */
export const ownTypes: readonly string[] = (
  'ActiveCount ActivePeriodsTest ActivityGrain Engagement EngagementPoint EngagementRequest Lifecycle LifecyclePoint LifecycleRequest ' +
  'LifecycleSeries MomentRange PeriodsAfter RetainedTest Retention RetentionAverage RetentionCell RetentionCohort RetentionCohorts ' +
  'RetentionColumn RetentionReach RetentionRequest RetentionSeries RetentionWindows Stickiness StickinessBucket StickinessRequest ' +
  'StickinessSeries ' +
  'AlarmSide ExpectedPoint Forecast ForecastPoint Refusal RefusalCode TrendAlarms ' +
  'Affinity AffinityItem AffinityOrder AffinityPair AffinityRequest BasketTest AmountModel Clv ClvAge ClvBand ClvCohort ClvCohortCell ClvFit ClvPercentile ClvRequest CohortClv ExpectedClv ExpectedCustomer ' +
  'BgNbd BgNbdInput ExpectedGroup ExpectedTotal GammaGamma GammaGammaInput HistoricClv ParetoNbd ParetoNbdInput PurchaseHistory PurchaseModel ' +
  'Concentration ConcentrationRequest Distinguishes DistinguishesRequest DistinguishingNumber DistinguishingValue MovedThreshold ' +
  'Sensitivity Spread Stability StabilityPoint StabilityRequest TopValue Validation ' +
  'Cohort CohortAverage CohortCell CohortCells CohortClock Cohorts CohortsRequest CohortStartInput ' +
  'MovementGroup MovementPoint MovementRequest SegmentMovement StageTime StayTimes TimeInStage TimeInStageRequest Transition Transitions TransitionsRequest TransitionStage TransitionStageKind ' +
  'BridgePart BridgePoint BridgeRequest CustomerValueMovedTest Netting UserValueMovedTest ValueBridge ValueMoveKind ' +
  'Challenge ChallengedCustomer ChallengeDifference ChallengePart ChallengeRequest ComparedSegment Overlap OverlapPair OverlapRequest OverlapSegment OverlapSet Tier TierConflict TierInput TierReason ' +
  'Tiers TiersRequest ' +
  'BacktestRefusal BacktestUnit BandOutcome ComponentScore ComponentStatus ConditionKind Evidence ExplainedCondition Explanation ' +
  'FailedCondition HealthBacktest HealthBacktestRequest HealthBand HealthComponent HealthExplanation HealthModel HealthModelKind ' +
  'HealthProfile HealthProfileTried NearMiss NearMissCondition NearMisses Observation ' +
  'Campaign CampaignDifference CampaignFatigue CampaignLift CampaignOutcome CampaignRate Campaigns CampaignsRequest ' +
  'Funnel FunnelExclusionInput FunnelJourney FunnelJourneyConnection FunnelJourneyStep FunnelOrder FunnelOutcome FunnelPoint ' +
  'FunnelRate FunnelRequest FunnelSeries FunnelStep FunnelStepInput FunnelTest FunnelTime SequenceTest ' +
  'FactTrend FactTrendPoint FactTrendRequest FactTrendSeries RowMeasure ' +
  'Rfm RfmCell RfmGroup RfmGroupName RfmHoldoutInput RfmMember RfmMemberConnection RfmRequest RfmTest ' +
  'Attribute BooleanTest BucketTest CalendarInput Catalog ChangeTest Comparison CreateSegmentInput Customer ' +
  'CustomerAsOf CustomerAttribute CustomerConnection CustomerEdge CustomerOrder CustomerRankTest CustomerWhere Date DateRange DateTest ' +
  'DateTime Direction Duration Fact FactColumn FactName FactRows Fill Folder FolderPayload Grain JSON ListTest Membership Metric ' +
  'MetricName MetricValue Mutation NullReason NumberListTest NumberRange NumberTest Objective ObjectiveInput ObjectiveKind ' +
  'OutOfRange PageInfo People PeriodInput Population Problem Query QueryInfo RelationQuality RestoreSegmentVersionInput SafeInt ' +
  'Segment SegmentConnection SegmentPayload SegmentTest SegmentVersion SegmentWindowTest SizeRange SizeRangeInput StringTest ' +
  'Table TableColumn TableRequest Trend TrendPoint TrendSeries UpdateSegmentInput User UserAsOf UserAttribute UserCondition ' +
  'UserConnection UserEdge UserError UserOrder UserRankTest UserWhere ValueCount WindowInput Boolean Float ID Int String'
).split(' ');

/** The types a fact of this singular name makes. */
export const typesOfFact = (name: string): readonly string[] =>
  ['', 'Where', 'Condition', 'Column', 'ColumnTest', 'Connection'].map((suffix) => typeCase(name) + suffix);
