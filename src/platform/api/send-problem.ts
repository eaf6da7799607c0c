import type { Request, Response } from 'express';
import { problemOf, PROBLEM_TYPE } from './problem-details.js';

/** Answers a machine. @param status what a page would answer to the same error */
export function sendProblem(request: Request, response: Response, error: unknown, status: number): void {
  const { details, headers } = problemOf(error, status, String(request.id));
  response.status(details.status).set({ 'Cache-Control': 'no-store', ...headers });
  response.type(PROBLEM_TYPE).send(JSON.stringify(details));
}
