import { pipeline, Readable } from 'node:stream';
import type { RequestHandler } from 'express';

/** Characters that are encoded and handed to the socket in one turn. */
const PIECE = 512 * 1024;

/** Sends long texts piece by piece, at the pace the client reads them; short ones as Express does. */
export const longAnswers: RequestHandler = (_request, response, next) => {
  const send = response.send.bind(response);
  response.send = (body: unknown) => {
    if (typeof body !== 'string' || body.length <= PIECE) return send(body);
    // A client that leaves ends the answer; the request log says so.
    pipeline(Readable.from(pieces(body), { objectMode: false, highWaterMark: 1 }), response, () => undefined);
    return response;
  };
  next();
};

function* pieces(text: string): Generator<Buffer> {
  for (let start = 0; start < text.length;) {
    const end = wholeCharacters(text, start + PIECE);
    yield Buffer.from(text.slice(start, end));
    start = end;
  }
}

/** The same place, or one before it where it lies within a pair of surrogates. */
const wholeCharacters = (text: string, at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at);
