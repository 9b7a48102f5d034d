import { z } from 'zod';
import { duration, name, where } from '../yml-schema.js';
import { campaignStages } from './model.js';

const stage = z.enum(campaignStages);

export const campaignsSchema = z.strictObject({
  description: z.string().optional(),
  messages: name,
  campaign: name,
  held_out: where.optional(),
  stages: z.partialRecord(stage, where).default({}),
  response: stage.optional(),
  cost: name.optional(),
  outcome: z
    .strictObject({
      where: where.optional(),
      rows: where.optional(),
      value: name.optional(),
      within: duration.optional(),
    })
    .optional(),
  margin: z
    .union([name, z.number().min(0).max(1)], { error: 'must be a share of 0 to 1, or the name of a constant' })
    .optional(),
});

export type CampaignsYml = z.output<typeof campaignsSchema>;
