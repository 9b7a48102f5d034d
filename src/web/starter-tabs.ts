/** A tab that GraphiQL opens with on a first visit. It is labelled with the operation's name. */
export interface StarterTab {
  /** What the query answers; becomes the comment above it. */
  readonly title: string;
  /** Lines of at most 56 characters, so that they fit the editor. */
  readonly query: string;
  /** Never on the first tab: GraphiQL shows variables only once another tab was opened. */
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** They start with one number and end with the catalog, so that going through them teaches the API. */
export const starterTabs: readonly StarterTab[] = [
  {
    title: 'How many customers are in this segment?\nCtrl-Enter asks. Ctrl-Space lists what may be written.',
    query: `
query Size {
  preview(
    where: { isPaying: { eq: true }, mrr: { gte: 500 } }
  ) {
    text
    size
    share
  }
}`,
  },
  {
    title: 'How are they doing, and how was it a period before?',
    query: `
query Metrics {
  preview(where: { isPaying: { eq: true } }) {
    metrics(
      names: [CUSTOMERS, MRR, LOGO_CHURN_RATE, NRR, NPS]
      compareTo: PREVIOUS_PERIOD
    ) {
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
    title: 'How has it changed, month by month?',
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
    title: 'Where does it come from? Metrics by an attribute.',
    query: `
query Breakdown {
  preview(where: { isPaying: { eq: true } }) {
    breakdown(
      by: [INDUSTRY]
      metrics: [CUSTOMERS, MRR, LOGO_CHURN_RATE]
    ) {
      columns { name label unit }
      rows
    }
  }
}`,
  },
  {
    title: 'Who may leave? They renew within 30 days, and half\nas many people use it as before. All must hold.',
    query: `
query AtRisk {
  preview(
    where: {
      isPaying: { eq: true }
      renewsOn: { next: { days: 30 } }
      activeUsers14d: {
        change: {
          over: { days: 14 }
          percent: { lte: -50 }
        }
      }
    }
  ) {
    size
    customers(
      first: 10
      orderBy: [{ by: MRR, direction: DESC }]
    ) {
      totalCount
      nodes {
        id
        name
        attributes(names: [MRR, RENEWS_ON]) {
          label
          value
        }
      }
      pageInfo { endCursor hasNextPage }
    }
  }
}`,
  },
  {
    title:
      'A condition on facts and on the people who work there:\nno open urgent ticket, two admins seen in a fortnight.',
    query: `
query Facts {
  preview(
    where: {
      tickets: {
        where: {
          priority: { eq: "urgent" }
          resolvedAt: { isNull: true }
        }
        count: { eq: 0 }
      }
      users: {
        where: {
          role: { eq: "admin" }
          events: { during: { last: { days: 14 } } }
        }
        count: { gte: 2 }
      }
    }
  ) {
    text
    size
  }
}`,
  },
  {
    title: 'As a front end asks: the condition is a variable.\nOpen Variables below to change it.',
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
    title: 'One customer.',
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
    title: 'A saved segment.',
    query: `
query SavedSegment {
  segment(id: "renewal-30-days") {
    name
    description
    text
    size
    metrics(names: [MRR, NPS]) {
      metric { label }
      value
    }
  }
}`,
  },
  {
    title: 'What may be asked, and how new the data is.',
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
