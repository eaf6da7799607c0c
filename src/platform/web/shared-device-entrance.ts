import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { SharedDeviceSlot } from './shared-device.js';

/** Before anybody is known: which shared device this is, and whether it has locked. An ordinary browser costs nothing. */
export function atSharedDevice(slot: SharedDeviceSlot): RequestHandler {
  return (request, response, next) => {
    const { gate } = slot;
    if (!gate?.concerns(request)) return next();
    keepNothing(request, response);
    gate.enter(request, response).then(() => next(), next);
  };
}

/** Once the person is known: what a PIN opens of it. */
export function asFarAsPinsOpen(slot: SharedDeviceSlot): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!slot.gate || !request.shared?.seat) return next();
    slot.gate.narrow(request, response).then(() => next(), next);
  };
}

/** Whatever a handler says of its answer, a shared browser keeps none, nor asks whether one that it kept has changed. */
function keepNothing(request: Request, response: Response): void {
  delete request.headers['if-none-match'];
  delete request.headers['if-modified-since'];
  const writeHead = response.writeHead.bind(response) as (...rest: unknown[]) => Response;
  response.writeHead = (...rest: unknown[]) => {
    response.removeHeader('ETag');
    response.removeHeader('Last-Modified');
    response.setHeader('Cache-Control', 'no-store');
    return writeHead(...rest);
  };
}
