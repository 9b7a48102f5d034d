import { alarmsOf, forecastOf } from '../../answers/forecast.js';
import { readArguments } from '../arguments.js';
import type { TrendResolvers } from '../generated.js';

/** What a trend expects. */
export const TrendForecast: Pick<TrendResolvers, 'forecast' | 'alarms'> = {
  forecast: (t, { periods, level }, { session }) => {
    const read = readArguments(session.catalog);
    read.atMost(periods, 366, 'periods');
    return forecastOf(session, t.request, periods, read.done(read.within(level, 0.5, 0.999, 'level')));
  },
  alarms: (t, { level }, { session }) => {
    const read = readArguments(session.catalog);
    return alarmsOf(session, t.request, read.done(read.within(level, 0.5, 0.999, 'level')));
  },
};
