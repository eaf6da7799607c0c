import { describeNetworkOf } from './whole-network.js';

// Enough for the job and its bar; the whole network is in the long check.
describeNetworkOf(6_000, 60);
