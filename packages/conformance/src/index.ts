/**
 * Exchanges and stories of the API family as data, and runners for servers and for clients. Nothing here depends on a
 * test framework: a runner returns what it found.
 */
export type {
  Asked,
  Body,
  ClientName,
  CookieChoice,
  Exchange,
  Expected,
  HeaderMatcher,
  Level,
  Need,
  ProofChoice,
  ProofMode,
  RequestFacts,
  TokenChoice,
} from './exchange.js';
export { exchanges } from './exchanges/index.js';
export type { BusyStep, CallStep, Step, Story, TimeStep } from './story.js';
export { stories } from './stories/index.js';
export { stepsTo } from './needs.js';
export { defaultSettings, type Settings, type SettingsWanted } from './settings.js';
export type { Account, Accounts, KnownProject, Proof, ProofHeaders, Proofs, Target } from './target.js';

export { runExchange, storyOf } from './run-exchange.js';
export { runStory } from './run-story.js';
export { reasonToSkip, type Result } from './run-steps.js';
export { Coverage, declaredPairs, type Pair } from './coverage.js';
export { checkAnswer } from './check-answer.js';
export { send, valuesOfHeader, type HeaderLine, type RawAnswer, type RawRequest } from './http.js';
export { form, json, rfc7636, sampleRequests, standardLogin } from './sample-requests.js';

export { checkRequest, operationOf, type SeenRequest } from './check-request.js';
export { documentedAnswer, documentedAnswers, type DocumentedAnswer, type DocumentedHeader } from './document.js';
export { documentedSuccess, playable, Replay, type PlayedAnswer } from './replay.js';
export { clientCalls, type CallInputs } from './client-calls.js';
export { recordingFetch } from './recording-fetch.js';
export { runClient, type ClientTarget } from './run-client.js';
