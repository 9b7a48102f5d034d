import { needMean, readAmounts, readHistory, readModel } from '../../answers/purchase-models.js';
import * as pareto from '../../answers/statistics/pareto-nbd.js';
import { probabilityOf } from '../../answers/statistics/purchase-count.js';
import * as bg from '../../answers/statistics/purchases.js';
import { expectedAmount } from '../../answers/statistics/spend.js';
import type { BgNbdResolvers, GammaGammaResolvers, ParetoNbdResolvers, QueryResolvers } from '../generated.js';

export const modelsOfQuery: Pick<QueryResolvers, 'bgNbd' | 'paretoNbd' | 'gammaGamma'> = {
  bgNbd: (_, { model: { r, alpha, a, b } }) => readModel({ r, alpha, a, b }),
  paretoNbd: (_, { model: { r, alpha, s, beta } }) => readModel({ r, alpha, s, beta }),
  gammaGamma: (_, { model: { p, q, v } }) => readModel({ p, q, v }),
};

export const BgNbd: BgNbdResolvers = {
  probabilityOf: (model, { purchases, within }) => {
    readAmounts({ purchases, within }, ['purchases']);
    return probabilityOf(model, purchases, within);
  },
  expectedOfNew: (model, { within }) => {
    readAmounts({ within });
    return bg.expectedOfNew(model, within);
  },
  expected: (model, { of, within }) => {
    readAmounts({ within });
    return bg.expectedPurchases(model, readHistory(of), within);
  },
  probabilityAlive: (model, { of }) => bg.probabilityAlive(model, readHistory(of)),
};

export const ParetoNbd: ParetoNbdResolvers = {
  expectedOfNew: (model, { within }) => {
    readAmounts({ within });
    return pareto.expectedOfNew(model, within);
  },
  expected: (model, { of, within }) => {
    readAmounts({ within });
    return pareto.expectedPurchases(model, readHistory(of), within);
  },
  probabilityAlive: (model, { of }) => pareto.probabilityAlive(model, readHistory(of)),
};

export const GammaGamma: GammaGammaResolvers = {
  expectedAmount: (model, { purchases, mean }) => {
    readAmounts({ purchases, mean }, ['purchases']);
    needMean(model, purchases);
    return expectedAmount(model, { count: purchases, mean });
  },
};
