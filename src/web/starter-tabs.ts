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
    title: 'How many customers are in this segment?\nCtrl-Enter asks, Ctrl-Space lists what can be written.',
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
      metric { label unit }
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
  preview {
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
    breakdown(by: [INDUSTRY], metrics: [MRR, NPS]) {
      columns { name unit }
      rows
    }
  }
}`,
  },
  {
    title: 'Who may leave? Those with a renewal in 90 days and\nhalf as active as before. Both must hold.',
    query: `
query AtRisk {
  preview(
    where: {
      renewsOn: { next: { days: 90 } }
      logins14d: {
        change: {
          over: { days: 14 }
          percent: { lte: -50 }
        }
      }
    }
  ) {
    text
    customers(
      first: 10
      orderBy: [{ by: MRR, direction: DESC }]
    ) {
      totalCount
      nodes { id name mrr renewsOn logins14d }
      pageInfo { endCursor hasNextPage }
    }
  }
}`,
  },
  {
    title: 'Conditions on what happened and on the people there:\nno open urgent ticket, two admins seen in 14 days.',
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
query ThenAndNow($where: CustomerWhere!, $day: Date!) {
  preview(where: $where) {
    text
    now: size
    then: size(asOf: $day)
  }
}`,
    variables: { where: { lastSeenOn: { last: { days: 14 } } }, day: '2026-01-01' },
  },
  {
    title: 'One customer: attributes, segments, people.',
    query: `
query Customer {
  customer(id: "C0031") {
    asOf
    name
    status
    mrr
    lastSeenOn
    segments { id name }
    users(first: 5) {
      totalCount
      nodes { name role lastSeenOn }
    }
  }
}`,
  },
  {
    title: 'A saved segment, from segments/ or created here.',
    query: `
query SavedSegment {
  segment(id: "renewal-at-risk") {
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
    title: 'Of the users first seen in a month, who came back?',
    query: `
query Retention {
  userPreview {
    retention(
      request: {
        entry: { events: {} }
        return: { events: { name: { eq: "export" } } }
        period: { last: { months: 6 } }
      }
    ) {
      cohorts {
        from
        size
        cells { returned rate people { where } }
      }
      average { column { from } weightedMean }
    }
  }
}`,
  },
  {
    title: 'What did the campaigns of a year bring in?',
    query: `
query Campaigns {
  preview {
    campaigns(
      request: { period: { last: { years: 1 } } }
    ) {
      campaigns {
        campaign
        delivered { count rate }
        clicked { count rate }
        outcome { members { count rate } value }
        lift { rate { value low high } roi }
        observational
        roi
      }
    }
  }
}`,
  },
  {
    title: 'What may be asked, and up to which day.',
    query: `
query Catalog {
  catalog {
    dataAsOf
    attributes { field enum label description unit }
    metrics { enum label description unit }
    facts { field description }
  }
}`,
  },
];
