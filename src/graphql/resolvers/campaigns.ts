import { campaignsOf } from '../../answers/campaigns/campaigns.js';
import { fatigueOf } from '../../answers/campaigns/fatigue.js';
import { readCampaigns } from '../../answers/campaigns/read.js';
import type { CampaignsResolvers, SegmentResolvers } from '../generated.js';

export const SegmentCampaigns: Pick<SegmentResolvers, 'campaigns'> = {
  campaigns: (segment, { request }, { session }) => readCampaigns(session, segment, request),
};

export const Campaigns: CampaignsResolvers = {
  from: ({ question }) => question.period.from,
  until: ({ question }) => question.period.until,
  margin: ({ model }) => model.margin,
  campaigns: (asked, _, { session }) => campaignsOf(session, asked),
  fatigue: (asked, { from }, { session }) => fatigueOf(session, asked, from),
};
