/** A tab that GraphiQL opens with on a first visit. The tab is labelled with the operation's name. */
export interface StarterTab {
  /** What the query answers; its first line. */
  readonly title: string;
  readonly query: string;
  /** Not on the first tab: GraphiQL shows its variables only after another tab was opened. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const starterTabs: readonly StarterTab[] = [
  {
    title: 'How many customers are in this segment? Press Ctrl-Enter. Ctrl-Space inside where offers every attribute.',
    query: `
query Size {
  preview(where: { isPaying: { eq: true }, mrr: { gte: 500 } }) {
    text
    size
    share
  }
}`,
  },
  {
    title: 'How are they doing, and how were they doing in the period before?',
    query: `
query Metrics {
  preview(where: { isPaying: { eq: true } }) {
    metrics(names: [CUSTOMERS, MRR, ARPA, LOGO_CHURN_RATE, NRR, NPS], compareTo: PREVIOUS_PERIOD) {
      metric { name label unit }
      value
      previous
      numerator
      denominator
      complete
      nullReason
    }
  }
}`,
  },
  {
    title: 'How has a metric changed, month by month?',
    query: `
query Trend {
  preview(where: { isPaying: { eq: true } }) {
    trend(metric: MRR, grain: MONTH) {
      metric { label unit }
      points { from until value complete }
    }
  }
}`,
  },
  {
    title: 'Where does it come from? A metric split by an attribute.',
    query: `
query Breakdown {
  preview(where: { isPaying: { eq: true } }) {
    breakdown(by: [INDUSTRY], metrics: [CUSTOMERS, MRR, LOGO_CHURN_RATE]) {
      columns { name label unit }
      rows
    }
  }
}`,
  },
  {
    title: 'Who is at risk? Renewing in 30 days, and active users fell by half. Conditions side by side must all hold.',
    query: `
query AtRisk {
  preview(
    where: {
      isPaying: { eq: true }
      renewsOn: { next: { days: 30 } }
      activeUsers14d: { change: { over: { days: 14 }, percent: { lte: -50 } } }
      tickets: { where: { priority: { eq: "urgent" }, resolvedAt: { isNull: true } }, count: { gte: 1 } }
    }
  ) {
    size
    customers(first: 10, orderBy: [{ by: MRR, direction: DESC }]) {
      totalCount
      nodes { id name attributes(names: [MRR, RENEWS_ON, ACTIVE_USERS_14D]) { label value } }
      pageInfo { endCursor hasNextPage }
    }
  }
}`,
  },
  {
    title: 'One where, written once and passed as a variable, as a front end does.',
    query: `
query ThenAndNow($where: CustomerWhere!, $then: Date!) {
  preview(where: $where) {
    text
    now: size
    then: size(asOf: $then)
  }
}`,
    variables: { where: { lastSeenOn: { last: { days: 14 } } }, then: '2026-01-01' },
  },
  {
    title: 'One customer, as of today or any past day.',
    query: `
query Customer {
  customer(id: "c0001") {
    id
    name
    attributes { label value }
    segments { id name }
  }
}`,
  },
  {
    title: 'A saved segment: sql stays in sql/, segments in segments/ or in the store.',
    query: `
query SavedSegment {
  segment(id: "renewal-30-days") {
    name
    description
    text
    size
    metrics(names: [MRR, NPS]) { metric { label } value }
  }
}`,
  },
  {
    title: 'What may be asked: attributes, facts and metrics, with their definitions.',
    query: `
query Catalog {
  catalog {
    dataAsOf
    attributes { name label description type unit }
    metrics { name label description unit }
  }
}`,
  },
];
